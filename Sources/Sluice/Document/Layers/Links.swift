/// The links of a page's text: which words lead where.
public struct Links: Layer {
  public var ranges: [TextRange] = []
  /// Where each leads: an absolute address where the page's own is known, else as the page has it.
  public private(set) var targets: [String] = []
  /// Link types as the page states them, such as `nofollow` or `author`.
  public private(set) var relations: [String?] = []

  public init() {}

  public mutating func append(_ range: TextRange, target: String, relation: String? = nil) {
    ranges.append(range)
    targets.append(target)
    relations.append(relation)
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    targets.keep(rows)
    relations.keep(rows)
  }
}

extension LayerKey where Value == Links {
  public static var links: Self { Self("links") }
}
