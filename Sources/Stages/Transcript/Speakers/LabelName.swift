/// A name as labels give it: a few words with capitals, small words between them, perhaps something in parentheses.
struct LabelName {
  /// The name itself.
  let range: Range<Int>
  private(set) var qualifier: Range<Int>?
  /// Offset behind name and parentheses.
  var end: Int
  /// No letter of the name is in lower case, but for `Mc` and the like.
  private(set) var isCapitals = false

  /// `nil` when no name stands at the offset.
  init?(_ bytes: [UInt8], at start: Int, end limit: Int) {
    if let length = Self.groupLength(bytes, at: start) {
      range = start..<start + length
      end = range.upperBound
      return
    }
    var index = start
    var words = 0
    var upper = 0
    var lower = 0
    var commas = 0
    var nameEnd = start
    let limit = min(limit, start + LabelParser.longestName + LabelParser.longestQualifier)
    while index < limit, words < LabelParser.mostWords, index - start <= LabelParser.longestName {
      let wordStart = index
      let first = bytes[index]
      guard
        first.isUpper || first >= 0xC3
          || (words > 0 && (first.isLower || first.isDigit || first == 0x23 || first == 0x26))
      else { return nil }
      if bytes.isPunctuationSign(at: index) { return nil }
      while index < limit, Self.isNameByte(bytes, index) { index += 1 }
      if first == 0x23 || first == 0x26 { index = max(index, wordStart + 1) }
      let word = wordStart..<index
      guard !word.isEmpty, Self.isNameWord(bytes, word, isFirst: words == 0) else { return nil }
      let uppers = word.count { bytes[$0].isUpper }
      let lowers = word.count { bytes[$0].isLower }
      upper += uppers
      // `McCONNELL` and small words do not make a name lower case.
      let isSmall = lowers == word.count || (uppers > lowers && lowers <= 3)
      if !isSmall { lower += lowers }
      words += 1
      nameEnd = index
      guard index < limit else { break }
      if bytes[index] == UInt8(ascii: ","), index + 1 < limit, bytes[index + 1] == 0x20, commas < 2 {
        // A suffix or a title: `LONG, ESQ.`
        guard index + 2 < limit, bytes[index + 2].isUpper || bytes[index + 2].isLower else { break }
        commas += 1
        index += 2
        continue
      }
      guard bytes[index] == 0x20, index + 1 < limit else { break }
      let next = bytes[index + 1]
      guard
        next.isLetter || next == 0x23 || next == 0x26
          || (next.isDigit && TimeMark(bytes, at: index + 1, end: limit) == nil)
      else { break }
      index += 1
    }
    range = start..<nameEnd
    end = nameEnd
    guard words > 0, nameEnd > start, nameEnd - start <= LabelParser.longestName else { return nil }
    isCapitals = lower == 0 && (upper >= 2 || (upper == 1 && bytes[nameEnd - 1].isDigit))
    takeQualifier(bytes, limit)
  }

  /// Bytes of a phrase for several who speak as one.
  private static func groupLength(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "S"), UInt8(ascii: "A"), UInt8(ascii: "H"), UInt8(ascii: "M"):
      return SpeakerWords.groups.first { bytes.hasText($0, at: start) }?.utf8CodeUnitCount
    default: return nil
    }
  }

  private mutating func takeQualifier(_ bytes: [UInt8], _ limit: Int) {
    var index = end
    guard index + 1 < limit, bytes[index] == 0x20,
      bytes[index + 1] == UInt8(ascii: "(") || bytes[index + 1] == UInt8(ascii: "["),
      TimeMark(bytes, at: index + 1, end: limit) == nil
    else { return }
    let (open, close) =
      bytes[index + 1] == UInt8(ascii: "(") ? (UInt8(ascii: "("), UInt8(ascii: ")")) : (0x5B, 0x5D)
    index += 2
    let start = index
    var depth = 1
    while index < limit, index - start < LabelParser.longestQualifier {
      if bytes[index] == open { depth += 1 }
      if bytes[index] == close {
        depth -= 1
        if depth == 0 {
          qualifier = start..<index
          end = index + 1
          return
        }
      }
      index += 1
    }
  }

  private static func isNameByte(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 {
      return byte.isWordByte || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "@")
    }
    // Letters, and the curly apostrophe.
    if byte == 0xE2 { return bytes.isCurlyApostrophe(at: index) }
    if byte == 0x80, index > 0, bytes[index - 1] == 0xE2 { return bytes.isCurlyApostrophe(at: index - 1) }
    if byte == 0xC2 || byte == 0xEF { return false }
    return true
  }

  private static func isNameWord(_ bytes: [UInt8], _ word: Range<Int>, isFirst: Bool) -> Bool {
    let first = bytes[word.lowerBound]
    if bytes[word.upperBound - 1] == UInt8(ascii: ".") {
      // An initial or an abbreviation: another full stop ends a sentence.
      let letters = word.count { bytes[$0].isLetter }
      guard letters <= 4, letters < word.count else { return false }
    }
    if isFirst {
      // `DO:`, `IS:` may be initials.
      let areInitials =
        word.count == 2 && bytes[word].allSatisfy(\.isUpper)
        && word.upperBound < bytes.count && bytes[word.upperBound] == UInt8(ascii: ":")
      return areInitials || !SpeakerWords.isStarter(bytes, word)
    }
    if first.isLower { return SpeakerWords.particles.contains(bytes, word) || isLowerPrefixed(bytes, word) }
    return true
  }

  /// `d'Estaing`, `al-Assad`
  static func isLowerPrefixed(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    guard let sign = word.first(where: { bytes[$0] == UInt8(ascii: "'") || bytes[$0] == UInt8(ascii: "-") })
    else {
      return false
    }
    return sign - word.lowerBound <= 2 && sign + 1 < word.upperBound && bytes[sign + 1].isUpper
  }

  func label(_ form: Label.Form, from start: Int) -> Label {
    var label = Label(form: form, range: start..<end, name: range)
    label.qualifier = qualifier
    return label
  }
}
