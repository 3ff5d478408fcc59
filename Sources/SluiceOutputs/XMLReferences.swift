/// Character references as XML knows them: numbers, and the names `amp`, `lt`, `gt`, `quot` and `apos`.
public enum XMLReferences {
  /// The text with all references decoded; an ampersand that begins none stands for itself.
  @Sendable
  public static func decodeAll(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "&"),
        let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let character = character(text[(index + 1)..<end])
      {
        result += character
        index = end + 1
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func character(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return [UInt8(ascii: "&")]
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    case let number where number.hasPrefix("#"):
      let digits = number.dropFirst()
      let value =
        digits.first.map { $0 == "x" || $0 == "X" } == true
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.map { Array(String(Unicode.Scalar($0) ?? "\u{FFFD}").utf8) }
    default: return nil
    }
  }
}
