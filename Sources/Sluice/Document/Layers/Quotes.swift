/// What a text says that somebody said: direct and reported speech, with who said it.
///
/// A row's range is what was said: for direct speech the words between the marks, for reported speech the clause.
public struct Quotes: Layer {
  public enum Kind: String, Sendable, CaseIterable {
    /// Words in quotation marks.
    case direct
    /// A clause that a verb of speech reports: `X said that …`.
    case reported
  }

  /// One quotation.
  public struct Row: Hashable, Sendable {
    public var range: TextRange
    public var kind: Kind
    /// The words that name who speaks, a pronoun among them.
    public var speaker: TextRange?
    /// The identity of the speaker among the entities, 0 when it is not known.
    public var entity: Int32
    /// The words of the attribution that tell of speech: `said`, `according to`.
    public var cue: TextRange?
    /// It goes on with the quotation of the row before, which the attribution interrupts.
    public var continues: Bool

    public init(
      _ range: TextRange, _ kind: Kind, speaker: TextRange? = nil, entity: Int32 = 0, cue: TextRange? = nil,
      continues: Bool = false
    ) {
      self.range = range
      self.kind = kind
      self.speaker = speaker
      self.entity = entity
      self.cue = cue
      self.continues = continues
    }
  }

  public var ranges: [TextRange] {
    get { rows.map(\.range) }
    set {
      for (index, range) in newValue.enumerated() where rows.indices.contains(index) {
        rows[index].range = range
      }
    }
  }

  /// The quotations in document order; what is quoted inside a quotation follows it.
  public private(set) var rows: [Row] = []

  public init() {}

  public mutating func append(_ row: Row) {
    rows.append(row)
  }

  public mutating func keep(_ flags: [Bool]) {
    rows.keep(flags)
  }
}

extension LayerKey where Value == Quotes {
  public static var quotes: Self { Self("quotes") }
}

extension LayerID {
  public static let quotes = LayerKey.quotes.id
}
