/// The sentences chosen to stand for the document, in document order.
public struct Summary: Layer {
  public var ranges: [TextRange] = []
  /// How well each stands for the whole: higher is better, comparable within a document only.
  public private(set) var scores: [Float] = []

  public init() {}

  public mutating func append(_ range: TextRange, score: Float) {
    ranges.append(range)
    scores.append(score)
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    scores.keep(rows)
  }
}

extension LayerKey where Value == Summary {
  public static var summary: Self { Self("summary") }
}
