import Glibc

/// A decoded source as the parsers read it: bytes and searches in them. It does not own the memory.
struct Bytes {
  let base: UnsafePointer<UInt8>
  let count: Int

  /// - Returns: `nil` when there are none.
  init?(_ buffer: UnsafeBufferPointer<UInt8>) {
    guard let base = buffer.baseAddress else { return nil }
    self.base = base
    count = buffer.count
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 { base[index] }

  /// Offset of the first byte of a value in a range, `nil` when there is none.
  @inline(__always)
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    guard let found = memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Offset of the first place of a text in a range.
  func first(_ text: StaticString, in range: Range<Int>) -> Int? {
    let length = text.utf8CodeUnitCount
    guard range.count >= length else { return nil }
    var index = range.lowerBound
    while let found = first(text.utf8Start.pointee, in: index..<range.upperBound - length + 1) {
      if memcmp(base + found, text.utf8Start, length) == 0 { return found }
      index = found + 1
    }
    return nil
  }

  /// `true` when a text stands at an offset, before the end of a range.
  func has(_ text: StaticString, at offset: Int, before end: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    return offset >= 0 && offset + length <= end && memcmp(base + offset, text.utf8Start, length) == 0
  }

  func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
    range.count == text.utf8CodeUnitCount && has(text, at: range.lowerBound, before: range.upperBound)
  }

  func same(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && memcmp(base + a.lowerBound, base + b.lowerBound, a.count) == 0
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
  }

  func array(_ range: Range<Int>) -> [UInt8] {
    Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// The range without the ASCII white space at both ends.
  @inline(__always)
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, base[start].isBlank { start += 1 }
    while end > start, base[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  /// Space, tab, line feed, form feed or carriage return: white space in WebVTT, HTML and, but for one, XML.
  @inline(__always)
  var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }
  @inline(__always)
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inline(__always)
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  @inline(__always)
  var isLower: Bool { self >= 0x61 && self <= 0x7A }
  @inline(__always)
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}

/// Reads the lines of a range; they end at a line feed, a carriage return, or both.
struct Lines {
  let bytes: Bytes
  private let end: Int
  /// The next line feed and carriage return, ``end`` when there is none; each is looked for once.
  private var feed: Int
  private var carriage: Int
  /// Where the next line begins.
  private(set) var next: Int

  init(_ bytes: Bytes, _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    next = range.lowerBound
    feed = bytes.first(0x0A, in: range) ?? end
    carriage = bytes.first(0x0D, in: range) ?? end
  }

  /// The line that begins at ``next``, without what ends it; `nil` at the end. A file that ends in a line break has
  /// no empty line behind it.
  mutating func line() -> Range<Int>? {
    guard next < end else { return nil }
    let start = next
    if feed < start { feed = bytes.first(0x0A, in: start..<end) ?? end }
    if carriage < start { carriage = bytes.first(0x0D, in: start..<end) ?? end }
    let stop = min(feed, carriage)
    next = min(stop + (carriage + 1 == feed ? 2 : 1), end)
    return start..<stop
  }
}
