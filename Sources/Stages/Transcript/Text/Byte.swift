import CSluiceModels
import Glibc

/// Classes of bytes of UTF-8 text; a byte beyond ASCII counts as a letter unless its lead byte is that of
/// punctuation.
extension UInt8 {
  /// ASCII white space.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isUpper: Bool { (0x41...0x5A).contains(self) }
  var isLower: Bool { (0x61...0x7A).contains(self) }
  /// A letter of ASCII, or any byte beyond it.
  var isLetter: Bool { isUpper || isLower || self >= 0x80 }
  var isWordByte: Bool { isLetter || isDigit }
  /// The lower case of ASCII letters; other bytes as they are.
  var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

extension [UInt8] {
  /// Offset of the first byte of a value in a range.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    withUnsafeBytes { bytes in
      guard !range.isEmpty, let base = bytes.baseAddress,
        let found = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether two spaces stand behind a letter anywhere.
  var hasDoubleSpace: Bool {
    withUnsafeBufferPointer { bytes in
      var index = 1
      while index + 1 < bytes.count {
        index = sluice_next_two_spaces(bytes.baseAddress, index, bytes.count)
        guard index < bytes.count else { break }
        if bytes[index - 1].isLetter { return true }
        index += 1
      }
      return false
    }
  }

  /// Offset of the next opening bracket, `(`, `[` or `{`; the end of the range when there is none.
  func nextBracket(in range: Range<Int>) -> Int {
    withUnsafeBufferPointer { sluice_next_bracket($0.baseAddress, range.lowerBound, range.upperBound) }
  }

  /// Offset of the next `"` or lead byte of General Punctuation; the end of the range when there is none.
  func nextQuote(in range: Range<Int>) -> Int {
    withUnsafeBufferPointer { sluice_next_quote($0.baseAddress, range.lowerBound, range.upperBound) }
  }

  /// Offset of the next space with a space behind it; the end of the range when there is none.
  func nextTwoSpaces(in range: Range<Int>) -> Int {
    withUnsafeBufferPointer { sluice_next_two_spaces($0.baseAddress, range.lowerBound, range.upperBound) }
  }

  /// Offset of the next white space or invisible character that is more than a single space or line break between
  /// others; the end of the range when there is none.
  func nextWhiteSpace(in range: Range<Int>) -> Int {
    withUnsafeBufferPointer { sluice_next_white_space($0.baseAddress, range.lowerBound, range.upperBound) }
  }

  /// Whether a lower-case ASCII text stands at an offset, in any case.
  func hasText(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= self.count else { return false }
    for index in 0..<count where self[offset + index].lowered != text.utf8Start[index] { return false }
    return true
  }

  /// Whether an ASCII text stands at an offset, in the same case.
  func hasExactText(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= self.count else { return false }
    for index in 0..<count where self[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  /// The range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  /// Whether a three-byte sign of General Punctuation (U+2000 to U+203F) stands at an offset, such as a curly quote.
  func isPunctuationSign(at offset: Int) -> Bool {
    offset >= 0 && offset + 2 < count && self[offset] == 0xE2 && self[offset + 1] == 0x80
  }

  /// Whether U+2019, the apostrophe of typeset text, stands at an offset.
  func isCurlyApostrophe(at offset: Int) -> Bool {
    isPunctuationSign(at: offset) && self[offset + 2] == 0x99
  }
}
