import Sluice

/// Writes JSON values as YAML that ``YAMLReader`` reads back as the same, whatever the environment.
enum YAMLWriter {
  private static let maximumFlowLength = 90

  static func text(of value: JSONValue) -> String {
    var text = ""
    write(value, indent: 0, to: &text)
    return text
  }

  /// Writes a value that begins where the text ends: behind an indentation or `- `.
  private static func write(_ value: JSONValue, indent: Int, to text: inout String) {
    switch value {
    case .object(let members) where !members.isEmpty:
      for (index, member) in members.enumerated() {
        if index > 0 { text += String(repeating: " ", count: indent) }
        text += scalar(member.key, isKey: true) + ":"
        writeBehind(member.value, indent: indent, to: &text)
      }
    case .array(let elements) where !elements.isEmpty:
      for (index, element) in elements.enumerated() {
        if index > 0 { text += String(repeating: " ", count: indent) }
        text += "-"
        if let flow = flow(element) {
          text += " \(flow)\n"
        } else {
          text += " "
          write(element, indent: indent + 2, to: &text)
        }
      }
    default:
      text += (flow(value) ?? "null") + "\n"
    }
  }

  private static func writeBehind(_ value: JSONValue, indent: Int, to text: inout String) {
    if let flow = flow(value) {
      text += " \(flow)\n"
    } else {
      text += "\n" + String(repeating: " ", count: indent + 2)
      write(value, indent: indent + 2, to: &text)
    }
  }

  /// Values that fit in a line: scalars, what is empty, and short lists of scalars.
  private static func flow(_ value: JSONValue) -> String? {
    switch value {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let digits): return digits
    case .string(let text): return scalar(text, isKey: false)
    case .object(let members): return members.isEmpty ? "{}" : nil
    case .array(let elements):
      var parts: [String] = []
      for element in elements {
        switch element {
        case .object, .array: return nil
        default: parts.append(flow(element) ?? "null")
        }
      }
      let list = "[\(parts.joined(separator: ", "))]"
      return list.count <= maximumFlowLength || elements.isEmpty ? list : nil
    }
  }

  /// A text, in quotes wherever another reader of YAML could take it for something else.
  private static func scalar(_ text: String, isKey: Bool) -> String {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    let isPlain =
      text.utf8.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } == true
      && text.last != " " && !words.contains(text.lowercased())
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/")]
            .contains(byte)
      }
    // Keys are not searched for variables.
    return isPlain ? text : quoted(isKey ? text : Variables.escaped(text))
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}",
        "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
