/// Words that may be wrong and were not changed: for people to look at.
public struct Flags: Layer {
  public var ranges: [TextRange] = []
  /// Id of the rule that found each, such as `respell.glossary`.
  public private(set) var rules: [String] = []
  /// What may be meant, `nil` when the rule does not say.
  public private(set) var suggestions: [String?] = []

  public init() {}

  public mutating func append(_ range: TextRange, rule: String, suggestion: String? = nil) {
    ranges.append(range)
    rules.append(rule)
    suggestions.append(suggestion)
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    rules.keep(rows)
    suggestions.keep(rows)
  }
}

extension LayerKey where Value == Flags {
  public static var flags: Self { Self("flags") }
}

extension LayerID {
  public static let flags = LayerKey.flags.id
}
