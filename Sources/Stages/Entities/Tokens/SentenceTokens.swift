import Sluice

/// The tokens of one sentence, with the bytes that they stand in.
struct SentenceTokens {
  let text: UnsafeBufferPointer<UInt8>
  /// The tokens of the whole document.
  let all: UnsafeBufferPointer<Token>
  /// The indices of this sentence's tokens.
  let range: Range<Int>

  var end: Int { range.upperBound }

  @inline(__always)
  subscript(index: Int) -> Token { all[index] }

  /// The token at an index, `nil` outside the sentence.
  @inline(__always)
  func at(_ index: Int) -> Token? { range.contains(index) ? all[index] : nil }

  func has(_ classes: WordClass, at index: Int) -> Bool {
    range.contains(index) && all[index].kind == .word && all[index].has(classes)
  }

  func isWord(_ key: UInt64, at index: Int) -> Bool {
    range.contains(index) && all[index].key == key && all[index].kind == .word
  }

  /// The bytes of a token.
  func bytes(_ index: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    text[Int(all[index].start)..<Int(all[index].end)]
  }

  /// The value of a number of digits without marks, `nil` for all others.
  func plainNumber(at index: Int) -> Int? {
    guard range.contains(index), all[index].kind == .number, all[index].length <= 8 else { return nil }
    var value = 0
    for byte in bytes(index) {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return value
  }

  /// A year written with four digits.
  func isYear(at index: Int) -> Bool {
    guard range.contains(index), all[index].length == 4, let value = plainNumber(at: index) else {
      return false
    }
    return (1400...2100).contains(value)
  }

  func isDay(at index: Int) -> Bool {
    guard let value = plainNumber(at: index) else { return false }
    return (1...31).contains(value) && all[index].length <= 2
  }
}
