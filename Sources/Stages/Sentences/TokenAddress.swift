import Sluice

/// Addresses, mentions and hashtags, which are tokens as a whole.
extension TokenScan {
  /// The web or mail address, mention or hashtag that a chunk holds, without the signs around it.
  static func address(_ window: Window, _ chunkStart: Int, _ chunkEnd: Int) -> (
    start: Int, end: Int, shape: Tokens.Shape
  )? {
    var start = chunkStart
    while start < chunkEnd, window.bits(start) & ByteClass.opener != 0 { start += 1 }
    guard start < chunkEnd else { return nil }
    let first = window.base[start]
    if first == UInt8(ascii: "@") || first == UInt8(ascii: "#") {
      var end = start + 1
      while end < chunkEnd, isWordByte(window, end) || window.base[end] == UInt8(ascii: "_") {
        end += ScalarClass.length(window.base[end])
      }
      guard end > start + 1 else { return nil }
      return (start, min(end, chunkEnd), first == UInt8(ascii: "@") ? .mention : .hashtag)
    }
    guard isAddress(window, start, chunkEnd) else { return nil }
    var end = start
    while end < chunkEnd, window.base[end] != UInt8(ascii: ">"), window.base[end] != UInt8(ascii: "\""),
      window.base[end] != 0xE2
    {
      end += 1
    }
    while end > start {
      switch window.base[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        end -= 1
      default: return end - start > 3 ? (start, end, .address) : nil
      }
    }
    return nil
  }

  private static func isAddress(_ window: Window, _ start: Int, _ end: Int) -> Bool {
    if end - start > 6, hasPrefix(window, start, "www.") || hasPrefix(window, start, "http") {
      return window[start + 3] == UInt8(ascii: ".")
        || (start..<end).contains { window[$0] == UInt8(ascii: ":") && window[$0 + 1] == UInt8(ascii: "/") }
    }
    var offset = start + 1
    while offset + 2 < end {
      if window.base[offset] == UInt8(ascii: "@") {
        return isWordByte(window, offset - 1)
          && (offset..<end).contains { window[$0] == UInt8(ascii: ".") && isWordByte(window, $0 + 1) }
      }
      offset += 1
    }
    return isHost(window, start, end)
  }

  /// `example.com`, `archive.org/x`: a name with one of the common top-level domains.
  private static func isHost(_ window: Window, _ start: Int, _ end: Int) -> Bool {
    var offset = start + 1
    while offset + 3 < end {
      if window.base[offset] == UInt8(ascii: "."), window.bits(offset - 1) & ByteClass.lower != 0 {
        for domain in ["com", "org", "net", "edu", "gov"] as [StaticString]
        where hasPrefix(window, offset + 1, domain) {
          let next = offset + 4
          if next >= end || window.bits(next) & (ByteClass.lower | ByteClass.upper | ByteClass.digit) == 0 {
            return true
          }
        }
      }
      offset += 1
    }
    return false
  }

  private static func hasPrefix(_ window: Window, _ offset: Int, _ prefix: StaticString) -> Bool {
    for index in 0..<prefix.utf8CodeUnitCount
    where window[offset + index] | 0x20 != prefix.utf8Start[index] | 0x20 {
      return false
    }
    return true
  }
}
