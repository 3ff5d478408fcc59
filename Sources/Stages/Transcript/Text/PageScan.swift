/// What one pass over the bytes of a text finds: which signs it has at all, and its words.
///
/// Rules share it: most texts are passed over by the signs alone, and no rule divides a text into words again.
/// A reference, so that the words are found once, and only where a rule asks for them.
final class PageScan {
  /// Signs that rules begin with.
  struct Signs: OptionSet {
    let rawValue: UInt16

    /// `(`, `[` or `{`.
    static let bracket = Signs(rawValue: 1 << 0)
    static let square = Signs(rawValue: 1 << 1)
    /// Bytes beyond ASCII.
    static let wide = Signs(rawValue: 1 << 2)
    static let digit = Signs(rawValue: 1 << 3)
    static let hyphen = Signs(rawValue: 1 << 4)
    static let colon = Signs(rawValue: 1 << 5)
    static let chevron = Signs(rawValue: 1 << 6)
    static let backslash = Signs(rawValue: 1 << 7)
    static let ampersand = Signs(rawValue: 1 << 8)
    /// Control characters, tabs and carriage returns.
    static let control = Signs(rawValue: 1 << 9)
    static let quote = Signs(rawValue: 1 << 10)
  }

  private(set) lazy var signs = findSigns()
  private let bytes: [UInt8]
  private let open: [Range<Int>]
  /// The words of the open parts.
  private(set) lazy var words = PageWords(bytes, in: open)

  init(_ bytes: [UInt8], open: [Range<Int>]) {
    self.bytes = bytes
    self.open = open
  }

  private func findSigns() -> Signs {
    var seen: UInt16 = 0
    bytes.withUnsafeBufferPointer { bytes in
      Self.signsOfByte.withUnsafeBufferPointer { table in
        for region in open {
          for index in region { seen |= table[Int(bytes[index])] }
        }
      }
    }
    return Signs(rawValue: seen)
  }

  var hasWideBytes: Bool { signs.contains(.wide) }

  private static let signsOfByte: [UInt16] = (0..<256).map { value in
    let byte = UInt8(value)
    var signs: Signs = []
    switch byte {
    case UInt8(ascii: "["): signs = [.bracket, .square]
    case UInt8(ascii: "("), UInt8(ascii: "{"): signs = .bracket
    case UInt8(ascii: "-"): signs = .hyphen
    case UInt8(ascii: ":"): signs = .colon
    case UInt8(ascii: ">"): signs = .chevron
    case UInt8(ascii: "\\"): signs = .backslash
    case UInt8(ascii: "&"): signs = .ampersand
    case UInt8(ascii: "\""): signs = .quote
    case 0x0A: break
    case 0x00..<0x20, 0x7F: signs = .control
    default:
      if byte >= 0x80 { signs = .wide }
      if byte.isDigit { signs = .digit }
    }
    return signs.rawValue
  }
}
