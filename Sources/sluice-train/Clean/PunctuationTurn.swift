import Sluice
import SluiceTranscript

/// A turn of talk with the mark behind each word and the case of each.
struct PunctuationTurn {
  var id: String
  var words = PunctuationWords()
  /// Indices into `PunctuationTable.marks` and `.cases`.
  var marks: [Int] = []
  var cases: [Int] = []

  /// Rows of `words`, `punct` and `case`.
  static func read(_ path: String, _ vectors: PunctuationVectors) throws -> [PunctuationTurn] {
    try FileBytes.read(path).split(separator: 0x0A).map { line in
      let row = try JSONParser.parse(Array(line))
      var turn = PunctuationTurn(id: row["id"]?.string ?? "")
      for word in row["words"]?.array ?? [] {
        turn.words.append(Array((word.string ?? "").utf8)[...], vectors)
      }
      turn.marks = (row["punct"]?.array ?? []).map {
        PunctuationTable.marks.firstIndex(of: $0.string ?? "") ?? 0
      }
      turn.cases = (row["case"]?.array ?? []).map {
        PunctuationTable.cases.firstIndex(of: $0.string ?? "") ?? 0
      }
      guard turn.marks.count == turn.words.count, turn.cases.count == turn.words.count else {
        throw SluiceError(.unreadable, "a turn has as many marks and cases as words", document: turn.id)
      }
      return turn
    }
  }
}
