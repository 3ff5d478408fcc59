/// Where a run of bytes stops being UTF-8 (Unicode 16, table 3-7: no overlong forms, no surrogates).
public enum UTF8Validity {
  public static func isValid(_ bytes: [UInt8]) -> Bool {
    validPrefix(of: bytes.span) == bytes.count
  }

  /// Number of leading bytes that form complete, valid UTF-8.
  public static func validPrefix(of bytes: Span<UInt8>) -> Int {
    let count = bytes.count
    var index = 0
    while index < count {
      index = endOfASCII(in: bytes, from: index)
      guard index < count else { break }
      let length = sequenceLength(in: bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return count
  }

  /// The first byte at or behind `index` that is not ASCII; the number of bytes where there is none.
  static func endOfASCII(in bytes: Span<UInt8>, from index: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var index = index
      while index + 16 <= raw.count {
        let first = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let second = raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
        if (first | second) & 0x8080_8080_8080_8080 != 0 { break }
        index += 16
      }
      while index < raw.count, raw[index] < 0x80 { index += 1 }
      return index
    }
  }

  /// Length of the valid sequence that starts at `index`, 0 when there is none.
  public static func sequenceLength(in bytes: Span<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    func continuation(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      let at = index + offset
      return at < bytes.count && bytes[at] >= low && bytes[at] <= high
    }
    switch lead {
    case 0xC2...0xDF:
      return continuation(1) ? 2 : 0
    case 0xE0...0xEF:
      let low: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return continuation(1, low, high) && continuation(2) ? 3 : 0
    case 0xF0...0xF4:
      let low: UInt8 = lead == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
      return continuation(1, low, high) && continuation(2) && continuation(3) ? 4 : 0
    default:
      return 0
    }
  }
}
