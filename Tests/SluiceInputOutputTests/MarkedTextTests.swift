import Sluice
import SluiceOutputs
import Testing

@Suite struct MarkedTextTests {
  @Test(
    "What stayed and what was taken out make the parsed text, with what was put in the final one",
    arguments: Samples.all)
  func adds(_ sample: Samples.Sample) async throws {
    let document = try await Samples.document(sample.source)
    let parsed = try #require(document.parsedText)
    let stretches = MarkedText(parsed, document.edits).stretches
    #expect(stretches.filter { $0.fate != .inserted }.flatMap(\.bytes) == parsed.bytes)
    #expect(stretches.filter { $0.fate != .deleted }.flatMap(\.bytes) == document.text.bytes)
    #expect(stretches.allSatisfy { ($0.fate == .kept) == ($0.rule == nil) && !$0.bytes.isEmpty })
  }

  @Test("What a later pass changes of what an earlier one put in leaves no trace of its own")
  func follows() {
    var log = EditLog()
    func entry(_ offset: Int, _ before: String, _ after: String) -> EditLog.Entry {
      EditLog.Entry(
        rule: "r", kind: .layout, offset: Int32(offset), before: Array(before.utf8), after: Array(after.utf8),
        source: SourceRange(0, 0))
    }
    log.appendPass([entry(2, "cd", "XYZ")])
    log.appendPass([entry(1, "bXY", ""), entry(2, "e", "E")])
    let marked = MarkedText(Text("abcdef"), log)
    #expect(marked.stretches.filter { $0.fate == .deleted }.map(\.text).joined() == "bcde")
    #expect(marked.stretches.filter { $0.fate != .deleted }.map(\.text).joined() == "aZEf")
  }
}
