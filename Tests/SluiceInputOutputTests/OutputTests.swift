import Sluice
import Testing

@testable import SluiceOutputs

@Suite struct OutputTests {
  @Test("Offsets of all units are converted there and back, and nothing else is taken for one")
  func offsetTable() {
    let alphabet: [Unicode.Scalar] = ["a", "\u{E9}", "\u{301}", "\u{4E2D}", "\u{1F600}", "\u{10FFFF}", " "]
    var random = SystemRandomNumberGenerator()
    for length in [0, 1, 2, 31, 64, 65, 200, 1000] {
      for letters in [1, 2, alphabet.count] {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<length { scalars.append(alphabet[Int.random(in: 0..<letters, using: &random)]) }
        let string = String(scalars)
        let bytes = Array(string.utf8)
        for unit in OffsetUnit.allCases {
          let table = OffsetTable(bytes, unit)
          var borders: [Int: Int] = [:]
          for index in Array(scalars.indices) + [scalars.endIndex] {
            let before = string[..<index]
            let units =
              switch unit {
              case .utf8: before.utf8.count
              case .utf16: before.utf16.count
              case .unicode: before.unicodeScalars.count
              }
            borders[units] = before.utf8.count
          }
          let most = (borders.keys.max() ?? 0) + 3
          let wrong = (-1...most).filter { table.bytes(before: $0) != borders[$0] }
          let back = borders.filter { table.units(before: $0.value) != $0.key }
          #expect(wrong.isEmpty && back.isEmpty, "\(unit) \(string)")
        }
      }
    }
  }

  @Test("A dead letter says which input died where, and why")
  func deadLetter() throws {
    let error = SluiceError(
      .unreadable, "no \"text\"", stage: "parse.html",
      position: SourcePosition(file: "a.jsonl", line: 3, column: 1),
      underlying: "EOF")
    #expect(
      DeadLetter(id: "a", uri: "http://x/", error: error).json.jsonText
        == #"{"id":"a","uri":"http://x/","stage":"parse.html","code":"unreadable","message":"a.jsonl:3:1: no \"text\" (EOF)"}"#
    )
    #expect(
      DeadLetter(id: "b", uri: nil, error: SluiceError(.io, "gone")).json.jsonText
        == #"{"id":"b","code":"io","message":"gone"}"#)
  }

  @Test("The view for people has everything once, within its width, and nothing that steers a terminal")
  func textView() async throws {
    for sample in Samples.all {
      var document = try await Samples.document(sample.source)
      document.metadata.set("notices", .strings(["Edited for \u{1B}[31mlength\u{202E}."]))
      for width in [1, 20, 33, 80, 100] {
        let plain = TextWriter(width: width, isColoured: false)
        let text = String(decoding: try plain.encode(document), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= plain.width }, "\(sample) \(width)")
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        let coloured = String(
          decoding: try TextWriter(width: width, isColoured: true).encode(document), as: UTF8.self)
        #expect(coloured.replacing(#/\x{1B}\[[0-9;]*m/#, with: "") == text)
      }
    }
  }

  @Test("The view for people looks like this")
  func textViewExample() async throws {
    let document = try await Samples.document(Samples.all[0].source)
    let text = String(decoding: try TextWriter(width: 40, isColoured: false).encode(document), as: UTF8.self)
    #expect(
      text == """
        A sample – 😀
        pages/a/b.html

        Points
          • The color\u{301} of color\u{301}s.
          • ∎

        ANN (guest) [00:01]
          The color\u{301} of color\u{301}s. It is red. So be
          it.

        BOB (guest) [00:01]
          Tea & cake.

        ∎

        Entities
          PERSON
            Someone (5)

        Warnings
          • only a sample
        ────────────────────────────────────────

        """)
  }
}
