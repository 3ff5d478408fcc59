import Sluice
import SluiceTranscript

/// A turn of talk with the mark behind each word and the case of each.
struct PunctuationTurn {
  /// What it is a part of, so that turns can be joined to the next.
  var source: String
  var words = PunctuationWords()
  /// Indices into `PunctuationTable.marks` and `.cases`.
  var marks: [Int] = []
  var cases: [Int] = []

  private init(_ source: String, _ text: PunctuatedText, _ vectors: PunctuationVectors) {
    self.source = source
    for word in text.words { words.append(Array(word.utf8)[...], vectors) }
    marks = text.marks
    cases = text.cases
  }

  /// Turns of talk of a file of JSON lines, whose form the members tell: `words`, `punct` and `case`; `text`; `turns` with
  /// a `text` each; or `sentences` with the number of the turn of each in `turns`. Of a file of plain text, each line is a
  /// turn. Texts that end in the middle of a sentence are left out.
  ///
  /// - Parameter kinds: what the member `source` of a line or the second part of its `id` may be, where there are any:
  ///   a file may hold texts of several licences.
  static func read(
    _ path: String, kinds: [String] = [], _ vectors: PunctuationVectors
  ) throws -> [PunctuationTurn] {
    var result: [PunctuationTurn] = []
    for line in try FileBytes.read(path).split(separator: 0x0A) {
      if path.hasSuffix(".txt") {
        let text = PunctuatedText(String(decoding: line, as: UTF8.self))
        if text.isWhole, text.words.count > 5 { result.append(PunctuationTurn(path, text, vectors)) }
        continue
      }
      let row = try JSONParser.parse(Array(line))
      let id = row["id"]?.string ?? ""
      let kind = row["source"]?.string ?? id.split(separator: "_").dropFirst().first.map(String.init) ?? ""
      guard kinds.isEmpty || kinds.contains(kind) else { continue }
      func add(_ text: String, joinsSpaced: Bool = false, _ source: String) {
        let text = PunctuatedText(text, joinsSpaced: joinsSpaced)
        if text.isWhole, !text.words.isEmpty { result.append(PunctuationTurn(source, text, vectors)) }
      }
      if let words = row["words"]?.array {
        result.append(try PunctuationTurn(words, row, id, vectors))
      } else if let sentences = row["sentences"]?.array, let turns = row["turns"]?.array {
        var text = ""
        for (index, sentence) in sentences.enumerated() where index < turns.count {
          text += (text.isEmpty ? "" : " ") + (sentence.string ?? "")
          if index + 1 == turns.count || turns[index].integer != turns[index + 1].integer {
            add(text, joinsSpaced: true, id)
            text = ""
          }
        }
      } else if let turns = row["turns"]?.array {
        for turn in turns { add(turn["text"]?.string ?? "", id) }
      } else if let text = row["text"]?.string {
        add(text, id.split(separator: "#").first.map(String.init) ?? id)
      }
    }
    return result
  }

  private init(_ words: [JSONValue], _ row: JSONValue, _ id: String, _ vectors: PunctuationVectors) throws {
    source = row["src"]?.string ?? id
    for word in words { self.words.append(Array((word.string ?? "").utf8)[...], vectors) }
    marks = (row["punct"]?.array ?? []).map { PunctuationTable.marks.firstIndex(of: $0.string ?? "") ?? 0 }
    cases = (row["case"]?.array ?? []).map { PunctuationTable.cases.firstIndex(of: $0.string ?? "") ?? 0 }
    guard marks.count == words.count, cases.count == words.count else {
      throw SluiceError(.unreadable, "a turn has as many marks and cases as words", document: id)
    }
  }

  /// A stretch of the words.
  func part(_ start: Int, _ count: Int) -> PunctuationTurn {
    var result = self
    result.words = words.part(start, count)
    result.marks = Array(marks[start..<start + count])
    result.cases = Array(cases[start..<start + count])
    return result
  }

  mutating func join(_ other: PunctuationTurn) {
    words.join(other.words)
    marks += other.marks
    cases += other.cases
  }
}
