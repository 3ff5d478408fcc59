/// What the bytes of a text stand for, decided without decoding.
enum ByteClass {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  @inline(__always)
  static func isLetter(_ text: Bytes, _ index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
    switch byte {
    case 0xC2: return false
    // General punctuation to dingbats, CJK punctuation, private use and marks of order, emoji.
    case 0xE2: return index + 1 < text.count && text[index + 1] >= 0xB0
    case 0xE3: return index + 1 < text.count && text[index + 1] != 0x80
    case 0xEF: return index + 1 < text.count && text[index + 1] < 0xB8 && text[index + 1] >= 0xA4
    case 0xF0: return index + 1 < text.count && text[index + 1] != 0x9F
    default: return true
    }
  }

  /// Bytes of the character at an index.
  @inline(__always)
  static func width(_ text: Bytes, _ index: Int) -> Int {
    let lead = text[index]
    let width = lead < 0xC0 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4))
    return min(width, text.count - index)
  }

  /// Bytes of the white space at an index, 0 when there is none.
  @inline(__always)
  static func spaceWidth(_ text: Bytes, _ index: Int) -> Int {
    let byte = text[index]
    if byte == 0x20 || byte &- 9 < 5 { return 1 }
    if byte < 0x80 { return 0 }
    if byte == 0xC2 { return index + 1 < text.count && text[index + 1] == 0xA0 ? 2 : 0 }
    guard index + 2 < text.count else { return 0 }
    if byte == 0xE2, text[index + 1] == 0x80 {
      let last = text[index + 2]
      return last <= 0x8B || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
    }
    return byte == 0xE3 && text[index + 1] == 0x80 && text[index + 2] == 0x80 ? 3 : 0
  }

  static func isSpace(_ text: Bytes, _ index: Int) -> Bool { spaceWidth(text, index) > 0 }

  static func isCapital(_ text: Bytes, _ index: Int) -> Bool {
    let byte = text[index]
    guard index + 1 < text.count else { return false }
    switch byte {
    case 0xC3...0xC5: return CaseFold.isCapital(byte, text[index + 1])
    // Greek and Cyrillic.
    case 0xCE: return text[index + 1] >= 0x86 && text[index + 1] <= 0xAB
    case 0xD0: return text[index + 1] <= 0xAF
    default: return false
    }
  }

  /// Bytes of a straight or curly apostrophe, `nil` when the character is none.
  @inline(__always)
  static func apostropheWidth(_ text: Bytes, _ index: Int) -> Int? {
    let byte = text[index]
    if byte == 0x27 { return 1 }
    guard byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0x99 else {
      return nil
    }
    return 3
  }

  /// Length of `s`, `re`, `ve`, `ll`, `d` or `m` behind an apostrophe, `nil` when something else follows.
  static func cliticLength(_ text: Bytes, _ index: Int) -> Int? {
    var end = index
    while end < text.count, end - index < 3, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
    if end < text.count, end - index < 3, text[end] >= 0x80, isLetter(text, end) { return nil }
    let first = end > index ? text[index] | 0x20 : 0
    switch end - index {
    case 1: return first == 0x73 || first == 0x64 || first == 0x6D ? 1 : nil
    case 2:
      let second = text[index + 1] | 0x20
      if second == 0x65, first == 0x72 || first == 0x76 { return 2 }
      return first == 0x6C && second == 0x6C ? 2 : nil
    default: return nil
    }
  }

  static func isQuote(_ text: Bytes, _ index: Int) -> Bool {
    let byte = text[index]
    if byte == 0x22 || byte == 0x27 || byte == 0x28 || byte == 0x5B { return true }
    if byte == 0xC2 { return index + 1 < text.count && text[index + 1] == 0xAB }
    return byte == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80
      && (0x98...0x9F).contains(text[index + 2])
  }

  /// Marks behind which a clause may begin with a capital.
  static func opensClause(_ text: Bytes, _ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: "|"),
      UInt8(ascii: "*"):
      true
    default: false
    }
  }

  /// What a mark is, in windows-1252: ASCII, `–`, `€`, `£` and `¥`; 0 for all others.
  static func mark(_ text: Bytes, _ range: Range<Int>) -> UInt8 {
    let first = text[range.lowerBound]
    switch range.count {
    case 1: return first < 0x80 ? first : 0
    case 2:
      return first == 0xC2 && (text[range.lowerBound + 1] == 0xA3 || text[range.lowerBound + 1] == 0xA5)
        ? text[range.lowerBound + 1] : 0
    case 3:
      guard first == 0xE2 else { return 0 }
      switch (text[range.lowerBound + 1], text[range.lowerBound + 2]) {
      case (0x80, 0x93): return 0x96
      case (0x82, 0xAC): return 0x80
      default: return 0
      }
    default: return 0
    }
  }
}
