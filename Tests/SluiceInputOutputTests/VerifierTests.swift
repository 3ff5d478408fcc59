import Sluice
import SluiceOutputs
import Testing

@Suite struct VerifierTests {
  /// A way to tamper with a record, and the member that gives it away.
  struct Tampering: CustomStringConvertible, Sendable {
    let description: String
    let member: String
    let change: @Sendable (JSONValue) -> JSONValue

    init(_ description: String, _ member: String, _ change: @escaping @Sendable (JSONValue) -> JSONValue) {
      self.description = description
      self.member = member
      self.change = change
    }
  }

  private static func add(_ difference: Int) -> (JSONValue) -> JSONValue {
    { .integer(($0.integer ?? 0) + difference) }
  }

  private static func replace(_ old: String, _ new: String) -> (JSONValue) -> JSONValue {
    { value in
      let parts = (value.string ?? "").split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      return .string(parts.joined(separator: new))
    }
  }

  static let tamperings: [Tampering] = [
    Tampering("a byte of text", "parsedAlignment") { $0.changing(["text"], replace("red", "rad")) },
    Tampering("a decoded byte of text", "parsedAlignment") {
      $0.changing(["text"], replace("& cake", "+ cake"))
    },
    Tampering("text put in", "") { $0.changing(["text"], replace("red", "very red")) },
    Tampering("words that claim to be inserted", "alignment[0]") { record in
      .object(
        (record.members ?? []).filter { ["sluice", "id", "source", "offsets", "digest"].contains($0.key) } + [
          .init("text", .string("Ha")),
          .init("alignment", .array([.array([.integer(2), .integer(0), .integer(0)])])),
        ])
    },
    Tampering("white space made words", "parsedAlignment") { $0.changing(["text"], replace("\n", "x")) },
    Tampering("an entity's start", "entities[0].text") { $0.changing(["entities", 0, "range", 0], add(1)) },
    Tampering("an entity's end", "entities[0].text") { $0.changing(["entities", 0, "range", 1], add(1)) },
    Tampering("an entity's words", "entities[1].text") {
      $0.changing(["entities", 1, "text"]) { _ in .string("Eve") }
    },
    Tampering("an entity's label", "digest") {
      $0.changing(["entities", 0, "label"]) { _ in .string("ORG") }
    },
    Tampering("a sentence's end", "digest") { $0.changing(["sentences", 0, 1], add(-1)) },
    Tampering("a sentence behind the end", "unreadable") { $0.changing(["sentences", 0, 1], add(9999)) },
    Tampering("a turn's speaker", "digest") { $0.changing(["turns", 0, "speaker"]) { _ in .string("EVE") } },
    Tampering("a date", "digest") { $0.changing(["metadata", "title"]) { _ in .string("Another") } },
    Tampering("the summary's range", "summary[0].text") { $0.changing(["summary", 0, "range", 1], add(-1)) },
    Tampering("the summary's words", "summary[0].text") {
      $0.changing(["summary", 0, "text"], replace("The", "No"))
    },
    Tampering("the summary's source", "summary[0].source") {
      $0.changing(["summary", 0, "source", 0, 0], add(1))
    },
    Tampering("an edit's source", "edits[0].source") { $0.changing(["edits", 0, "source", 1], add(1)) },
    Tampering("what an edit replaced", "parsedAlignment") {
      $0.changing(["edits", 0, "before"], replace("L", "l"))
    },
    Tampering("what an edit put there", "") { $0.changing(["edits", 3, "after"], replace("c", "k")) },
    Tampering("where an edit was", "") { $0.changing(["edits", 0, "at"], add(1)) },
    Tampering("an edit taken out", "") { record in
      record.changing(["edits"]) { .array(Array(($0.array ?? []).dropLast())) }
    },
    Tampering("a gap of the parsed alignment", "parsedAlignment") {
      $0.changing(["parsedAlignment", 1, 1], add(1))
    },
    Tampering("a gap of the alignment", "alignment") { $0.changing(["alignment", 1, 1], add(1)) },
    Tampering("no alignment", "alignment") { $0.replacing("alignment", with: nil) },
    Tampering("no alignment of the parsed text", "parsedAlignment") {
      $0.replacing("parsedAlignment", with: nil)
    },
    Tampering("the charset", "source.charset") {
      $0.changing(["source", "charset"]) { _ in .string("klingon") }
    },
    Tampering("the length", "source.bytes") { $0.changing(["source", "bytes"], add(1)) },
    Tampering("the hash", "source.sha256") { $0.changing(["source", "sha256"], replace("a", "b")) },
  ]

  @Test("Every tampering shows, with and without a digest", arguments: tamperings)
  func tampered(_ tampering: Tampering) async throws {
    for sample in [Samples.all[0], Samples.all[2]] {
      let document = try await Samples.document(sample.source)
      for unit in OffsetUnit.allCases {
        let line = try JSONParser.parse(try Samples.line(document, unit))
        let changed = tampering.change(line)
        #expect(changed != line)
        let places = mismatches(changed, sample.source)
        #expect(!places.isEmpty)
        guard tampering.member != "digest" else { continue }
        let undigested = mismatches(changed.replacing("digest", with: nil), sample.source)
        #expect(undigested.contains { $0.hasPrefix(tampering.member) }, "\(undigested)")
      }
    }
  }

  private func mismatches(_ json: JSONValue, _ source: Source) -> [String] {
    var verifier = Verifier()
    guard let record = try? Record(json: json) else { return ["unreadable"] }
    let found = verifier.verify(record, source.bytes)
    if !found.isEmpty, verifier.proven.records > 0 { return [] }
    return found.map(\.member)
  }

  @Test("No change of one byte in a record's text goes unseen")
  func everyByte() async throws {
    let source = Samples.all[0].source
    let line = try Samples.line(try await Samples.document(source))
    let start = try #require(line.firstRange(of: Array(#""text":""#.utf8))).upperBound
    let end = try #require(line.firstRange(of: Array(#"","blocks""#.utf8))).lowerBound
    var unseen: [Int] = []
    for index in start..<end where line[index] >= 0x61 && line[index] <= 0x7A && line[index - 1] != 0x5C {
      var changed = line
      changed[index] ^= 1
      let json = try JSONParser.parse(changed).replacing("digest", with: nil)
      if mismatches(json, source).isEmpty { unseen.append(index) }
    }
    #expect(unseen == [] && end - start > 50)
  }

  @Test("A source that is another one is found out")
  func wrongSource() async throws {
    let document = try await Samples.document(Samples.all[0].source)
    let record = try Record(line: try Samples.line(document))
    var verifier = Verifier()
    var other = document.source.bytes
    other[5] ^= 1
    #expect(verifier.verify(record, other).map(\.member) == ["source.sha256"])
    #expect(verifier.verify(record, other + [0]).map(\.member) == ["source.bytes"])
    #expect(verifier.proven == Verifier.Counts() && verifier.checked.records == 2)
  }

  @Test("A record that another program wrote out again is still proven")
  func rewritten() async throws {
    let sample = Samples.all[4]
    let line = try Samples.line(try await Samples.document(sample.source))
    let spaced = Array(
      String(decoding: line, as: UTF8.self).replacing(#"","text":""#, with: #"" ,\#n "text" : ""#).utf8)
    let escaped = Array(String(decoding: spaced, as: UTF8.self).replacing("\u{E9}", with: #"\u00e9"#).utf8)
    var verifier = Verifier()
    #expect(verifier.verify(try Record(line: escaped), sample.source.bytes).isEmpty && escaped != line)
  }
}
