import Sluice

/// Adapts the schemas of settings to what a pipeline file can hold: `${VAR}` wherever a value stands, and plain
/// numbers and truth values where a text is wanted.
enum SchemaVariables {
  static func allowed(in schema: JSONValue) -> JSONValue {
    guard let members = schema.members else { return schema }
    if schema["properties"] == nil, schema["type"]?.string == "string", schema["pattern"] == nil {
      return .object(
        members.map { $0.key == "type" ? .init("type", .strings(["string", "number", "boolean"])) : $0 })
    }
    if isLeaf(schema) { return leaf(members) }
    return .object(members.map { .init($0.key, nested($0.value, key: $0.key)) })
  }

  private static func isLeaf(_ schema: JSONValue) -> Bool {
    schema["enum"] != nil || schema["pattern"] != nil
      || ["integer", "number", "boolean"].contains(schema["type"]?.string ?? "")
  }

  /// Description and default stay outside, where editors look for them.
  private static func leaf(_ members: [JSONValue.Member]) -> JSONValue {
    let outside = members.filter { ["description", "default"].contains($0.key) }
    let inside = members.filter { !["description", "default"].contains($0.key) }
    let reference = JSONValue.object([.init("$ref", .string("#/$defs/variable"))])
    return .object([.init("anyOf", .array([.object(inside), reference]))] + outside)
  }

  private static func nested(_ value: JSONValue, key: String) -> JSONValue {
    switch key {
    case "properties":
      return .object((value.members ?? []).map { .init($0.key, allowed(in: $0.value)) })
    case "items", "additionalProperties":
      return allowed(in: value)
    case "anyOf":
      return .array((value.array ?? []).map { allowed(in: $0) })
    default:
      return value
    }
  }
}
