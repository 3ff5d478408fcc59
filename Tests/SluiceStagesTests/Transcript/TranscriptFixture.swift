import Glibc
import Sluice
import SluiceText
import SluiceTranscript

/// A document put together in a test, one block after the other.
struct BlocksParse: Stage {
  static let name: StageName = "parse.blocks"
  static let summary = "Blocks of a test"
  let blocks: [(kind: Blocks.Kind, level: Int, text: String)]

  init(_ settings: NoSettings, _ context: LoadContext) { blocks = [] }
  init(_ blocks: [(kind: Blocks.Kind, level: Int, text: String)]) { self.blocks = blocks }

  var contract: Contract { Contract(provides: [.blocks]) }

  mutating func process(_ document: inout Document) async throws {
    var builder = TextBuilder()
    var layer = Blocks()
    for block in blocks {
      if builder.count > 0 { builder.insert("\n\n".utf8) }
      let start = builder.count
      builder.insert(block.text.utf8)
      layer.append(block.kind, level: block.level, TextRange(start, builder.count))
    }
    let (text, alignment) = builder.finish()
    try document.setText(text, alignment: alignment, charset: "utf-8")
    document[.blocks] = layer
  }
}

enum TranscriptFixture {
  static func settings(_ level: CleaningLevel, speaker: String? = nil) -> CleanTranscript.Settings {
    var settings = CleanTranscript.Settings()
    settings.level = level
    settings.speaker = speaker
    return settings
  }

  static func clean(
    _ text: String, level: CleaningLevel = .clean, speaker: String? = nil, language: String? = nil
  ) async throws -> Document {
    let stage = try CleanTranscript(settings(level, speaker: speaker))
    var pipeline = try Pipeline {
      ParseText(); stage
    }
    var document = Document(id: "a", source: Source(Array(text.utf8), mediaType: "text/plain"))
    if let language { document.metadata.set("language", .string(language)) }
    try await pipeline.process(&document)
    return document
  }

  static func clean(
    _ blocks: [(kind: Blocks.Kind, level: Int, text: String)], authors: [String] = []
  ) async throws -> Document {
    var pipeline = try Pipeline {
      BlocksParse(blocks); CleanTranscript()
    }
    var document = Document(id: "a", source: Source([]))
    if !authors.isEmpty { document.metadata.set("authors", .array(authors.map { .string($0) })) }
    try await pipeline.process(&document)
    return document
  }

  /// `Name: what is said`, `Name/role: …`, or `?: …` for a turn of somebody unknown.
  static func turns(_ document: Document) -> [String] {
    guard let turns = document[.turns] else { return ["no layer"] }
    return turns.ranges.indices.map { row in
      let role = turns.roles[row].map { "/\($0)" } ?? ""
      return "\(turns.speaker(at: row) ?? "?")\(role): \(document.text[turns.ranges[row]])"
    }
  }

  /// What happened, each with the text before it.
  static func events(_ document: Document) -> [String] {
    guard let events = document[.events] else { return ["no layer"] }
    return events.texts
  }

  /// The flagged words with what may be meant: `prioroity > priority`.
  static func flags(_ document: Document) -> [String] {
    guard let flags = document[.flags] else { return ["no layer"] }
    return flags.ranges.indices.map { row in
      "\(document.text[flags.ranges[row]]) > \(flags.suggestions[row] ?? "?")"
    }
  }

  static func list(_ document: Document, _ key: String) -> [String] {
    (document.metadata[key]?.array ?? []).compactMap(\.string)
  }

  /// The project's own texts.
  static func plainFixtures() throws -> [String] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(
      separator: "/")
    return try ["interview.txt", "column.txt"].map { name in
      let path = "\(root)/Pipelines/fixtures/plain/\(name)"
      guard let file = fopen(path, "r") else { throw SluiceError(.io, "no fixture \(path)") }
      defer { fclose(file) }
      var bytes: [UInt8] = []
      var byte = fgetc(file)
      while byte != EOF {
        bytes.append(UInt8(byte))
        byte = fgetc(file)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
