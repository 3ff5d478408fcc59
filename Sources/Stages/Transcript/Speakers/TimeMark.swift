/// A time as transcripts write it: `1:23`, `00:01:23.500`, in brackets or not.
struct TimeMark {
  /// Seconds from the start.
  let seconds: Double
  /// Offset behind it, brackets included.
  let end: Int
  let isBracketed: Bool

  /// `nil` when no time stands at the offset.
  init?(_ bytes: [UInt8], at offset: Int, end limit: Int) {
    var index = offset
    if index < limit, bytes[index] == UInt8(ascii: "\\") { index += 1 }
    var closer: UInt8?
    if index < limit {
      switch bytes[index] {
      case UInt8(ascii: "["): closer = UInt8(ascii: "]")
      case UInt8(ascii: "("): closer = UInt8(ascii: ")")
      default: break
      }
    }
    if closer != nil { index += 1 }
    if closer == nil, index > offset { return nil }

    var parts = 0
    var seconds = 0.0
    var digits = 0
    var number = 0.0
    while index < limit {
      let byte = bytes[index]
      if byte.isDigit {
        number = number * 10 + Double(byte - 0x30)
        digits += 1
        guard digits <= 3 else { return nil }
      } else if byte == UInt8(ascii: ":"), digits > 0, parts < 2, index + 1 < limit,
        bytes[index + 1].isDigit
      {
        parts += 1
        seconds = seconds * 60 + number
        number = 0
        digits = 0
      } else {
        break
      }
      index += 1
    }
    // `0:0:3.46`, without leading zeros, has a fraction.
    let isPadded = digits == 2
    guard digits > 0, parts == 2 || (parts == 1 && isPadded) else { return nil }
    var isExact = false
    seconds = seconds * 60 + number
    if index + 1 < limit, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","),
      bytes[index + 1].isDigit
    {
      isExact = true
      index += 1
      var scale = 0.1
      while index < limit, bytes[index].isDigit {
        seconds += Double(bytes[index] - 0x30) * scale
        scale /= 10
        index += 1
      }
    }
    guard isPadded || isExact else { return nil }
    if let last = Self.rangeEnd(bytes, index, limit, isBracketed: closer != nil) { index = last }
    if let closer {
      if index < limit, bytes[index] == UInt8(ascii: "\\") { index += 1 }
      guard index < limit, bytes[index] == closer else { return nil }
      index += 1
    } else if index < limit, bytes[index].isLetter {
      return nil
    }
    self.seconds = seconds
    self.end = index
    isBracketed = closer != nil
  }

  /// Whether all of three times or more are full or half minutes, none near the start: the hours of a programme, read
  /// as minutes.
  static func areRound(_ times: [Double]) -> Bool {
    times.count >= 3 && times[0] >= 360 && times.allSatisfy { $0.truncatingRemainder(dividingBy: 30) == 0 }
  }

  /// Behind the second time of `0:00 - 0:17`, in brackets, or of `0:00 --> 0:17`; `nil` where there is none.
  private static func rangeEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int, isBracketed: Bool) -> Int? {
    var index = start
    while index < limit, bytes[index] == 0x20 { index += 1 }
    let sign = index
    if bytes.hasText("-->", at: index) {
      index += 3
    } else if isBracketed, index < limit, bytes[index] == 0x2D {
      index += 1
    } else if isBracketed, bytes.hasText("\u{2013}", at: index) {
      index += 3
    }
    guard index > sign else { return nil }
    while index < limit, bytes[index] == 0x20 { index += 1 }
    guard index < limit, bytes[index].isDigit else { return nil }
    var colons = 0
    while index < limit, bytes[index].isDigit || bytes[index] == 0x3A || bytes[index] == 0x2E {
      if bytes[index] == 0x3A { colons += 1 }
      index += 1
    }
    return colons > 0 && bytes[index - 1].isDigit ? index : nil
  }
}
