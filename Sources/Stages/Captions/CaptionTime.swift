/// Times of captions as people and files write them.
public enum CaptionTime {
  /// Seconds as `01:02:03.004`; times before the start and beyond all recordings are held at the ends.
  ///
  /// - Parameter separator: `.` in WebVTT, `,` in SubRip.
  public static func text(_ seconds: Double, separator: String) -> String {
    let millis = seconds.isFinite ? Int((min(max(seconds, 0), 1e12) * 1000).rounded()) : 0
    func padded(_ number: Int, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    let clock = "\(padded(millis / 3_600_000, 2)):\(padded(millis / 60_000 % 60, 2))"
    return "\(clock):\(padded(millis / 1000 % 60, 2))\(separator)\(padded(millis % 1000, 3))"
  }

  /// A time written any way that is found: `1:02:03.5`, `2:03,500`, `63.5`, and what was odd of it.
  struct Reading {
    var seconds: Double
    var end: Int
    var fields: Int
    var digits: Int
    var hasComma: Bool
    var isPadded: Bool
  }

  @inline(__always)
  static func read(_ bytes: Bytes, at start: Int, end: Int) -> Reading? {
    var index = start
    var seconds = 0.0
    var fields = 0
    var isPadded = true
    while true {
      let field = index
      var value = 0
      while index < end, bytes[index].isDigit, index - field < 15 {
        value = value &* 10 &+ Int(bytes[index] &- 0x30)
        index += 1
      }
      guard index > field else { return nil }
      if index - field < 2 { isPadded = false }
      seconds = seconds * 60 + Double(value)
      fields += 1
      guard fields < 3, index + 1 < end, bytes[index] == UInt8(ascii: ":"), bytes[index + 1].isDigit else {
        break
      }
      index += 1
    }
    var digits = 0
    var hasComma = false
    if index + 1 < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","),
      bytes[index + 1].isDigit
    {
      hasComma = bytes[index] == UInt8(ascii: ",")
      index += 1
      var fraction = 0
      while index < end, bytes[index].isDigit {
        if digits < 9 {
          fraction = fraction &* 10 &+ Int(bytes[index] &- 0x30)
          digits += 1
        }
        index += 1
      }
      seconds += Double(fraction) / Self.scales[digits]
    }
    return Reading(
      seconds: seconds, end: index, fields: fields, digits: digits, hasComma: hasComma, isPadded: isPadded)
  }

  private static let scales: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
}
