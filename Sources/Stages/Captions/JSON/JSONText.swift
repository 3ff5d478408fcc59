import Sluice

/// The strings of JSON.
enum JSONText {
  /// What the escape at a backslash stands for, and its length.
  static func escape(_ bytes: Bytes, at index: Int, end: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard index + 1 < end else { return nil }
    switch bytes[index + 1] {
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return (Unicode.Scalar(bytes[index + 1]), 2)
    case UInt8(ascii: "u"):
      guard let unit = unit(bytes, at: index + 2, end: end) else { return nil }
      if (0xD800..<0xDC00).contains(unit), bytes.has("\\u", at: index + 6, before: end),
        let low = self.unit(bytes, at: index + 8, end: end), (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        return (scalar, 12)
      }
      return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6)
    default: return nil
    }
  }

  private static func unit(_ bytes: Bytes, at index: Int, end: Int) -> UInt32? {
    guard index + 4 <= end else { return nil }
    var value: UInt32 = 0
    for offset in index..<index + 4 {
      let digit: UInt32
      switch bytes[offset] {
      case 0x30...0x39: digit = UInt32(bytes[offset] - 0x30)
      case 0x41...0x46, 0x61...0x66: digit = UInt32(bytes[offset] | 0x20) - 0x61 + 10
      default: return nil
      }
      value = value << 4 | digit
    }
    return value
  }

  static func string(_ bytes: Bytes, _ range: Range<Int>) -> String {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\\"), let escape = escape(bytes, at: index, end: range.upperBound) {
        result += UTF8.encode(escape.scalar) ?? UTF8.encodedReplacementCharacter
        index += escape.length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
