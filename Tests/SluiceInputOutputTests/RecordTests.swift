import Sluice
import Testing

@testable import SluiceOutputs

@Suite struct RecordTests {
  /// Everything of a document that its record should give back.
  private func differences(_ record: Record, _ document: Document) -> [String] {
    var found: [String] = []
    func compare<T: Equatable>(_ name: String, _ a: T, _ b: T) {
      if a != b { found.append("\(name): \(a) is not \(b)") }
    }
    compare("id", record.id, document.id)
    compare("uri", record.source.uri, document.uri)
    compare("charset", record.source.charset, document.charset)
    compare("count", record.source.count, document.source.count)
    compare("metadata", record.metadata, document.metadata)
    compare("text", record.text, document.text)
    compare("blocks", record.blocks, document[.blocks])
    compare("links", record.links, document[.links])
    compare("turns", record.turns, document[.turns])
    compare("cues", record.cues, document[.cues])
    compare("events", record.events ?? Events(), document[.events] ?? Events())
    compare("flags", record.flags ?? Flags(), document[.flags] ?? Flags())
    compare("sentences", record.sentences, document[.sentences])
    compare("entities", record.entities, document[.entities])
    compare("summary", record.summary, document[.summary])
    compare("edits", record.edits, document.edits)
    compare("alignment", record.alignment, document.alignment)
    compare("parsedAlignment", record.parsedAlignment, document.parsedAlignment)
    compare("parsedText", record.parsedText(), document.parsedText)
    compare("warnings", record.warnings, document.warnings)
    return found
  }

  @Test("A record read back is the document, in every unit and charset", arguments: Samples.all)
  func roundTrip(_ sample: Samples.Sample) async throws {
    let document = try await Samples.document(sample.source)
    for unit in OffsetUnit.allCases {
      let record = try Record(line: try Samples.line(document, unit))
      #expect(differences(record, document) == [], "\(unit)")
    }
  }

  @Test("Everything in a record is proven by its source", arguments: Samples.all)
  func verified(_ sample: Samples.Sample) async throws {
    let document = try await Samples.document(sample.source)
    for unit in OffsetUnit.allCases {
      var verifier = Verifier()
      let record = try Record(line: try Samples.line(document, unit))
      let mismatches = verifier.verify(record, sample.source.bytes)
      #expect(mismatches.map(\.description) == [])
      #expect(verifier.proven == verifier.checked && verifier.checked.edits == document.edits.entries.count)
    }
  }

  @Test("Offsets index the strings of Swift's views", arguments: Samples.all)
  func offsets(_ sample: Samples.Sample) async throws {
    let document = try await Samples.document(sample.source)
    for unit in OffsetUnit.allCases {
      let json = try JSONParser.parse(try Samples.line(document, unit))
      let text = try #require(json["text"]?.string)
      func words(_ row: JSONValue) -> String? {
        guard let range = row.array?.compactMap(\.integer), range.count == 2 else { return nil }
        switch unit {
        case .utf8: return String(decoding: Array(text.utf8)[range[0]..<range[1]], as: UTF8.self)
        case .utf16: return String(decoding: Array(text.utf16)[range[0]..<range[1]], as: UTF16.self)
        case .unicode:
          return String(String.UnicodeScalarView(Array(text.unicodeScalars)[range[0]..<range[1]]))
        }
      }
      let expected = (document[.sentences]?.ranges ?? []).map { document.text[$0] }
      #expect((json["sentences"]?.array ?? []).map(words) == expected)
      let entities = json["entities"]?.array ?? []
      #expect(entities.map { words($0["range"] ?? .null) } == entities.map { $0["text"]?.string })
    }
  }

  @Test("A record fits its schema, and one with a flaw does not")
  func schema() async throws {
    for sample in Samples.all {
      let document = try await Samples.document(sample.source)
      let record = try JSONParser.parse(try Samples.line(document, .utf16))
      #expect(SchemaCheck(RecordSchema.json).complaints(about: record) == [])
      for member in record.members ?? []
      where !["evidence", "warnings", "metadata", "id"].contains(member.key) {
        let flawed = record.replacing(member.key, with: .bool(true))
        #expect(SchemaCheck(RecordSchema.json).complaints(about: flawed) != [], "\(member.key)")
      }
    }
    let bare = try JSONParser.parse(#"{"sluice":1,"id":"a"}"#)
    #expect(SchemaCheck(RecordSchema.json).complaints(about: bare).count == 6)
  }

  @Test("Records have the members of the design, in their order, and equal bytes for equal documents")
  func members() async throws {
    let document = try await Samples.document(Samples.all[0].source)
    let line = try Samples.line(document)
    let json = try JSONParser.parse(line)
    #expect(
      json.members?.map(\.key) == [
        "sluice", "id", "source", "metadata", "evidence", "offsets", "text", "blocks", "links", "turns",
        "cues",
        "events", "edits", "sentences", "entities", "entityIndex", "summary", "alignment", "parsedAlignment",
        "warnings",
        "run", "digest",
      ])
    #expect(try line == Samples.line(try await Samples.document(Samples.all[0].source)))
    #expect(line.count { $0 == 0x0A } == 1 && line.last == 0x0A)
    #expect(
      json["run"]?.jsonText
        == #"{"pipeline":"sha256:abcd","version":"0.1.0","models":{"tag.sample":"sha256:1234","tag.sample#2":"sha256:5678"}}"#
    )
  }

  @Test(
    "What is no record is refused with the member that is wrong",
    arguments: [
      ("[]", "expected an object"),
      ("{}", "sluice: it is missing"),
      (#"{"sluice":2}"#, "sluice: version 2 is not 1"),
      (#"{"sluice":1,"id":7}"#, "id: expected a text"),
      (
        #"{"sluice":1,"id":"a","source":{"mediaType":"t","bytes":-1}}"#,
        "source.bytes: expected a whole number"
      ),
      (Self.minimal(#""offsets":"bytes","text":"ab""#), "offsets: expected one of utf8, utf16, unicode"),
      (
        Self.minimal(#""offsets":"utf8","text":"ab","sentences":[[0,1],[2,1]]"#),
        "sentences[1]: the range ends"
      ),
      (
        Self.minimal(#""offsets":"utf8","text":"ab","sentences":[[0,9]]"#),
        "sentences[0]: offset 9 lies outside"
      ),
      (
        Self.minimal(#""offsets":"utf16","text":"😀","sentences":[[0,1]]"#),
        "sentences[0]: offset 1 lies outside"
      ),
      (
        Self.minimal(#""offsets":"utf8","text":"é","sentences":[[0,1]]"#),
        "sentences[0]: offset 1 lies outside"
      ),
      (
        Self.minimal(#""offsets":"utf8","text":"ab","sentences":[[0,99999999999]]"#),
        "sentences[0]: expected a whole"
      ),
      (
        Self.minimal(#""offsets":"utf8","text":"ab","entities":[{"range":[0,1]}]"#),
        "entities[0].label: it is missing"
      ),
      (
        Self.minimal(#""offsets":"utf8","text":"ab","alignment":[[1,0]]"#),
        "alignment: it covers 1 of the 2 bytes"
      ),
      (Self.minimal(#""offsets":"utf8","text":"ab","alignment":[[3,0]]"#), "alignment[0]: it reaches beyond"),
      (
        Self.minimal(#""offsets":"utf8","text":"ab","alignment":[[2,-9223372036854775808]]"#),
        "alignment[0]: it leads"
      ),
      (
        Self.minimal(#""offsets":"utf8","text":"ab","alignment":[[2,0,6,4]]"#),
        "alignment: its segments do not fit"
      ),
      (
        Self.minimal(#""offsets":"utf8","text":"ab","alignment":[[1,5],[1,-4]]"#),
        "alignment: its segments do not fit"
      ),
    ])
  func refused(_ line: String, _ message: String) throws {
    let error = #expect(throws: SluiceError.self) { try Record(line: Array(line.utf8)) }
    #expect(error?.code == .unreadable && error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  private static func minimal(_ members: String) -> String {
    #"{"sluice":1,"id":"a","source":{"mediaType":"text/plain","bytes":2,"sha256":"x"},"# + members + "}"
  }

  @Test("A layer that does not fit the text is a failure of its document, not of the writer")
  func misfit() async throws {
    for range in [TextRange(0, 99), TextRange(0, 1), TextRange(2, 99)] {
      var document = Document(id: "a", source: Source(Array("é".utf8)))
      document[.sentences] = Sentences([range])
      #expect(throws: SluiceError.self) { try Samples.line(document) }
    }
  }
}
