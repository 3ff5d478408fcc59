public import Sluice

/// A record read back: one line of what ``JSONLinesWriter`` writes.
///
/// Ranges are UTF-8 byte offsets whatever the unit of the record was. Members that are not known are passed over.
/// Reading checks the form; whether the record tells the truth is for the ``Verifier``.
public struct Record: Sendable {
  /// What a record says of its source.
  public struct Source: Hashable, Sendable {
    public let uri: String?
    public let mediaType: String
    /// WHATWG name of the charset that it was decoded from.
    public let charset: String?
    /// Length in bytes.
    public let count: Int
    /// Of the bytes, as 64 hexadecimal digits.
    public let sha256: String
  }

  public let id: String
  public let source: Source
  public let metadata: Metadata
  /// The unit in which the record was written.
  public let offsets: OffsetUnit
  public let text: Text

  public let blocks: Blocks?
  public let links: Links?
  public let turns: Turns?
  public let cues: Cues?
  public let events: Events?
  public let flags: Flags?
  /// The words of each flag, as the record has them.
  public let flagTexts: [String]
  /// What the tokens are, when the record was asked to have them.
  public let tokens: [TextRange]?
  public let sentences: Sentences?
  public let entities: Entities?
  /// The words of each entity, as the record has them.
  public let entityTexts: [String]
  public let quotes: Quotes?
  /// The words of each quotation, of its speaker and of its cue, as the record has them; empty where it has none.
  public let quoteTexts: [[String]]
  public let summary: Summary?
  /// The words of each sentence of the summary, and the source ranges that they come from, as the record has them.
  public let summaryTexts: [String]
  public let summarySources: [[SourceRange]]
  public let keyphrases: Keyphrases?
  public let facts: Facts?
  /// The words of each fact, as the record has them.
  public let factTexts: [String]

  public let edits: EditLog
  /// From ``text`` to the source, `nil` when the record has none.
  public let alignment: Alignment?
  /// From ``parsedText()`` to the source; ``alignment`` when there are no edits.
  public let parsedAlignment: Alignment?
  public let warnings: [String]

  /// What the record was read from.
  let json: JSONValue

  /// - Throws: ``SluiceError`` with code `.unreadable` that names the member that is wrong.
  public init(json: JSONValue) throws {
    do throws(RecordFault) {
      try self.init(reading: json)
    } catch {
      let place = error.path.isEmpty ? "" : "\(error.path): "
      throw SluiceError(.unreadable, "not a record: \(place)\(error.message)", document: json["id"]?.string)
    }
  }

  /// Reads a line of JSON.
  ///
  /// - Throws: ``SluiceError`` with code `.unreadable`.
  public init(line: [UInt8]) throws {
    let json: JSONValue
    do throws(JSONParser.Failure) {
      json = try JSONParser.parse(line)
    } catch {
      throw SluiceError(.unreadable, "not JSON: \(error.message) at byte \(error.offset)")
    }
    try self.init(json: json)
  }

  private init(reading json: JSONValue) throws(RecordFault) {
    guard json.members != nil else { throw RecordFault("expected an object") }
    try RecordFault.required(json, "sluice") { value throws(RecordFault) in
      guard value.integer == RecordSchema.version else {
        throw RecordFault(
          "version \(value.jsonText) is not \(RecordSchema.version), the one that is known here")
      }
    }
    self.json = json
    id = try RecordFault.required(json, "id", RecordFault.string)
    source = try RecordFault.required(json, "source", Source.init(reading:))
    metadata = Metadata(reading: json)
    offsets = try RecordFault.required(json, "offsets") { value throws(RecordFault) in
      guard let unit = value.string.flatMap(OffsetUnit.init(rawValue:)) else {
        throw RecordFault("expected one of \(OffsetUnit.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return unit
    }
    let text = try Text(RecordFault.required(json, "text", RecordFault.string))
    self.text = text

    let reader = RecordReader(text, offsets)
    blocks = try RecordFault.optional(json, "blocks", reader.blocks)
    links = try RecordFault.optional(json, "links", reader.links)
    turns = try RecordFault.optional(json, "turns", reader.turns)
    cues = try RecordFault.optional(json, "cues", reader.cues)
    events = try RecordFault.optional(json, "events", reader.events)
    (flags, flagTexts) = try RecordFault.optional(json, "flags", reader.flags) ?? (nil, [])
    tokens = try RecordFault.optional(json, "tokens", reader.sentences)?.ranges
    sentences = try RecordFault.optional(json, "sentences", reader.sentences)
    (entities, entityTexts) = try reader.entities(of: json)
    (quotes, quoteTexts) = try RecordFault.optional(json, "quotes", reader.quotes) ?? (nil, [])
    var summary: Summary?
    (summary, summaryTexts, summarySources) =
      try RecordFault.optional(json, "summary", reader.summary) ?? (nil, [], [])
    summary?.abstract = try RecordFault.optional(json, "abstract", reader.abstract)
    self.summary = summary
    keyphrases = try RecordFault.optional(json, "keyphrases", reader.keyphrases)
    (facts, factTexts) = try RecordFault.optional(json, "facts", reader.facts) ?? (nil, [])

    let edits = try RecordFault.optional(json, "edits", reader.edits) ?? EditLog()
    self.edits = edits
    alignment = try RecordFault.optional(json, "alignment") { value throws(RecordFault) in
      try RecordAlignment.read(value, textCount: text.count)
    }
    let parsedCount = edits.entries.reduce(text.count) { $0 + $1.before.count - $1.after.count }
    let ownAlignment = try RecordFault.optional(json, "parsedAlignment") { value throws(RecordFault) in
      try RecordAlignment.read(value, textCount: parsedCount)
    }
    parsedAlignment = ownAlignment ?? (edits.isEmpty ? alignment : nil)
    warnings = (json["warnings"]?.array ?? []).compactMap(\.string)
  }

  /// The text before all edits; `nil` when the edits do not lead to the text.
  public func parsedText() -> Text? {
    edits.reverted(text)
  }
}

extension Record.Source {
  fileprivate init(reading json: JSONValue) throws(RecordFault) {
    uri = try RecordFault.optional(json, "uri", RecordFault.string)
    mediaType = try RecordFault.required(json, "mediaType", RecordFault.string)
    charset = try RecordFault.optional(json, "charset", RecordFault.string)
    count = try RecordFault.required(json, "bytes", RecordFault.count)
    sha256 = try RecordFault.required(json, "sha256", RecordFault.string)
  }
}

extension Metadata {
  fileprivate init(reading json: JSONValue) {
    self.init()
    for member in json["metadata"]?.members ?? [] {
      set(member.key, member.value, evidence: json["evidence"]?[member.key]?.string)
    }
  }
}
