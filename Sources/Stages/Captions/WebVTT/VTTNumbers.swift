/// Numbers of WebVTT: timestamps, percentages, lines (W3C WebVTT, sections 4 and 6.3).
enum VTTNumbers {
  /// A timestamp by the standard: seconds, and the offset behind it.
  static func timestamp(_ bytes: Bytes, at start: Int, end: Int) -> (seconds: Double, end: Int)? {
    var index = start
    guard let (first, digits) = integer(bytes, &index, end), index < end, bytes[index] == UInt8(ascii: ":")
    else { return nil }
    index += 1
    guard let second = twoDigits(bytes, &index, end) else { return nil }
    var fields = (0.0, first, second)
    if index < end, bytes[index] == UInt8(ascii: ":") {
      index += 1
      guard let third = twoDigits(bytes, &index, end) else { return nil }
      fields = (first, second, third)
    } else if digits != 2 || first > 59 {
      return nil
    }
    guard index < end, bytes[index] == UInt8(ascii: ".") else { return nil }
    index += 1
    let point = index
    guard let (millis, _) = integer(bytes, &index, end), index - point == 3, fields.1 <= 59, fields.2 <= 59
    else { return nil }
    return (fields.0 * 3600 + fields.1 * 60 + fields.2 + millis / 1000, index)
  }

  private static func integer(_ bytes: Bytes, _ index: inout Int, _ end: Int) -> (Double, digits: Int)? {
    let start = index
    var value = 0.0
    while index < end, bytes[index].isDigit {
      value = value * 10 + Double(bytes[index] - 0x30)
      index += 1
    }
    // What is beyond all numbers is no number.
    return index > start && value.isFinite ? (value, index - start) : nil
  }

  private static func twoDigits(_ bytes: Bytes, _ index: inout Int, _ end: Int) -> Double? {
    let start = index
    guard let (value, _) = integer(bytes, &index, end), index - start == 2 else { return nil }
    return value
  }

  /// `12.5%`, from 0 to 100.
  static func percentage(_ bytes: Bytes, _ range: Range<Int>) -> Double? {
    guard let last = range.last, bytes[last] == UInt8(ascii: "%") else { return nil }
    guard let value = decimal(bytes, range.lowerBound..<last), value <= 100 else { return nil }
    return value
  }

  /// The value of a `line` setting without its alignment.
  static func line(_ bytes: Bytes, _ range: Range<Int>) -> Double? {
    guard let last = range.last else { return nil }
    if bytes[last] == UInt8(ascii: "%") { return percentage(bytes, range) }
    if bytes[range.lowerBound] == UInt8(ascii: "-") {
      return decimal(bytes, range.dropFirst()).map { -$0 }
    }
    return decimal(bytes, range)
  }

  /// Digits, and behind a point at least one more.
  static func decimal(_ bytes: Bytes, _ range: Range<Int>) -> Double? {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index].isDigit { index += 1 }
    guard index > range.lowerBound else { return nil }
    if index < range.upperBound, bytes[index] == UInt8(ascii: ".") {
      let point = index
      index += 1
      while index < range.upperBound, bytes[index].isDigit { index += 1 }
      guard index > point + 1 else { return nil }
    }
    guard index == range.upperBound, let value = Double(bytes.string(range)), value.isFinite else {
      return nil
    }
    return value
  }
}
