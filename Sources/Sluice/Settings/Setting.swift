/// Declares one option of a stage: its name, type, default and meaning in one place.
///
/// ```swift
/// public struct Settings: StageSettings {
///   @Setting("Words to hide.") public var words: [String] = []
///   @Setting("How many sentences to keep.", in: 1...1000) public var maxSentences = 3
///   public init() {}
/// }
/// ```
///
/// In pipeline files the option is called `words`, and `max-sentences`: the name in kebab case. A setting without
/// a default must be given.
@propertyWrapper
public struct Setting<Value: SettingValue>: Sendable {
  private var value: Value?
  let description: String
  let limits: [JSONValue.Member]
  private let check: @Sendable (Value) -> String?

  public var wrappedValue: Value {
    get {
      guard let value else {
        preconditionFailure("a setting without a default was never set: \(description)")
      }
      return value
    }
    set { value = newValue }
  }

  /// A setting with a default.
  public init(wrappedValue: Value, _ description: String) {
    value = wrappedValue
    self.description = description
    limits = []
    check = { _ in nil }
  }

  /// A setting that must be given.
  public init(_ description: String) {
    value = nil
    self.description = description
    limits = []
    check = { _ in nil }
  }

  /// A number within limits.
  public init(wrappedValue: Value, _ description: String, in range: ClosedRange<Value>)
  where Value: Comparable {
    value = wrappedValue
    self.description = description
    limits = [.init("minimum", range.lowerBound.normalForm), .init("maximum", range.upperBound.normalForm)]
    check = {
      range.contains($0) ? nil : "must be from \(range.lowerBound) to \(range.upperBound), not \($0)"
    }
  }
}

extension Setting where Value: ExpressibleByNilLiteral {
  /// A setting that need not be given: an optional without a default is `nil`.
  public init(_ description: String) {
    self.init(wrappedValue: nil, description)
  }
}

extension Setting: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(wrappedValue: try decoder.singleValueContainer().decode(Value.self), "")
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

/// A setting of whatever type, as it is found by reflection.
protocol AnySetting {
  var isRequired: Bool { get }
  /// Schema with description, limits and default.
  var schema: JSONValue { get }
  var normalForm: JSONValue? { get }
  /// A copy with the value of a node; the same as before when the node cannot be read.
  func reading(_ node: ConfigNode, _ reader: SettingsReader) -> any AnySetting
}

extension Setting: AnySetting {
  var isRequired: Bool { value == nil }

  var schema: JSONValue {
    var members = Value.schema.members ?? []
    members.append(.init("description", .string(description)))
    members += limits
    if let normalForm { members.append(.init("default", normalForm)) }
    return .object(members)
  }

  var normalForm: JSONValue? { value?.normalForm }

  func reading(_ node: ConfigNode, _ reader: SettingsReader) -> any AnySetting {
    guard let value = Value.read(node, reader) else { return self }
    if let complaint = check(value) {
      let name = reader.place.last.map { "'\($0)' " } ?? ""
      reader.complain(name + complaint, at: node.position)
      return self
    }
    var copy = self
    copy.value = value
    return copy
  }
}
