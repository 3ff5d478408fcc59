import Sluice
import SluiceTesting
import Testing

@Suite struct EditTests {
  static func randomEdits(in text: Text, _ random: inout SplitMix64) -> [Edit] {
    var edits: [Edit] = []
    var at = 0
    while at < text.count {
      var start = at + Int.random(in: 0...6, using: &random)
      var end = start + Int.random(in: 0...4, using: &random)
      while start < text.count, !text.isScalarBoundary(start) { start += 1 }
      end = max(end, start)
      while end < text.count, !text.isScalarBoundary(end) { end += 1 }
      guard end <= text.count else { break }
      let replacement = ["", "", "x", "é…", "longer"].randomElement(using: &random) ?? ""
      edits.append(Edit(TextRange(start, end), with: replacement, rule: "test.random", kind: .layout))
      at = end + 1
    }
    return edits
  }

  @Test func anyEditsRevertAndKeepEveryPromise() throws {
    var random = SplitMix64(seed: 7)
    for round in 0..<200 {
      var document = Document.text(
        "Zwölf «Boxkämpfer» jagen Viktor 😀 quer über den Sylter Deich.", id: "\(round)")
      let parsed = document.text
      document[.sentences] = Sentences([TextRange(0, 6), TextRange(7, 22), TextRange(23, parsed.count)])
      document.enter(.clean)
      for _ in 0..<3 { try document.apply(Self.randomEdits(in: document.text, &random)) }
      #expect(document.brokenInvariants() == [])
      #expect(document.parsedText == parsed)
      // What was neither deleted nor inserted is still the source's.
      for (index, segment) in document.alignment.segments.enumerated() where segment.kind == .copied {
        let range = document.alignment.textRange(ofSegment: index)
        #expect(document.text.bytes[range.bounds] == document.source.bytes[segment.source.bounds])
      }
    }
  }

  @Test func layersMoveWithTheirText() throws {
    var document = Document.text("um, well it works")
    document[.sentences] = Sentences([TextRange(0, 3), TextRange(4, 17), TextRange(9, 11)])
    document.enter(.clean)
    try document.apply([
      Edit(TextRange(0, 4), rule: "filler.um", kind: .filler),
      Edit(TextRange(4, 4), with: ">", rule: "test.insert", kind: .layout),
      Edit(TextRange(12, 17), with: "does", rule: "test.replace", kind: .respelling),
    ])
    #expect(document.text.description == ">well it does")
    let rows = document[.sentences]?.ranges.map { document.text[$0] }
    #expect(rows == ["well it does", "it"])
    #expect(
      document.edits.entries.map(\.source) == [SourceRange(0, 4), SourceRange(4, 4), SourceRange(12, 17)])
  }

  @Test func editsThatDoNotFitAreRefused() {
    let cases: [(Phase, [Edit])] = [
      (.split, [Edit(TextRange(0, 1), rule: "late", kind: .layout)]),
      (.clean, [Edit(TextRange(0, 2), rule: "divides", kind: .layout)]),
      (.clean, [Edit(TextRange(5, 99), rule: "outside", kind: .layout)]),
      (
        .clean,
        [
          Edit(TextRange(3, 5), rule: "a", kind: .layout),
          Edit(TextRange(4, 6), rule: "overlaps", kind: .layout),
        ]
      ),
    ]
    for (phase, edits) in cases {
      var document = Document.text("aéiou äöü")
      document.enter(phase)
      #expect(throws: SluiceError.self, "\(edits)") { try document.apply(edits) }
      #expect(document.text.description == "aéiou äöü")
    }
  }
}
