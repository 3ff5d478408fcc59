/// A type that a setting can have: it reads itself from a configuration node and describes itself to editors.
public protocol SettingValue: Codable, Sendable {
  /// - Returns: `nil` after a complaint to the reader.
  static func read(_ node: ConfigNode, _ reader: SettingsReader) -> Self?
  /// JSON Schema (draft 2020-12) of the values.
  static var schema: JSONValue { get }
  /// The value in its normal form: what `--print` shows and the pipeline's hash covers.
  var normalForm: JSONValue { get }
}

extension JSONValue {
  static func schema(type: String) -> JSONValue { .object([Member("type", .string(type))]) }
}

extension String: SettingValue {
  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> String? {
    guard case .scalar(let text) = node.content else {
      reader.expected("a text", at: node)
      return nil
    }
    return text
  }
  public static var schema: JSONValue { .schema(type: "string") }
  public var normalForm: JSONValue { .string(self) }
}

extension Int: SettingValue {
  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> Int? {
    guard case .scalar(let text) = node.content, let value = Int(text) else {
      reader.expected("a whole number", at: node)
      return nil
    }
    return value
  }
  public static var schema: JSONValue { .schema(type: "integer") }
  public var normalForm: JSONValue { .integer(self) }
}

extension Double: SettingValue {
  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> Double? {
    guard case .scalar(let text) = node.content, let value = Double(text), value.isFinite else {
      reader.expected("a number", at: node)
      return nil
    }
    return value
  }
  public static var schema: JSONValue { .schema(type: "number") }
  public var normalForm: JSONValue { .number(description) }
}

extension Bool: SettingValue {
  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> Bool? {
    switch node.content {
    case .scalar("true"): return true
    case .scalar("false"): return false
    default:
      reader.expected("true or false", at: node)
      return nil
    }
  }
  public static var schema: JSONValue { .schema(type: "boolean") }
  public var normalForm: JSONValue { .bool(self) }
}

extension Array: SettingValue where Element: SettingValue {
  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> [Element]? {
    guard case .sequence(let nodes) = node.content else {
      reader.expected("a list", at: node)
      return nil
    }
    return nodes.compactMap { Element.read($0, reader) }
  }
  public static var schema: JSONValue {
    .object([.init("type", .string("array")), .init("items", Element.schema)])
  }
  public var normalForm: JSONValue { .array(map(\.normalForm)) }
}

extension Dictionary: SettingValue where Key == String, Value: SettingValue {
  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> [String: Value]? {
    guard case .mapping(let entries) = node.content else {
      reader.expected("a mapping", at: node)
      return nil
    }
    var result: [String: Value] = [:]
    for entry in entries { result[entry.key] = Value.read(entry.value, reader) }
    return result
  }
  public static var schema: JSONValue {
    .object([.init("type", .string("object")), .init("additionalProperties", Value.schema)])
  }
  public var normalForm: JSONValue {
    .object(sorted { $0.key < $1.key }.map { .init($0.key, $0.value.normalForm) })
  }
}

extension Optional: SettingValue where Wrapped: SettingValue {
  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> Wrapped?? {
    if case .null = node.content { return .some(nil) }
    return Wrapped.read(node, reader).map(Optional.some)
  }
  public static var schema: JSONValue {
    .object([.init("anyOf", .array([Wrapped.schema, .schema(type: "null")]))])
  }
  public var normalForm: JSONValue { self?.normalForm ?? .null }
}

extension SettingValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> Self? {
    let names = allCases.map(\.rawValue)
    guard case .scalar(let text) = node.content, let value = Self(rawValue: text) else {
      var hint: String?
      if case .scalar(let text) = node.content { hint = Suggestion.didYouMean(text, among: names) }
      reader.expected("one of \(names.joined(separator: ", "))", at: node, hint: hint)
      return nil
    }
    return value
  }
  public static var schema: JSONValue {
    .object([.init("enum", .strings(allCases.map(\.rawValue)))])
  }
  public var normalForm: JSONValue { .string(rawValue) }
}

/// Written with a unit: `500ms`, `5s`, `2m`, `1h`.
extension Duration: SettingValue {
  private static let units: [(name: String, milliseconds: Double)] = [
    ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000),
  ]

  /// A duration as written in configuration and on the command line, `nil` when it is none.
  public init?(setting text: String) {
    for (name, milliseconds) in Self.units where text.hasSuffix(name) {
      if let count = Double(text.dropLast(name.count)), count.isFinite, (0...1e9).contains(count) {
        self = .microseconds(Int64((count * milliseconds * 1000).rounded()))
        return
      }
    }
    return nil
  }

  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> Duration? {
    guard case .scalar(let text) = node.content, let duration = Duration(setting: text) else {
      reader.expected("a duration such as 500ms, 5s or 2m", at: node)
      return nil
    }
    return duration
  }
  public static var schema: JSONValue {
    .object([.init("type", .string("string")), .init("pattern", .string(#"^[0-9.]+(ms|s|m|h)$"#))])
  }
  public var normalForm: JSONValue {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    let fraction = microseconds % 1000
    guard fraction > 0 else { return .string("\(microseconds / 1000)ms") }
    let digits = String(String(1000 + fraction).dropFirst())
    return .string("\(microseconds / 1000).\(digits)ms")
  }
}
