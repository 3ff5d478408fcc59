public import Sluice

/// What wins where mentions overlap: `before` or `after` what `tag.entities` found, or a number.
///
/// `tag.entities` has the priority 0. The higher number wins; of equal ones the longer mention, then the one that was
/// there first.
public struct MatchPriority: SettingValue, Hashable {
  public let written: String
  /// The number; `nil` for `before`, which is the stage's own.
  let number: Int32?

  /// The stage's own number, above 0.
  public static let before = MatchPriority(written: "before", number: nil)
  /// -10: only where nothing else is.
  public static let after = MatchPriority(written: "after", number: -10)

  private init(written: String, number: Int32?) {
    self.written = written
    self.number = number
  }

  /// A number from -1000 to 1000; `nil` beyond.
  public init?(_ number: Int) {
    guard (-1000...1000).contains(number) else { return nil }
    self.init(written: String(number), number: Int32(number))
  }

  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> MatchPriority? {
    if case .scalar(let text) = node.content {
      if text == "before" { return .before }
      if text == "after" { return .after }
      if let number = Int(text), let priority = MatchPriority(number) { return priority }
    }
    reader.expected("before, after or a whole number from -1000 to 1000", at: node)
    return nil
  }

  public static var schema: JSONValue {
    .object([
      .init(
        "anyOf",
        .array([
          .object([.init("enum", .strings(["before", "after"]))]),
          .object([
            .init("type", .string("integer")), .init("minimum", .integer(-1000)),
            .init("maximum", .integer(1000)),
          ]),
        ]))
    ])
  }

  public var normalForm: JSONValue {
    guard let number, written != "after" else { return .string(written) }
    return .integer(number)
  }
}
