import Sluice

/// Validates by the keywords of JSON Schema that the record's schema uses.
struct SchemaCheck {
  private let root: JSONValue

  init(_ schema: JSONValue) {
    root = schema
  }

  func complaints(about value: JSONValue) -> [String] {
    check(value, root, "$")
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    var found: [String] = []
    for keyword in schema.members ?? [] {
      switch keyword.key {
      case "$ref":
        let name = keyword.value.string?.split(separator: "/").last.map(String.init) ?? ""
        guard let target = root["$defs"]?[name] else { return ["\(path): no definition '\(name)'"] }
        found += check(value, target, path)
      case "type":
        let types = keyword.value.array?.compactMap(\.string) ?? [keyword.value.string ?? ""]
        if !types.contains(where: { isOf(value, $0) }) { found.append("\(path): not of type \(types)") }
      case "const": if value != keyword.value { found.append("\(path): not \(keyword.value.jsonText)") }
      case "enum":
        if keyword.value.array?.contains(value) != true { found.append("\(path): not one of the values") }
      case "required":
        for key in keyword.value.array?.compactMap(\.string) ?? []
        where value.members != nil && value[key] == nil {
          found.append("\(path): no '\(key)'")
        }
      case "properties":
        for member in value.members ?? [] {
          if let own = keyword.value[member.key] {
            found += check(member.value, own, "\(path).\(member.key)")
          }
        }
      case "additionalProperties":
        for member in value.members ?? [] where schema["properties"]?[member.key] == nil {
          if keyword.value == .bool(false) {
            found.append("\(path): unknown '\(member.key)'")
          } else {
            found += check(member.value, keyword.value, "\(path).\(member.key)")
          }
        }
      case "items":
        for (index, element) in (value.array ?? []).enumerated() {
          found += check(element, keyword.value, "\(path)[\(index)]")
        }
      case "minItems":
        if let array = value.array, let least = keyword.value.integer, array.count < least {
          found.append("\(path): short")
        }
      case "maxItems":
        if let array = value.array, let most = keyword.value.integer, array.count > most {
          found.append("\(path): long")
        }
      case "minimum":
        if let number = value.number, let least = keyword.value.number, number < least {
          found.append("\(path): small")
        }
      case "maximum":
        if let number = value.number, let most = keyword.value.number, number > most {
          found.append("\(path): large")
        }
      case "pattern":
        // The only patterns are hashes.
        let prefix = keyword.value.string?.hasPrefix("^sha256:") == true ? "sha256:" : ""
        let digits = value.string.map { $0.hasPrefix(prefix) ? $0.dropFirst(prefix.count) : "" } ?? ""
        if digits.count != 64 { found.append("\(path): no hash") }
      case "$schema", "$id", "title", "description", "$defs": break
      default: found.append("unknown keyword '\(keyword.key)'")
      }
    }
    return found
  }

  private func isOf(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"),
      (.object, "object"):
      true
    case (.number, "integer"): value.integer != nil
    default: false
    }
  }
}

extension JSONValue {
  /// The object with another value for a member, or without it for `nil`.
  func replacing(_ key: String, with value: JSONValue?) -> JSONValue {
    .object(
      (members ?? []).compactMap { member in
        member.key != key ? member : value.map { Member(key, $0) }
      })
  }

  /// The value with what stands at a path changed: keys and indices.
  func changing(_ path: [Any], _ change: (JSONValue) -> JSONValue) -> JSONValue {
    guard let step = path.first else { return change(self) }
    let rest = Array(path.dropFirst())
    if let key = step as? String { return replacing(key, with: self[key]?.changing(rest, change)) }
    guard let index = step as? Int, var elements = array, elements.indices.contains(index) else {
      return self
    }
    elements[index] = elements[index].changing(rest, change)
    return .array(elements)
  }
}
