/// What the lines around a candidate look like.
extension Candidate {
  enum LineKind: UInt8 {
    /// More than an enumerator.
    case text
    /// As short as an enumerator.
    case short
    /// Nothing but an enumerator such as `1.`, `(a)` or `iv)`.
    case enumerator
  }

  enum LineCase: UInt8 {
    case plain, title, upper
  }

  /// Whether the line up to the candidate is a mere enumerator.
  func lineKind(_ window: Window) -> LineKind {
    guard offset - lineStart <= 24 else { return .text }
    var start = window.skipSpace(from: lineStart), end = offset
    while start < end, ScalarClass.openerLength(window, at: start) == 3 {
      start = window.skipSpace(from: start + 3)
    }
    guard start < end, end - start <= 8 else { return .text }
    if window[start] == UInt8(ascii: "(") || window[start] == UInt8(ascii: "[") { start += 1 }
    while end > start {
      switch window[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: "]"): end -= 1
      default: return end == offset ? .short : Self.isEnumerator(window, start, end) ? .enumerator : .short
      }
    }
    return .short
  }

  private static func isEnumerator(_ window: Window, _ start: Int, _ end: Int) -> Bool {
    var all: UInt8 = 0
    var isRoman = true
    for offset in start..<end {
      all |= window.bits(offset)
      switch window[offset] | 0x20 {
      case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"): break
      default: isRoman = false
      }
    }
    if all == ByteClass.digit { return end - start <= 3 }
    guard all & ~(ByteClass.lower | ByteClass.upper) == 0 else { return false }
    return end - start == 1 || isRoman && end - start <= 4
  }

  /// Bytes of the line behind the gap, 255 when it is longer.
  func nextLineLength(_ window: Window) -> Int {
    let limit = min(window.end, resume + 255)
    var end = resume
    while end < limit, window.base[end] != 0x0A { end += 1 }
    return end - resume
  }

  /// Whether the line up to the candidate is in capitals or in title case, by its last 100 bytes.
  func lineCase(_ window: Window) -> LineCase {
    var offset = max(lineStart, self.offset - 100)
    var hasLower = false, hasUpper = false, isTitle = true, inWord = false
    while offset < self.offset {
      let bits = window.bits(offset)
      if bits & (ByteClass.lower | ByteClass.upper) != 0 {
        let isUpper = bits & ByteClass.upper != 0
        if isUpper { hasUpper = true } else { hasLower = true }
        if isUpper == inWord { isTitle = false }
        inWord = true
      } else {
        inWord = false
      }
      offset += 1
    }
    return !hasUpper ? .plain : !hasLower ? .upper : isTitle ? .title : .plain
  }
}
