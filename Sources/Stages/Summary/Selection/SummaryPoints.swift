import Sluice

/// Makes the points of a summary of chosen sentences.
struct SummaryPoints {
  let reading: SummaryReading
  let scores: [Float]
  /// The reason of all points where one is given; else each has its own.
  var reason: Summary.Reason?

  /// Share of the title's words that makes a sentence be chosen for them.
  private static let titleShare: Float = 1 / 3
  /// Rank of centrality from which a sentence is chosen for it.
  private static let central: Float = 0.8
  /// Mentions of what the document names most.
  private static let salient: Float = 1

  /// - Parameter chosen: numbers of sentences, in document order.
  func summary(_ chosen: [Int], of document: Document) -> Summary {
    var summary = Summary()
    var turn = 0
    let turns = document[.turns]
    for unit in units(chosen) {
      guard let first = unit.first, let last = unit.last else { continue }
      let range = TextRange(Int(reading.ranges[first].start), Int(reading.ranges[last].end))
      let best = unit.max { (scores[$0], $1) < (scores[$1], $0) } ?? first
      var speaker: String?
      if let turns {
        while turn < turns.count, turns.ranges[turn].end <= range.start { turn += 1 }
        if turn < turns.count, turns.ranges[turn].start <= range.start { speaker = turns.speaker(at: turn) }
      }
      summary.append(
        range, score: scores[best], reason: reason ?? self.reason(of: best), speaker: speaker,
        display: DisplayText.of(document.text.bytes, range))
    }
    return summary
  }

  /// Sentences that point back, each with what it points to: one point.
  private func units(_ chosen: [Int]) -> [[Int]] {
    var units: [[Int]] = []
    for index in chosen {
      if let last = units.last?.last, last == index - 1, reading.coherence[index] == .pointsBack,
        !reading.opensTurn[index]
      {
        units[units.count - 1].append(index)
      } else {
        units.append([index])
      }
    }
    return units
  }

  private func reason(of index: Int) -> Summary.Reason {
    let title = Set(reading.evidence.title)
    let shared = reading.words[index].content.count { title.contains($0) }
    if !title.isEmpty, Float(shared) >= Self.titleShare * Float(title.count) { return .title }
    if reading.features.centrality[index] >= Self.central { return .central }
    if index < 3 { return .lead }
    if index < reading.evidence.salience.count, reading.evidence.salience[index] >= Self.salient {
      return .names
    }
    return .central
  }
}
