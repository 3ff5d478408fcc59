/// What stands at places of a text, as far as the ends of sentences go.
extension Window {
  /// Behind an emoticon such as `:-)` that follows a gap, the same offset when there is none.
  func endOfEmoticon(from start: Int) -> Int {
    guard self[start] == 0x20 else { return start }
    var next = skipSpace(from: start)
    guard next - start < 4, self[next] == UInt8(ascii: ":") || self[next] == UInt8(ascii: ";") else {
      return start
    }
    next += 1
    if self[next] == UInt8(ascii: "-") { next += 1 }
    switch self[next] {
    case UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"),
      UInt8(ascii: "/"), UInt8(ascii: "|"):
      break
    default: return start
    }
    while self[next] == UInt8(ascii: ")") || self[next] == UInt8(ascii: "(") { next += 1 }
    if bits(next) & ByteClass.upper != 0 || self[next] == UInt8(ascii: "p") { next += 1 }
    return spaceLength(at: next) > 0 || next >= end ? min(next, end) : start
  }

  func endOfMarks(from start: Int) -> Int {
    var end = start
    if isEndBeforeEllipsis(start) { return start + 1 }
    while true {
      switch self[end] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        end += 1
      case 0x80...0xFF:
        guard let wide = ScalarClass.wideMark(self, at: end) else { return end }
        end += wide.length
      case 0x20 where self[end + 1] == UInt8(ascii: ".") && self[end - 1] == UInt8(ascii: "."):
        // The points of `. . .` belong together.
        end += 2
      default:
        return end
      }
    }
  }

  /// `word. . . . Next`: the first full stop ends a sentence, the ellipsis begins the next one.
  func isEndBeforeEllipsis(_ start: Int) -> Bool {
    guard self[start] == UInt8(ascii: "."), bits(start - 1) & (ByteClass.space | ByteClass.dot) == 0,
      // `". . . it began`: the quotation begins with the ellipsis.
      bits(start - 1) & ByteClass.opener == 0 || bits(start - 2) & ByteClass.space == 0
    else { return false }
    var next = start + 1, dots = 0
    while self[next] == 0x20, self[next + 1] == UInt8(ascii: ".") {
      next += 2
      dots += 1
    }
    guard dots == 2 || dots == 3, self[next] == 0x20 else { return false }
    next += 1
    while next < end, ScalarClass.openerLength(self, at: next) > 0 {
      next += ScalarClass.openerLength(self, at: next)
    }
    return ScalarClass.isUpper(self, at: next)
  }

  /// Behind the number of a caption, such as `Figure 1.4` before `The carved heads`; the same offset when there is none.
  func endOfCaption(from start: Int) -> Int {
    var next = start
    if hasPrefix("Figure ", at: start) { next += 7 } else if hasPrefix("Table ", at: start) { next += 6 }
    let digits = next
    guard next > start, bits(next) & ByteClass.digit != 0 else { return start }
    while bits(next) & ByteClass.digit != 0
      || bits(next) & ByteClass.dot != 0 && bits(next + 1) & ByteClass.digit != 0
    {
      next += 1
    }
    guard next - digits < 8, self[next] == 0x20, bits(next + 1) & ByteClass.upper != 0 else { return start }
    return next
  }

  /// Behind footnote marks such as `[12]` or ` [3, 4][5]`, the same offset when there are none.
  func endOfNotes(from start: Int) -> Int {
    var end = start
    while true {
      var next = end
      if self[next] == 0x20 { next += 1 }
      guard self[next] == UInt8(ascii: "[") else { break }
      next += 1
      let digits = next
      while next - digits < 24, isNoteByte(self[next]) { next += 1 }
      guard next > digits, self[next] == UInt8(ascii: "]") else { break }
      end = next + 1
    }
    return end > start && (end >= end || spaceLength(at: end) > 0) ? end : start
  }

  private func isNoteByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), 0x20, UInt8(ascii: ","), UInt8(ascii: "-"), 0xE2, 0x80, 0x93:
      true
    default: false
    }
  }

  func hasPrefix(_ prefix: StaticString, at offset: Int) -> Bool {
    for index in 0..<prefix.utf8CodeUnitCount
    where self[offset + index] | 0x20 != prefix.utf8Start[index] | 0x20 {
      return false
    }
    return true
  }

  /// A bracket that holds more than an enumerator, before a word of more than a letter.
  func endsPlainBracket(at offset: Int, before next: Int) -> Bool {
    guard base[offset - 1] == UInt8(ascii: ")"), offset - 5 >= start, base[next + 1] &- 0x61 < 26
    else { return false }
    for before in offset - 5..<offset - 1 {
      let bits = classes[Int(base[before])]
      if bits & (ByteClass.space | ByteClass.opener | ByteClass.closer | ByteClass.dot) != 0 { return false }
    }
    return true
  }

  /// `false` for what shows nothing: controls, zero-width characters and byte order marks.
  func hasVisible(_ range: Range<Int>) -> Bool {
    if bits(range.lowerBound) & (ByteClass.upper | ByteClass.digit) != 0 { return true }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = self[offset]
      if byte < 0x80 {
        if byte > 0x20, byte != 0x7F { return true }
        offset += 1
        continue
      }
      switch ScalarClass.scalar(self, at: offset) {
      case 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0xFEFF, 0x80...0xA0, 0x2000...0x200A,
        0x3000:
        break
      default: return true
      }
      offset += ScalarClass.length(byte)
    }
    return false
  }
}
