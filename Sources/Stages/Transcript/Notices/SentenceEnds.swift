/// The offsets behind the sentences of a paragraph, roughly: a full stop, question or exclamation mark, perhaps
/// closing quotes and brackets, then white space and something that no sentence goes on with.
struct SentenceEnds: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    index = range.lowerBound
  }

  mutating func next() -> Int? {
    guard index < end else { return nil }
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A, index < end, bytes[index] == 0x0A { return index }
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") else {
        continue
      }
      while index < end, isCloser(bytes[index]) { index += 1 }
      if bytes.isPunctuationSign(at: index) { index += 3 }
      guard index < end, bytes[index].isSpace else { continue }
      var next = index
      while next < end, bytes[next].isSpace { next += 1 }
      if next < end, !bytes[next].isLower { return index }
    }
    index = end
    return end
  }

  private func isCloser(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
  }
}
