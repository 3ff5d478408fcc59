extension UnsafeBufferPointer where Element == UInt8 {
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range])
  }

  /// The first place of a needle in lower case, whatever the case of the bytes.
  func range(of needle: StaticString, from start: Int = 0) -> Range<Int>? {
    let length = needle.utf8CodeUnitCount
    guard length > 0, count - start >= length, let base = baseAddress else { return nil }
    let letters = needle.utf8Start
    let first = letters[0]
    // The case of a letter is one bit; other signs have to be equal.
    let mask: UInt8 = (0x61...0x7A).contains(first) ? 0x20 : 0
    var offset = start
    let last = count - length
    while offset <= last {
      if base[offset] | mask == first {
        var index = 1
        while index < length, lower(offset + index) == letters[index] { index += 1 }
        if index == length { return offset..<offset + length }
      }
      offset += 1
    }
    return nil
  }

  /// The byte at an offset, in lower case.
  @inline(__always)
  func lower(_ offset: Int) -> UInt8 {
    let byte = self[offset]
    return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
