import Sluice

/// Which sentences may stand in a summary at all.
enum SummaryCandidates {
  private static let shortest = 4
  /// Below this, words without a mark at their end are a heading rather than a sentence.
  private static let shortestUnclosed = 9

  static func find(_ sentences: [TextRange], _ words: [SentenceWords], turns: Turns?, blocks: Blocks?)
    -> [Bool]
  {
    var isCandidate = [Bool](repeating: true, count: sentences.count)
    if let turns, turns.count > 0 {
      isCandidate = inside(sentences, turns.ranges)
    }
    if let blocks {
      let excluded = blocks.ranges.indices.filter { index in
        switch blocks.kinds[index] {
        case .heading, .caption, .code, .table: true
        case .paragraph, .listItem, .quote, .other: false
        }
      }
      for (index, isExcluded) in inside(sentences, excluded.map { blocks.ranges[$0] }).enumerated()
      where isExcluded {
        isCandidate[index] = false
      }
    }
    let spoken = isCandidate
    // Captions without punctuation have no closed sentences to tell fragments from.
    let isPunctuated = words.count { $0.isClosed } * 2 > words.count
    for index in sentences.indices where isCandidate[index] {
      let isFragment =
        words[index].count < (isPunctuated && !words[index].isClosed ? shortestUnclosed : shortest)
      if isFragment || words[index].pointsOn || words[index].isNote { isCandidate[index] = false }
    }
    if isCandidate.contains(true) { return isCandidate }
    return spoken.contains(true) ? spoken : sentences.map { _ in true }
  }

  /// Which sentences begin inside one of the ranges.
  private static func inside(_ sentences: [TextRange], _ ranges: [TextRange]) -> [Bool] {
    let ranges = ranges.sorted()
    var next = 0
    var reach: Int32 = -1
    return sentences.map { sentence in
      while next < ranges.count, ranges[next].start <= sentence.start {
        reach = max(reach, ranges[next].end)
        next += 1
      }
      return sentence.start < reach
    }
  }
}
