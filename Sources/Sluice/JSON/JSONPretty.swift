extension JSONValue {
  /// The value as JSON for people: two spaces a level, what fits on a line of 100 characters on one.
  public var prettyText: String {
    pretty(indent: 0)
  }

  private func pretty(indent: Int) -> String {
    let line = jsonText
    let parts: [String]
    let brackets: (String, String)
    switch self {
    case .array(let elements):
      parts = elements.map { $0.pretty(indent: indent + 2) }
      brackets = ("[", "]")
    case .object(let members):
      parts = members.map { "\(JSONValue.string($0.key).jsonText): \($0.value.pretty(indent: indent + 2))" }
      brackets = ("{", "}")
    default:
      return line
    }
    if parts.isEmpty || (indent > 0 && indent + line.utf8.count <= 100) { return line }
    let margin = String(repeating: " ", count: indent + 2)
    return brackets.0 + "\n" + parts.map { margin + $0 }.joined(separator: ",\n") + "\n" + margin.dropLast(2)
      + brackets.1
  }
}
