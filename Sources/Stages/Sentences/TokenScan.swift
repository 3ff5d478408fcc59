import Sluice

/// The rules by which ``Tokenizer`` finds the ends of tokens.
enum TokenScan {
  /// `true` where a word or number can begin or go on.
  static func isWordByte(_ window: Window, _ offset: Int) -> Bool {
    let byte = window[offset]
    if byte < 0x80 { return window.bits(offset) & (ByteClass.lower | ByteClass.upper | ByteClass.digit) != 0 }
    return isWideWord(window, offset)
  }

  /// Whether a character outside of ASCII is a letter, mark or digit.
  private static func isWideWord(_ window: Window, _ offset: Int) -> Bool {
    var start = offset
    while start > window.start, window.base[start] & 0xC0 == 0x80 { start -= 1 }
    let value = ScalarClass.scalar(window, at: start)
    if value < 0x2000 {
      return value >= 0xC0 && value != 0xD7 && value != 0xF7 || value == 0xAA || value == 0xBA
        || value == 0xB5
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  /// The end of the word or number that begins at an offset.
  static func wordEnd(_ window: Window, _ start: Int, _ end: Int) -> Int {
    var next = start
    while next < end {
      let byte = window.base[next]
      if isWordByte(window, next) {
        next += ScalarClass.length(byte)
        continue
      }
      guard next > start else { break }
      if next + 1 == end || window.spaceLength(at: next + 1) > 0 {
        // A word broken off: `th- that`.
        if byte == UInt8(ascii: "-"), next - start < 5,
          window.bits(next - 1) & (ByteClass.lower | ByteClass.upper) != 0
        {
          next += 1
        }
        break
      }
      guard joins(window, next, start, end) else { break }
      next += byte == 0xE2 ? 3 : 1
    }
    return min(next, end)
  }

  /// Whether a sign holds a word together: `1,000`, `10:25`, `O'Brien`, `U.S`, `AT&T`, `11/27`.
  private static func joins(_ window: Window, _ offset: Int, _ start: Int, _ end: Int) -> Bool {
    let before = window.bits(offset - 1), after = window.bits(offset + 1)
    let isNumeric = before & after & ByteClass.digit != 0
    let letters = ByteClass.lower | ByteClass.upper
    switch window.base[offset] {
    case UInt8(ascii: "."):
      if isNumeric { return true }
      // Letters parted by full stops: `U.S`, `e.g`, `a.m`; and names of files and hosts.
      guard before & letters != 0, after & letters != 0 || after & ByteClass.digit != 0 else { return false }
      return true
    case UInt8(ascii: ","):
      // `1,000` is a number, `13,14` are two.
      let digits =
        window.bits(offset + 1) & window.bits(offset + 2) & window.bits(offset + 3) & ByteClass.digit
      return isNumeric && digits != 0 && window.bits(offset + 4) & ByteClass.digit == 0
    case UInt8(ascii: ":"): return isNumeric
    case UInt8(ascii: "-"):
      if isNumeric { return isTelephone(window, offset) }
      if before & after & letters != 0 || before & letters != 0 && after & ByteClass.digit != 0 {
        return isPrefix(window, start, offset)
      }
      return false
    case UInt8(ascii: "/"): return isNumeric
    case UInt8(ascii: "'"): return before & letters != 0 && after & letters != 0
    case UInt8(ascii: "&"): return before & after & ByteClass.upper != 0
    case UInt8(ascii: "_"): return after & (letters | ByteClass.digit) != 0
    case 0xE2:
      return window[offset + 1] == 0x80 && window[offset + 2] == 0x99 && before & letters != 0
        && offset + 3 < end
        && window.bits(offset + 3) & letters != 0
    default: return false
    }
  }

  private static let prefixes = WordSet(
    """
    co re non pre post mid inter intra mini cross sub anti multi un over under semi ex de pro counter ultra micro macro
    vice trans extra super pan e mis pseudo quasi neo proto hyper infra mega uh mm
    """)

  private static func isPrefix(_ window: Window, _ start: Int, _ end: Int) -> Bool {
    end - start <= 7 && prefixes.contains(WordHash.of(window, start, end))
  }

  /// `363-0555`, `800-555-0199`
  private static func isTelephone(_ window: Window, _ hyphen: Int) -> Bool {
    var before = hyphen, after = hyphen + 1
    while before > window.start, window.bits(before - 1) & ByteClass.digit != 0 { before -= 1 }
    while window.bits(after) & ByteClass.digit != 0 { after += 1 }
    let left = hyphen - before, right = after - hyphen - 1
    return left == 3 && right == 4 || left == 3 && right == 3 && window[after] == UInt8(ascii: "-")
  }

  /// The end of a number of an item that begins a line, its full stop included: `2.`, `4.1.`; else the start.
  static func itemEnd(_ window: Window, _ start: Int, _ end: Int) -> Int {
    guard window[end - 1] == UInt8(ascii: "."), window.bits(start) & ByteClass.digit != 0, end - start <= 8
    else { return start }
    var offset = start
    while offset < end {
      guard window.bits(offset) & (ByteClass.digit | ByteClass.dot) != 0 else { return start }
      offset += 1
    }
    var before = start
    while before > window.start, window[before - 1] == 0x20 { before -= 1 }
    return before == window.start || window[before - 1] == 0x0A ? end : start
  }

  /// The sign, or run of signs, at an offset.
  static func sign(_ window: Window, _ start: Int, _ end: Int) -> (end: Int, shape: Tokens.Shape) {
    let byte = window.base[start]
    var next = start + ScalarClass.length(byte)
    guard next <= end else { return (end, .other) }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      while next < end, window.base[next] == UInt8(ascii: "!") || window.base[next] == UInt8(ascii: "?") {
        next += 1
      }
      return (next, .punctuation)
    case UInt8(ascii: ":"), UInt8(ascii: ";"):
      let smile = emoticonEnd(window, start, end)
      return smile > start ? (smile, .emoticon) : (next, .punctuation)
    case UInt8(ascii: "'"):
      // `'s` on its own, and decades such as `'90s`
      if next < end, window.base[next] == byte { return (next + 1, .punctuation) }
      let clitic = cliticEnd(window, next, end)
      return clitic > next ? (clitic, .clitic) : (next, .punctuation)
    case UInt8(ascii: ".")
    where next < end && window.bits(next) & ByteClass.digit != 0 && isSpaced(window, start):
      while next < end, window.bits(next) & ByteClass.digit != 0 { next += 1 }
      return (next, .number)
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "#"), UInt8(ascii: "+"):
      while next < end, window.base[next] == byte { next += 1 }
      return (
        next,
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "~")
          ? .symbol : .punctuation
      )
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      while next < end, next < start + 2, window.base[next] == byte { next += 1 }
      return (next, .symbol)
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "^"), UInt8(ascii: "|"):
      return (next, .symbol)
    default:
      if byte < 0x80 { return (next, .punctuation) }
      let value = ScalarClass.scalar(window, at: start)
      return (
        next,
        value >= 0x20A0 && value < 0x2E00 || value < 0xBF && value > 0xA1 || value > 0xFFFF
          ? .symbol : .punctuation
      )
    }
  }

  private static func isSpaced(_ window: Window, _ start: Int) -> Bool {
    start == window.start || window.bits(start - 1) & (ByteClass.space | ByteClass.opener) != 0
  }

  /// The end of a contraction that stands alone: `it 's`.
  private static func cliticEnd(_ window: Window, _ start: Int, _ end: Int) -> Int {
    guard window.bits(start - 2) & ByteClass.space != 0 else { return start }
    let first = window[start] | 0x20, second = window[start + 1] | 0x20
    var next = start
    switch (first, second) {
    case (UInt8(ascii: "v"), UInt8(ascii: "e")), (UInt8(ascii: "r"), UInt8(ascii: "e")),
      (UInt8(ascii: "l"), UInt8(ascii: "l")):
      next += 2
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "m"), _), (UInt8(ascii: "d"), _): next += 1
    default: return start
    }
    return next <= end && !isWordByte(window, next) ? next : start
  }

  private static func emoticonEnd(_ window: Window, _ start: Int, _ end: Int) -> Int {
    var next = start + 1
    if next < end, window.base[next] == UInt8(ascii: "-") { next += 1 }
    guard next < end else { return start }
    switch window.base[next] {
    case UInt8(ascii: ")"), UInt8(ascii: "("):
      while next < end, window.base[next] == UInt8(ascii: ")") || window.base[next] == UInt8(ascii: "(") {
        next += 1
      }
      return next
    case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "/"), UInt8(ascii: "p"):
      return next + 1 == end ? end : start
    default: return start
    }
  }

  static func hasWideUpper(_ window: Window, _ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end {
      if window.base[offset] >= 0xC0, ScalarClass.isUpper(window, at: offset) { return true }
      offset += 1
    }
    return false
  }

  /// The shape of a word or number.
  static func shape(_ window: Window, _ start: Int, _ end: Int, _ all: UInt8, hasUpper: Bool) -> Tokens.Shape
  {
    let hasLetters = all & (ByteClass.lower | ByteClass.upper) != 0
    if all & ByteClass.digit != 0 {
      if hasLetters { return .alphanumeric }
      return all == ByteClass.digit ? .digits : .number
    }
    guard hasLetters else { return .other }
    if !hasUpper { return .lower }
    let isFirst = ScalarClass.isUpper(window, at: start)
    var hasLower = false, hasInnerUpper = false
    var offset = start + ScalarClass.length(window.base[start])
    while offset < end {
      let bits = window.bits(offset)
      if bits & ByteClass.upper != 0 {
        hasInnerUpper = true
      } else if bits & ByteClass.lower != 0 {
        hasLower = true
      }
      offset += 1
    }
    if isFirst, !hasInnerUpper {
      return hasLower || end - start == 1 ? (end - start == 1 ? .upper : .capitalized) : .upper
    }
    return hasLower ? .mixed : .upper
  }
}
