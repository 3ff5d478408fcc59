import Sluice

/// What the cues of captions say of turns: whose voice it is, where the file says so, and from when to when.
struct CueTurns {
  private let cues: Cues

  /// - Returns: `nil` for a document without cues.
  init?(_ document: Document) {
    guard let cues = document[.cues], cues.count > 0 else { return nil }
    self.cues = cues
  }

  /// A turn for each run of cues of one voice; `nil` when the file names no voices.
  func voices(in page: CleaningPage) -> [Turn]? {
    guard !cues.names.isEmpty else { return nil }
    var turns: [Turn] = []
    var row = 0
    while row < cues.count {
      let speaker = cues.speakers[row]
      var last = row
      while last + 1 < cues.count, cues.speakers[last + 1] == speaker { last += 1 }
      let end = max(cues.ranges[row].start, cues.ranges[last].end)
      turns.append(
        Turn(
          range: page.bytes.trimmed(Int(cues.ranges[row].start)..<Int(end)), speaker: cues.speaker(at: row)))
      row = last + 1
    }
    return turns
  }

  /// Whether nearly every cue has a label: then a label says whose cue it is, and not that somebody else speaks now.
  func haveLabels(_ labels: [Label]) -> Bool { labels.count >= 2 && labels.count * 10 >= cues.count * 8 }

  /// One turn of each run of turns of one speaker.
  ///
  /// - Parameter turns: in the order of the text.
  static func joined(_ turns: [Turn]) -> [Turn] {
    var result: [Turn] = []
    for turn in turns {
      if let last = result.last, turn.speaker != nil, last.speaker == turn.speaker, last.role == turn.role {
        result[result.count - 1].range = last.range.lowerBound..<turn.range.upperBound
      } else {
        result.append(turn)
      }
    }
    return result
  }

  /// Gives turns the times of the cues that they are said in: a label says at best to the second when one begins.
  ///
  /// - Parameter turns: in the order of the text.
  func time(_ turns: inout [Turn]) {
    var first = 0
    for index in turns.indices {
      let range = turns[index].range
      while first < cues.count, Int(cues.ranges[first].end) <= range.lowerBound { first += 1 }
      guard first < cues.count, Int(cues.ranges[first].start) <= max(range.lowerBound, range.upperBound - 1)
      else { continue }
      turns[index].start = cues.starts[first] ?? turns[index].start
      var last = first
      while last + 1 < cues.count, Int(cues.ranges[last + 1].start) < range.upperBound { last += 1 }
      turns[index].end = cues.ends[last]
    }
  }
}
