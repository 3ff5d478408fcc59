import Sluice
import SluiceHash

/// Proves what records say, from the records and the bytes of their sources alone.
///
/// - The source is the one that the record names: length and SHA-256.
/// - The parsed text comes from the source: what is copied is there byte for byte; what is decoded is what the
///   charset, character references, escapes of JSON and the collapse of white space make of its source; what is inserted is white
///   space only.
/// - The edits lead from the parsed text to the text, and each replaced the source range that it names.
/// - What happened stands in the part of the source that it names.
/// - All ranges lie in the text, between characters; the words of flags, entities and of the summary stand where they
///   are said to; the summary's source ranges are those of its text.
/// - Nothing was changed since the record was written, for records that carry a digest.
///
/// Labels, speakers and metadata are judgements of stages: the digest protects them, the source does not prove
/// them.
public struct Verifier: Sendable {
  /// One thing in a record that is not true.
  public struct Mismatch: Hashable, Sendable, CustomStringConvertible {
    /// Id of the record.
    public let record: String
    /// The member, such as `entities[3].text`.
    public let member: String
    public let message: String

    public var description: String { "\(record): \(member): \(message)" }
  }

  /// How many things of each kind.
  public struct Counts: Hashable, Sendable {
    public var records = 0
    /// Bytes of parsed text.
    public var bytes = 0
    /// Segments of the alignment of the parsed text.
    public var segments = 0
    public var blocks = 0
    public var links = 0
    public var turns = 0
    public var cues = 0
    public var events = 0
    public var flags = 0
    public var edits = 0
    public var tokens = 0
    public var sentences = 0
    public var entities = 0
    public var quotes = 0
    public var summary = 0
    public var keyphrases = 0
    public var facts = 0

    public init() {}

    /// Kinds and counts in a fixed order, for reports.
    public var named: [(name: String, count: Int)] {
      [
        ("records", records), ("bytes", bytes), ("segments", segments), ("blocks", blocks), ("links", links),
        ("turns", turns), ("cues", cues), ("events", events), ("flags", flags), ("edits", edits),
        ("tokens", tokens), ("sentences", sentences), ("entities", entities), ("quotes", quotes),
        ("summary", summary), ("keyphrases", keyphrases), ("facts", facts),
      ]
    }
  }

  /// The mismatches that are reported of one record at most.
  public static let mismatchLimit = 50

  /// What the records held that were given so far, and how much of it was proven.
  public private(set) var checked = Counts()
  public private(set) var proven = Counts()

  public init() {}

  /// Compares a record with its source, and adds to ``checked`` and ``proven``.
  ///
  /// The ranges of a record count as proven only when its text is.
  ///
  /// - Returns: what is not true, at most ``mismatchLimit`` of it.
  public mutating func verify(_ record: Record, _ source: [UInt8]) -> [Mismatch] {
    var check = RecordCheck(record, source)
    check.run()
    checked += check.checked
    proven += check.proven
    return check.mismatches.map { Mismatch(record: record.id, member: $0.member, message: $0.message) }
  }
}

extension Verifier.Counts {
  static func += (a: inout Self, b: Self) {
    a.records += b.records
    a.bytes += b.bytes
    a.segments += b.segments
    a.blocks += b.blocks
    a.links += b.links
    a.turns += b.turns
    a.cues += b.cues
    a.events += b.events
    a.flags += b.flags
    a.edits += b.edits
    a.tokens += b.tokens
    a.sentences += b.sentences
    a.entities += b.entities
    a.quotes += b.quotes
    a.summary += b.summary
    a.keyphrases += b.keyphrases
    a.facts += b.facts
  }
}
