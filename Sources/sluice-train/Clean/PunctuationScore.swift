import Sluice
import SluiceTranscript

/// F1 of the marks together, of the ends of sentences, and of words that are not in lower case.
struct PunctuationScore {
  private struct Counts {
    var right = 0
    var found = 0
    var wanted = 0
    var f1: Double { 2 * Double(right) / Double(max(1, found + wanted)) }

    mutating func add(_ found: Int, _ wanted: Int) {
      if found > 0 { self.found += 1 }
      if wanted > 0 { self.wanted += 1 }
      if found > 0, found == wanted { right += 1 }
    }
  }

  let micro: Double
  let boundary: Double
  let letterCase: Double

  /// - Parameters:
  ///   - scores: of each turn.
  ///   - biases: added to those of the table.
  init(_ scores: [PunctuationScores], _ turns: [PunctuationTurn], adding biases: [Float] = [0, 0, 0, 0]) {
    var marks = Counts()
    var ends = Counts()
    var cases = Counts()
    for (scores, turn) in zip(scores, turns) {
      let found = scores.marks(adding: biases)
      for (mark, wanted) in zip(found, turn.marks) {
        marks.add(mark, wanted)
        ends.add(mark > 1 ? 1 : 0, wanted > 1 ? 1 : 0)
      }
      for (shape, wanted) in zip(scores.cases(endsSentence: found.map { $0 > 1 }), turn.cases) {
        cases.add(shape, wanted)
      }
    }
    (micro, boundary, letterCase) = (marks.f1, ends.f1, cases.f1)
  }

  /// What a table says of turns.
  static func scores(_ table: PunctuationTable, _ turns: [PunctuationTurn]) throws -> [PunctuationScores] {
    guard let tagger = PunctuationTagger(table) else { throw SluiceError(.io, "no memory for the network") }
    return turns.map { tagger.scores(of: $0.words) }
  }
}
