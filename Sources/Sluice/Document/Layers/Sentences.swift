/// The sentences of a text, without the white space around them.
public struct Sentences: Layer {
  public var ranges: [TextRange] = []

  public init(_ ranges: [TextRange] = []) {
    self.ranges = ranges
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
  }
}

extension LayerKey where Value == Sentences {
  public static var sentences: Self { Self("sentences") }
}
