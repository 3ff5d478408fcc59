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
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = sequenceLength(in: bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return count
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
