import Glibc

extension UnsafeRawBufferPointer {
  /// Index of the first occurrence of a byte at or behind an index.
  func index(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let baseAddress, start < count, let found = memchr(baseAddress + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - baseAddress
  }

  /// Index of the first occurrence of a sequence at or behind an index.
  func index(of sequence: StaticString, from start: Int = 0) -> Int? {
    var at = start
    while let found = index(of: sequence.utf8Start.pointee, from: at) {
      if has(sequence, at: found) { return found }
      at = found + 1
    }
    return nil
  }

  /// Whether a sequence stands at an index.
  func has(_ sequence: StaticString, at start: Int = 0) -> Bool {
    guard let baseAddress, start >= 0, start + sequence.utf8CodeUnitCount <= count else { return false }
    return memcmp(baseAddress + start, sequence.utf8Start, sequence.utf8CodeUnitCount) == 0
  }

  /// The bytes of a range, itself cut to what is there.
  func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    let range = range.clamped(to: 0..<count)
    return UnsafeRawBufferPointer(rebasing: self[range])
  }

  func slice(from start: Int) -> UnsafeRawBufferPointer { slice(Swift.min(start, count)..<count) }

  /// Without blanks at both ends.
  var trimmed: UnsafeRawBufferPointer {
    var (low, high) = (0, count)
    while low < high, self[low] <= 0x20 { low += 1 }
    while high > low, self[high - 1] <= 0x20 { high -= 1 }
    return slice(low..<high)
  }

  /// Equality without regard to the case of ASCII letters; the other side is in lower case.
  func equalsIgnoringCase(_ lower: StaticString) -> Bool {
    guard count == lower.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index].asciiLowercased != lower.utf8Start[index] { return false }
    return true
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}

extension UInt8 {
  var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
}
