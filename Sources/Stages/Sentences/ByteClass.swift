/// What a byte of UTF-8 text is to a sentence splitter, as bits, so that a word's shape is an OR over its bytes.
///
/// Bytes of multi-byte characters count as lower-case letters here; ``ScalarClass`` looks at whole characters.
enum ByteClass {
  static let lower: UInt8 = 1
  static let upper: UInt8 = 2
  static let digit: UInt8 = 4
  /// White space, line breaks included.
  static let space: UInt8 = 8
  /// `.`
  static let dot: UInt8 = 16
  /// Any other sign.
  static let sign: UInt8 = 32
  /// What can close a quotation or bracket, or emphasis, behind an end mark.
  static let closer: UInt8 = 64
  /// What can open one before a word.
  static let opener: UInt8 = 128

  static let table: [UInt8] = (0..<256).map { value in
    let byte = UInt8(value)
    switch byte {
    case 0x61...0x7A: return lower
    case 0x41...0x5A: return upper
    case 0x30...0x39: return digit
    case 0x20, 0x09...0x0D, 0x1C...0x1F: return space
    case 0x80...0xFF: return lower
    case UInt8(ascii: "."): return dot
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      return sign | closer | opener
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return sign | closer
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): return sign | opener
    default: return sign
    }
  }
}
