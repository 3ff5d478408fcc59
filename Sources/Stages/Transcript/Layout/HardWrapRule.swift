import Sluice

/// Lines that were broken to fit a width, joined again, and words that were divided at their ends put together.
///
/// A break is one of wrapping when the next line's first word would not have fitted, and not when the line is short and
/// in the middle of a sentence. A stretch of lines is wrapped when half of its breaks are; a text holds such stretches when
/// most of their lines are full, they have most of its full lines, and many of their next lines go on in lower case. A short line that ends a
/// sentence ends a paragraph and says nothing. Labels, lists and blank lines stay where they are.
struct HardWrapRule: CleaningRule {
  let kind = EditClass.layout

  static let fewestBreaks = 8
  static let narrowest = 30
  static let widest = 130
  /// Characters that the first line of a paragraph may lack, as its indentation is gone.
  static let indentation = 8

  private struct Break {
    /// Of the line break.
    var offset: Int
    var lineLength: Int
    var nextWord: Range<Int>
    /// Whether the line before ends as a sentence or a heading to a list does.
    var endsSentence: Bool
    /// Whether the line before is itself one behind a break.
    var goesOn: Bool

    /// Length of the line if the next word had been put on it.
    var filled: Int { lineLength + 1 + nextWord.count }
  }

  /// Breaks that follow one another.
  private struct Stretch {
    var breaks: Range<Int>
    var full = 0
    var short = 0

    var isWrapped: Bool { full > 0 && full >= short }
  }

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    let breaks = breaks(in: page)
    guard breaks.count >= Self.fewestBreaks, let width = width(breaks) else { return [] }
    let stretches = stretches(breaks, width)
    let wrapped = stretches.filter(\.isWrapped)
    let within = Self.sum(wrapped)
    let all = Self.sum(stretches)
    let lowers = wrapped.reduce(0) { sum, stretch in
      sum + breaks[stretch.breaks].count { $0.filled > width && bytes[$0.nextWord.lowerBound].isLower }
    }
    guard within.full >= Self.fewestBreaks, within.full * 10 >= (within.full + within.short) * 7,
      within.full * 10 >= all.full * 7, all.full * 10 >= (all.full + all.short) * 3, lowers * 3 >= within.full
    else { return [] }
    let words = KnownWords.shipped
    return wrapped.flatMap { stretch in
      breaks[stretch.breaks].compactMap { isWrap($0, width, bytes) ? edit(bytes, $0, words) : nil }
    }
  }

  private static func sum(_ stretches: [Stretch]) -> (full: Int, short: Int) {
    stretches.reduce((full: 0, short: 0)) { ($0.full + $1.full, $0.short + $1.short) }
  }

  private func stretches(_ breaks: [Break], _ width: Int) -> [Stretch] {
    var result: [Stretch] = []
    for (index, place) in breaks.enumerated() {
      if result.isEmpty || !place.goesOn { result.append(Stretch(breaks: index..<index)) }
      let last = result.count - 1
      result[last].breaks = result[last].breaks.lowerBound..<index + 1
      if place.filled > width {
        result[last].full += 1
      } else if !place.endsSentence {
        result[last].short += 1
      }
    }
    return result
  }

  /// Whether a break of a wrapped stretch is one of wrapping: the line was full, or goes on in the next.
  private func isWrap(_ place: Break, _ width: Int, _ bytes: [UInt8]) -> Bool {
    if place.filled > width { return true }
    guard !place.endsSentence else { return false }
    return place.filled + Self.indentation > width
      || (bytes[place.nextWord.lowerBound].isLower && place.lineLength * 2 > width)
  }

  private func breaks(in page: CleaningPage) -> [Break] {
    let bytes = page.bytes
    var result: [Break] = []
    for region in page.allOpen {
      var start = region.lowerBound
      var isBehindBreak = false
      while let end = bytes.first(0x0A, in: start..<region.upperBound) {
        let goesOn = isBehindBreak
        let from = start
        start = end + 1
        isBehindBreak = false
        let next = end + 1
        guard end > from, next < region.upperBound, bytes[next] != 0x0A,
          isProse(bytes, next, region.upperBound)
        else {
          continue
        }
        var wordEnd = next
        while wordEnd < region.upperBound, !bytes[wordEnd].isSpace { wordEnd += 1 }
        result.append(
          Break(
            offset: end, lineLength: characters(bytes, from..<end), nextWord: next..<wordEnd,
            endsSentence: endsSentence(bytes, from..<end), goesOn: goesOn))
        isBehindBreak = true
      }
    }
    return result
  }

  private func characters(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    range.count { bytes[$0] & 0xC0 != 0x80 }
  }

  private func endsSentence(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    for byte in bytes[line].reversed() {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), 0x29, 0x5D, 0x80...: continue
      default: return false
      }
    }
    return false
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
