extension UnsafeBufferPointer where Element == UInt8 {
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range])
  }

  /// The first place of a needle in lower case, whatever the case of the bytes.
  func range(of needle: StaticString, from start: Int = 0) -> Range<Int>? {
    let length = needle.utf8CodeUnitCount
    guard length > 0, count - start >= length else { return nil }
    return needle.withUTF8Buffer { needle in
      for offset in start...(count - length) where lower(offset) == needle[0] {
        if (1..<length).allSatisfy({ lower(offset + $0) == needle[$0] }) { return offset..<offset + length }
      }
      return nil
    }
  }

  /// The byte at an offset, in lower case.
  @inline(__always)
  func lower(_ offset: Int) -> UInt8 {
    let byte = self[offset]
    return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
