import Glibc
import Sluice

/// How much each sentence says of a query.
enum QueryRelevance {
  // The constants of Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), section 3.5.
  private static let saturation: Float = 1.2
  private static let lengthPart: Float = 0.75
  /// What the neighbours of a sentence add to its own words.
  private static let neighbour: Float = 0.5
  /// What a speaker whom the query names adds to the best score.
  private static let speaker: Float = 0.3

  /// - Parameters:
  ///   - query: numbers of its content words in the document.
  ///   - text: the query, for the names of speakers.
  /// - Returns: 0 for sentences that have nothing to do with it.
  static func scores(_ reading: SummaryReading, query: [Int32], turns: Turns?, named text: String) -> [Float]
  {
    let asked = Set(query)
    let count = Float(reading.words.count)
    let mean = max(1, reading.words.reduce(Float(0)) { $0 + Float($1.length) } / max(1, count))
    var own = reading.words.map { sentence in
      var score: Float = 0
      for word in sentence.content where asked.contains(word) {
        let frequency = Float(reading.vocabulary.frequencies[Int(word)])
        let rarity = log(1 + (count - frequency + 0.5) / (frequency + 0.5))
        let length = 1 - lengthPart + lengthPart * Float(sentence.length) / mean
        score += rarity * (saturation + 1) / (1 + saturation * length)
      }
      return score
    }
    let alone = own
    for index in own.indices where alone[index] > 0 {
      if index > 0 { own[index] += neighbour * alone[index - 1] }
      if index + 1 < own.count { own[index] += neighbour * alone[index + 1] }
    }
    addSpeakers(turns, named: text, reading, to: &own)
    return own
  }

  private static func addSpeakers(
    _ turns: Turns?, named text: String, _ reading: SummaryReading, to scores: inout [Float]
  ) {
    guard let turns, let best = scores.max() else { return }
    let words = Set(text.split { !$0.isLetter }.map { $0.lowercased() })
    let isNamed = turns.names.map { name in
      name.split { !$0.isLetter }.last.map { words.contains($0.lowercased()) } ?? false
    }
    guard isNamed.contains(true) else { return }
    var row = 0
    for (index, range) in reading.ranges.enumerated() {
      while row < turns.count, turns.ranges[row].end <= range.start { row += 1 }
      guard row < turns.count, turns.ranges[row].start <= range.start, turns.speakers[row] >= 0,
        isNamed[Int(turns.speakers[row])]
      else { continue }
      scores[index] += speaker * max(best, 1)
    }
  }
}
