/// What a character of several bytes is, as far as splitting goes.
enum ScalarClass {
  /// Bytes of the character that begins with a byte.
  @inline(__always)
  static func length(_ lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The character at an offset.
  static func scalar(_ window: Window, at offset: Int) -> UInt32 {
    let lead = window[offset]
    switch length(lead) {
    case 1: return UInt32(lead)
    case 2: return UInt32(lead & 0x1F) << 6 | UInt32(window[offset + 1] & 0x3F)
    case 3:
      return UInt32(lead & 0x0F) << 12 | UInt32(window[offset + 1] & 0x3F) << 6
        | UInt32(window[offset + 2] & 0x3F)
    default:
      return UInt32(lead & 0x07) << 18 | UInt32(window[offset + 1] & 0x3F) << 12
        | UInt32(window[offset + 2] & 0x3F) << 6 | UInt32(window[offset + 3] & 0x3F)
    }
  }

  /// `true` for an upper-case or title-case letter.
  @inline(__always)
  static func isUpper(_ window: Window, at offset: Int) -> Bool {
    let lead = window[offset]
    return lead < 0x80 ? lead &- 0x41 < 26 : isWideUpper(window, at: offset)
  }

  private static func isWideUpper(_ window: Window, at offset: Int) -> Bool {
    let lead = window[offset]
    if lead == 0xC3 { return (0x80...0x9E).contains(window[offset + 1]) && window[offset + 1] != 0x97 }
    guard let scalar = Unicode.Scalar(scalar(window, at: offset)) else { return false }
    return scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
  }

  /// Length of an opening quote or bracket, dash or bullet at an offset, 0 when none stands there.
  @inline(__always)
  static func openerLength(_ window: Window, at offset: Int) -> Int {
    let byte = window[offset]
    if byte < 0x80 { return window.classes[Int(byte)] & ByteClass.opener != 0 || byte == 0x2D ? 1 : 0 }
    return wideOpenerLength(window, at: offset)
  }

  private static func wideOpenerLength(_ window: Window, at offset: Int) -> Int {
    let byte = window[offset]
    if byte == 0xC2 {
      return window[offset + 1] == 0xAB || window[offset + 1] == 0xB7 || window[offset + 1] == 0xBF
        || window[offset + 1] == 0xA1 ? 2 : 0
    }
    guard byte == 0xE2 else { return 0 }
    switch (window[offset + 1], window[offset + 2]) {
    // ‐ to ―, ‘ ‚ “ „, † to ‣
    case (0x80, 0x90...0x95), (0x80, 0x98), (0x80, 0x9A), (0x80, 0x9C), (0x80, 0x9E), (0x80, 0xA0...0xA3):
      return 3
    // ‹ ⁃ ■ to ● and dingbats
    case (0x80, 0xB9), (0x81, 0x83), (0x96, _), (0x97, _), (0x9C, _), (0x9E, _): return 3
    default: return 0
    }
  }

  /// Length of a closing quote or bracket at an offset, 0 when none stands there.
  @inline(__always)
  static func closerLength(_ window: Window, at offset: Int) -> Int {
    let byte = window[offset]
    if byte < 0x80 { return window.classes[Int(byte)] & ByteClass.closer != 0 ? 1 : 0 }
    return wideCloserLength(window, at: offset)
  }

  private static func wideCloserLength(_ window: Window, at offset: Int) -> Int {
    let byte = window[offset]
    if byte == 0xC2 { return window[offset + 1] == 0xBB ? 2 : 0 }
    // 〉 》 」 』 】 and ）
    if byte == 0xE3, window[offset + 1] == 0x80 {
      switch window[offset + 2] {
      case 0x89, 0x8B, 0x8D, 0x8F, 0x91: return 3
      default: return 0
      }
    }
    if byte == 0xEF { return window[offset + 1] == 0xBC && window[offset + 2] == 0x89 ? 3 : 0 }
    guard byte == 0xE2, window[offset + 1] == 0x80 else { return 0 }
    switch window[offset + 2] {
    case 0x99, 0x9D, 0xBA: return 3
    // “ and ‘ close quotations in German and Russian.
    case 0x98, 0x9C: return offset + 3 >= window.end || window.spaceLength(at: offset + 3) > 0 ? 3 : 0
    default: return 0
    }
  }

  /// An end mark of several bytes.
  enum WideMark {
    case ellipsis, stop, exclamation, question
  }

  /// The end mark of several bytes at an offset, and its length.
  static func wideMark(_ window: Window, at offset: Int) -> (mark: WideMark, length: Int)? {
    let second = window[offset + 1], third = window[offset + 2]
    switch window[offset] {
    case 0xE2:
      guard second == 0x80 else { return nil }
      return third == 0xA6 ? (.ellipsis, 3) : nil
    // 。
    case 0xE3: return second == 0x80 && third == 0x82 ? (.stop, 3) : nil
    // ！ ． ？ ｡
    case 0xEF:
      switch (second, third) {
      case (0xBC, 0x81): return (.exclamation, 3)
      case (0xBC, 0x8E), (0xBD, 0xA1): return (.stop, 3)
      case (0xBC, 0x9F): return (.question, 3)
      default: return nil
      }
    // । ॥
    case 0xE0: return second == 0xA5 && (third == 0xA4 || third == 0xA5) ? (.stop, 3) : nil
    // ؟
    case 0xD8: return second == 0x9F ? (.question, 2) : nil
    // ۔
    case 0xDB: return second == 0x94 ? (.stop, 2) : nil
    default: return nil
    }
  }
}
