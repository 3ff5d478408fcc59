/// Dates, amounts and places that a document states, each with its sentence.
public struct Facts: Layer {
  public enum Kind: String, Sendable, CaseIterable {
    case date, money, percent, place
  }

  /// Of the words that state it.
  public var ranges: [TextRange] = []
  public private(set) var kinds: [Kind] = []
  /// The sentence that they stand in.
  public private(set) var sentences: [TextRange] = []
  /// How often the document mentions it.
  public private(set) var mentions: [Int32] = []

  public init() {}

  public mutating func append(_ kind: Kind, _ range: TextRange, sentence: TextRange, mentions: Int = 1) {
    ranges.append(range)
    kinds.append(kind)
    sentences.append(sentence)
    self.mentions.append(Int32(clamping: mentions))
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    kinds.keep(rows)
    sentences.keep(rows)
    mentions.keep(rows)
  }
}

extension LayerKey where Value == Facts {
  public static var facts: Self { Self("facts") }
}
