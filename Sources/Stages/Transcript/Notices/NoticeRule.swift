import Sluice

/// Editorial notices: how the transcript was made and what may be wrong with it, whose it is and where it is from.
///
/// A sentence is scored by the cues that its words give and by where its paragraph stands. What the score rests
/// on does not change when notices are taken away, so that a second run finds none.
struct NoticeRule: CleaningRule {
  let kind = EditClass.notice

  /// Score at which a sentence is a notice.
  static let threshold = 6
  /// Score at which a sentence beside one belongs to it.
  static let follower = 2
  /// Paragraphs at the start and at the end of a text among which notices are likelier.
  static let margin = 12
  /// Bytes of the longest paragraph that is looked into, and of the longest sentence that can be a notice.
  static let longestParagraph = 2400
  static let longestSentence = 500

  func edits(in page: CleaningPage) -> [Edit] {
    let screen = NoticeScreen(page)
    let looked = page.blocks.map { block in
      block.range.count <= Self.longestParagraph && screen.mayHoldNotice(block.range)
    }
    guard looked.contains(true) else { return [] }
    var open = page.allOpen[...]
    let indices = page.blocks.indices.filter { index in
      let range = page.blocks[index].range
      while let first = open.first, first.upperBound <= range.lowerBound { open.removeFirst() }
      guard let first = open.first else { return false }
      return range.lowerBound >= first.lowerBound && !range.isEmpty
    }
    let ranges = indices.map { page.blocks[$0].range }
    let scored = indices.map { looked[$0] ? paragraph(page.blocks[$0].range, in: page.bytes) : [] }
    var stretches: [[Range<Int>]?] = Array(repeating: nil, count: ranges.count)
    // Only paragraphs that stay are counted, from either end.
    for order in [Array(ranges.indices), ranges.indices.reversed()] {
      var kept = 0
      for index in order where kept < Self.margin {
        if stretches[index] == nil { stretches[index] = notices(in: scored[index], bonus: 1) }
        if stretches[index]?.first != ranges[index] { kept += 1 }
      }
    }
    var found: [Deletions.Stretch] = []
    for index in ranges.indices where !scored[index].isEmpty {
      for range in stretches[index] ?? notices(in: scored[index], bonus: 0) {
        found.append(Deletions.Stretch(range: range, rule: "notice.transcript", kind: kind))
      }
    }
    return Deletions(bytes: page.bytes).edits(found)
  }

  private struct Sentence {
    var range: Range<Int>
    var score: Int
  }

  /// The sentences of a paragraph with their scores; empty when it cannot hold a notice.
  private func paragraph(_ range: Range<Int>, in bytes: [UInt8]) -> [Sentence] {
    let whole = score(range, in: bytes)
    guard whole.possible else { return [] }
    var result: [Sentence] = []
    var start = range.lowerBound
    for end in SentenceEnds(bytes: bytes, range: range) {
      let sentence = bytes.trimmed(start..<end)
      if !sentence.isEmpty {
        result.append(Sentence(range: sentence, score: score(sentence, in: bytes).score))
      }
      start = end
    }
    return result
  }

  /// The stretches of a paragraph that are notices; one that is the paragraph when nothing else is in it.
  private func notices(in sentences: [Sentence], bonus: Int) -> [Range<Int>] {
    guard let best = sentences.map(\.score).max(), best + bonus >= Self.threshold else { return [] }
    var isNotice = sentences.map { $0.score + bonus >= Self.threshold }
    for index in isNotice.indices.dropFirst()
    where isNotice[index - 1] && sentences[index].score >= Self.follower {
      isNotice[index] = true
    }
    for index in isNotice.indices.dropLast().reversed()
    where isNotice[index + 1] && sentences[index].score >= Self.follower {
      isNotice[index] = true
    }
    var result: [Range<Int>] = []
    for (index, sentence) in sentences.enumerated() where isNotice[index] {
      if index > 0, isNotice[index - 1], let last = result.last {
        result[result.count - 1] = last.lowerBound..<sentence.range.upperBound
      } else {
        result.append(sentence.range)
      }
    }
    return result
  }

  private func score(_ range: Range<Int>, in bytes: [UInt8]) -> (score: Int, possible: Bool) {
    var tally = NoticeTally()
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index].isWordByte, isWordByte(bytes, index) else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, isWordByte(bytes, index) { index += 1 }
      var end = index
      while end > start, bytes[end - 1] == UInt8(ascii: "-") || bytes[end - 1] == UInt8(ascii: "'") {
        end -= 1
      }
      tally.add(bytes, start..<max(end, start + 1))
    }
    if range.count > Self.longestSentence { return (0, tally.isPossible) }
    return (tally.score, tally.isPossible)
  }

  private func isWordByte(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte == 0xE2 { return bytes.isCurlyApostrophe(at: index) }
    return byte.isWordByte || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "&")
  }
}
