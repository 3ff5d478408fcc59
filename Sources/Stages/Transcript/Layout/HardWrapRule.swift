import Sluice

/// Lines that were broken to fit a width, joined again, and words that were divided at their ends put together.
///
/// A break is one of wrapping when the next line's first word would not have fitted; a text is wrapped when most of its
/// breaks are, and many of the next lines go on in lower case. Labels, lists and blank lines stay where they are.
struct HardWrapRule: CleaningRule {
  let kind = EditClass.layout

  static let fewestBreaks = 8
  static let narrowest = 30
  static let widest = 130

  private struct Break {
    /// Of the line break.
    var offset: Int
    var lineLength: Int
    var nextWord: Range<Int>
  }

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    let breaks = breaks(in: page)
    guard breaks.count >= Self.fewestBreaks, let width = width(breaks) else { return [] }
    let wrapped = breaks.filter { $0.lineLength + 1 + $0.nextWord.count > width }
    let lowers = wrapped.count { bytes[$0.nextWord.lowerBound].isLower }
    guard wrapped.count * 10 >= breaks.count * 7, lowers * 3 >= wrapped.count else { return [] }
    let words = KnownWords.shipped
    return wrapped.compactMap { edit(bytes, $0, words) }
  }

  private func breaks(in page: CleaningPage) -> [Break] {
    let bytes = page.bytes
    var result: [Break] = []
    for region in page.allOpen {
      var start = region.lowerBound
      while let end = bytes.first(0x0A, in: start..<region.upperBound) {
        defer { start = end + 1 }
        let next = end + 1
        guard end > start, next < region.upperBound, bytes[next] != 0x0A,
          isProse(bytes, next, region.upperBound)
        else {
          continue
        }
        var wordEnd = next
        while wordEnd < region.upperBound, !bytes[wordEnd].isSpace { wordEnd += 1 }
        result.append(
          Break(offset: end, lineLength: characters(bytes, start..<end), nextWord: next..<wordEnd))
      }
    }
    return result
  }

  private func characters(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    range.count { bytes[$0] & 0xC0 != 0x80 }
  }

  /// Whether a line begins as one of running text does: no label, list mark or sign.
  private func isProse(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Bool {
    let byte = bytes[start]
    guard
      byte.isWordByte || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "$")
        || byte == 0x28
    else { return false }
    if byte.isDigit {
      var index = start
      while index < limit, bytes[index].isDigit { index += 1 }
      if index + 1 < limit, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"),
        bytes[index + 1] == 0x20
      {
        return false
      }
    }
    let end = bytes.first(0x0A, in: start..<limit) ?? limit
    return LabelParser(bytes: bytes, end: end).label(at: start) == nil
  }

  /// The width that lines were broken at: that of the longest but a few.
  private func width(_ breaks: [Break]) -> Int? {
    let lengths = breaks.map(\.lineLength).sorted()
    let width = lengths[lengths.count * 19 / 20]
    return (Self.narrowest...Self.widest).contains(width) ? width : nil
  }

  private func edit(_ bytes: [UInt8], _ place: Break, _ words: KnownWords?) -> Edit? {
    let end = place.offset
    let range = TextRange(end, end + 1)
    guard end > 1, bytes[end - 1] == UInt8(ascii: "-") else {
      return Edit(range, with: " ", rule: "layout.hard-wrap", kind: kind)
    }
    guard bytes[end - 2].isLetter, bytes[place.nextWord.lowerBound].isLower else {
      return bytes[end - 2] == UInt8(ascii: "-")
        ? Edit(range, with: " ", rule: "layout.hard-wrap", kind: kind)
        : Edit(range, rule: "layout.hyphen", kind: kind)
    }
    var start = end - 1
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    let first = bytes[start..<end - 1].map(\.lowered)
    let second = bytes[place.nextWord].prefix { $0.isLetter }.map(\.lowered)
    if ["and", "or", "to"].contains(String(decoding: second, as: UTF8.self)) {
      return Edit(range, with: " ", rule: "layout.hard-wrap", kind: kind)
    }
    // `conver-` and `sation` are no words, together they are; else the hyphen is the word's own. A word in common use
    // is one even where its parts are, as `inter-` and `national`.
    let whole = first + second
    if let words, words.isKnown(whole),
      words.isCommon(whole) || !(words.isCommon(first) && words.isCommon(second))
    {
      return Edit(TextRange(end - 1, end + 1), rule: "layout.hyphen", kind: kind)
    }
    return Edit(range, rule: "layout.hyphen", kind: kind)
  }
}
