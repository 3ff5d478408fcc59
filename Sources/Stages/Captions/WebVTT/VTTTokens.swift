import Sluice

/// The tokens of WebVTT cue text (W3C WebVTT, section 6.4: cue text tokenizer).
struct VTTTokens {
  enum Token {
    /// Text up to the next tag; character references stand in it undecoded.
    case text(Range<Int>)
    /// Name, classes with their dots, and annotation, as written.
    case start(name: Range<Int>, classes: Range<Int>, annotation: Range<Int>)
    case end(name: Range<Int>)
    case timestamp(Range<Int>)
  }

  private let bytes: Bytes
  private let end: Int
  private(set) var index: Int

  init(_ bytes: Bytes, _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Token? {
    guard index < end else { return nil }
    if bytes[index] != UInt8(ascii: "<") {
      let start = index
      index = bytes.first(UInt8(ascii: "<"), in: index..<end) ?? end
      return .text(start..<index)
    }
    let start = index + 1
    let close = bytes.first(UInt8(ascii: ">"), in: start..<end) ?? end
    index = min(close + 1, end)
    guard start < close else { return .start(name: 0..<0, classes: 0..<0, annotation: 0..<0) }
    if bytes[start] == UInt8(ascii: "/") { return .end(name: start + 1..<close) }
    if bytes[start].isDigit { return .timestamp(start..<close) }
    var at = start
    while at < close, bytes[at] != UInt8(ascii: "."), !bytes[at].isBlank { at += 1 }
    let name = start..<at
    while at < close, !bytes[at].isBlank { at += 1 }
    return .start(name: name, classes: name.upperBound..<at, annotation: bytes.trimmed(at..<close))
  }
}

extension Bytes {
  /// The text of an annotation or of a string token: references decoded, NUL replaced, runs of white space as one
  /// space when asked for.
  func decoded(_ range: Range<Int>, collapsed: Bool) -> String {
    let text = CharacterReferences.decodeAll(
      UnsafeBufferPointer(start: base + range.lowerBound, count: range.count).span)
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      if byte == 0 {
        result += [0xEF, 0xBF, 0xBD]
      } else if collapsed, byte.isBlank {
        if result.last != 0x20, !result.isEmpty { result.append(0x20) }
      } else if byte == 0x0D {
        if index + 1 >= text.count || text[index + 1] != 0x0A { result.append(0x0A) }
      } else {
        result.append(byte)
      }
    }
    if collapsed, result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
