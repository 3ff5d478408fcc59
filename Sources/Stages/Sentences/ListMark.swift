/// The number of a list item: `1.`, `2)`, `(c)`, `iv.`, `3.)`, a bullet before it or not.
struct ListMark: Sendable {
  private enum Style: Sendable {
    case number, letter, roman
  }

  /// Where the item begins, its bullet or bracket included.
  let start: Int
  /// Behind the sign that closes the number.
  let end: Int
  private let style: Style
  private let value: Int
  private let isUpper: Bool
  private let close: UInt8

  /// The most bytes from the number of one item to that of the next.
  private static let reach = 160

  /// Reads a number at the start of a line.
  init?(_ window: Window, at start: Int) {
    var word = start
    while word < start + 8 {
      let length = ScalarClass.openerLength(window, at: word)
      let space = window.spaceLength(at: word)
      if length == 0, space == 0 || word == start { break }
      word += max(length, space)
    }
    var end = word
    while end < word + 5, window.bits(end) & (ByteClass.lower | ByteClass.upper | ByteClass.digit) != 0 {
      end += 1
    }
    guard end > word, window[end] == UInt8(ascii: ".") || window[end] == UInt8(ascii: ")") else { return nil }
    self.init(window, start: start, word: word, close: end)
  }

  private init?(_ window: Window, start: Int, word: Int, close: Int) {
    var end = close + 1
    if window[close] == UInt8(ascii: "."), window[end] == UInt8(ascii: ")") { end += 1 }
    guard window.spaceLength(at: end) > 0 else { return nil }
    self.start = start
    self.end = end
    self.close = window[end - 1]
    isUpper = window.bits(word) & ByteClass.upper != 0
    // `J. K. Muller` is no list.
    if isUpper, close == word + 1, end == close + 1, self.close == UInt8(ascii: ".") { return nil }
    if let number = Self.number(window, word, close) {
      (style, value) = (.number, number)
    } else if let number = Self.roman(window, word, close), close - word > 1 || number == 1 {
      (style, value) = (.roman, number)
    } else if close == word + 1, window.bits(word) & (ByteClass.lower | ByteClass.upper) != 0,
      window[word] < 0x80
    {
      (style, value) = (.letter, Int(window[word] | 0x20) - 0x60)
    } else {
      return nil
    }
  }

  /// The item that follows, when its number is closed at an offset.
  func next(_ window: Window, endingAt offset: Int, after limit: Int) -> ListMark? {
    guard offset - end < Self.reach else { return nil }
    var word = offset
    while word > max(end, offset - 5), window[word - 1] < 0x80,
      window.bits(word - 1) & (ByteClass.lower | ByteClass.upper | ByteClass.digit) != 0
    {
      word -= 1
    }
    var start = word
    if window[start - 1] == UInt8(ascii: "(") || window[start - 1] == UInt8(ascii: "[") { start -= 1 }
    while start > end {
      if start >= 3 + end, window[start - 3] == 0xE2, ScalarClass.openerLength(window, at: start - 3) == 3 {
        start -= 3
      } else if window[start - 1] == 0x20, start >= 4 + end, window[start - 4] == 0xE2,
        ScalarClass.openerLength(window, at: start - 4) == 3
      {
        start -= 4
      } else {
        break
      }
    }
    guard word < offset, start >= limit, window.spaceLength(before: start) > 0,
      let item = ListMark(window, start: start, word: word, close: offset), item.close == close,
      item.follows(self, window, word, offset)
    else { return nil }
    let resume = window.skipSpace(from: item.end)
    guard resume < window.end,
      window.bits(resume) & ByteClass.sign == 0 || ScalarClass.openerLength(window, at: resume) > 0
    else { return nil }
    switch window[window.trimSpace(before: start, limit: end) - 1] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return nil
    default: break
    }
    let previous = Candidate.lastWord(window, before: start, limit: end)
    return WordSet.englishOpenWords.contains(previous) || WordSet.englishCounted.contains(previous)
      ? nil : item
  }

  private func follows(_ last: ListMark, _ window: Window, _ word: Int, _ end: Int) -> Bool {
    guard isUpper == last.isUpper else { return false }
    switch last.style {
    case .number: return style == .number && value == last.value + 1
    case .letter: return end == word + 1 && Int(window[word] | 0x20) - 0x60 == last.value + 1
    case .roman: return Self.roman(window, word, end) == last.value + 1
    }
  }

  private static func number(_ window: Window, _ start: Int, _ end: Int) -> Int? {
    guard end - start <= 2 else { return nil }
    var value = 0
    for offset in start..<end {
      guard window.bits(offset) & ByteClass.digit != 0 else { return nil }
      value = value * 10 + Int(window[offset]) - 0x30
    }
    return value
  }

  /// The value of a Roman number to 39.
  private static func roman(_ window: Window, _ start: Int, _ end: Int) -> Int? {
    var value = 0, last = 0
    for offset in (start..<end).reversed() {
      let digit: Int
      switch window[offset] | 0x20 {
      case UInt8(ascii: "i"): digit = 1
      case UInt8(ascii: "v"): digit = 5
      case UInt8(ascii: "x"): digit = 10
      default: return nil
      }
      value += digit < last ? -digit : digit
      last = max(last, digit)
    }
    return value > 0 ? value : nil
  }
}
