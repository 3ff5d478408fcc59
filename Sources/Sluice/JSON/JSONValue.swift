/// A JSON value (RFC 8259); members of objects keep their order, numbers their digits.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The digits as written: `1`, `-0.5`, `1e9`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  public static func integer(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }
  public static func strings(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }
}

extension JSONValue {
  /// The value of the first member with a key, `nil` when this is no object or has none.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  public var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  public var array: [JSONValue]? {
    guard case .array(let value) = self else { return nil }
    return value
  }

  public var members: [Member]? {
    guard case .object(let value) = self else { return nil }
    return value
  }

  public var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The number as an integer, `nil` when it has a fraction or does not fit.
  public var integer: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits) ?? Double(digits).flatMap(Int.init(exactly:))
  }

  public var number: Double? {
    guard case .number(let digits) = self else { return nil }
    return Double(digits)
  }

  /// A string, a number's digits or a truth value as text: how conditions and overrides compare it.
  public var scalarText: String? {
    switch self {
    case .string(let value): value
    case .number(let digits): digits
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}
