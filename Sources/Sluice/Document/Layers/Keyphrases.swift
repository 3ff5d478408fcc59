/// The words that say what a document is about, the best first; each row is the first mention of one.
public struct Keyphrases: Layer {
  public var ranges: [TextRange] = []
  /// As most mentions spell it.
  public private(set) var texts: [String] = []
  /// 0 to 1, comparable within a document only.
  public private(set) var scores: [Float] = []
  /// Mentions, whatever their ending.
  public private(set) var mentions: [Int32] = []

  public init() {}

  public mutating func append(_ range: TextRange, text: String, score: Float, mentions: Int) {
    ranges.append(range)
    texts.append(text)
    scores.append(score)
    self.mentions.append(Int32(clamping: mentions))
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    texts.keep(rows)
    scores.keep(rows)
    mentions.keep(rows)
  }
}

extension LayerKey where Value == Keyphrases {
  public static var keyphrases: Self { Self("keyphrases") }
}
