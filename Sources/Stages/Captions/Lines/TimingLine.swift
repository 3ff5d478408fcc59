/// A line that says from when to when a cue lasts, in any of the ways that are found: `00:01.000 --> 00:02.000`,
/// `1:51.640 -> 1:56.040`, `0.000 --> 3.480`, `0:00:01.000,0:00:04.000`.
struct TimingLine {
  var start: Double?
  var end: Double?
  /// What follows the times.
  var settings: Range<Int>

  @inline(__always)
  init?(_ bytes: Bytes, _ line: Range<Int>, form: LineParser.Form, _ leniencies: inout Leniencies) {
    var index = line.lowerBound
    let limit = line.upperBound
    while index < limit, bytes[index].isBlank { index += 1 }
    guard index < limit, bytes[index].isDigit else { return nil }
    if form == .sbv {
      guard let start = CaptionTime.read(bytes, at: index, end: limit), start.fields > 1, start.end < limit,
        bytes[start.end] == UInt8(ascii: ",")
      else { return nil }
      guard let end = CaptionTime.read(bytes, at: start.end + 1, end: limit), end.fields > 1,
        bytes.trimmed(end.end..<limit).isEmpty
      else { return nil }
      self.start = start.seconds
      self.end = end.seconds
      settings = limit..<limit
      return
    }
    guard let start = CaptionTime.read(bytes, at: index, end: limit) else { return nil }
    index = start.end
    while index < limit, bytes[index].isBlank { index += 1 }
    let (arrow, isPlain) = Self.arrow(bytes, index, limit)
    guard arrow > 0 else {
      // Times that make no sense before an arrow that does.
      guard let found = bytes.first("-->", in: index..<min(limit, index + 40)), found - line.lowerBound < 32,
        !(bytes[found - 1].isLower)
      else { return nil }
      leniencies.note(.timeUnreadable)
      settings = limit..<limit
      return
    }
    index += arrow
    while index < limit, bytes[index].isBlank { index += 1 }
    guard let end = CaptionTime.read(bytes, at: index, end: limit) else {
      guard isPlain else { return nil }
      leniencies.note(.timeUnreadable)
      self.start = start.seconds
      settings = limit..<limit
      return
    }
    guard isPlain || bytes.trimmed(end.end..<limit).isEmpty else { return nil }
    self.start = start.seconds
    self.end = end.seconds
    settings = end.end..<limit
    if !isPlain { leniencies.note(.arrow) }
    note(start, form, &leniencies)
    note(end, form, &leniencies)
    if end.seconds < start.seconds { leniencies.note(.backwardTime) }
  }

  /// Length of the arrow at an offset, 0 when there is none, and whether it is `-->`.
  @inline(__always)
  private static func arrow(_ bytes: Bytes, _ index: Int, _ end: Int) -> (length: Int, isPlain: Bool) {
    if bytes.has("-->", at: index, before: end) { return (3, true) }
    if bytes.has("->", at: index, before: end) || bytes.has("=>", at: index, before: end) {
      return (2, false)
    }
    if bytes.has("–>", at: index, before: end) || bytes.has("—>", at: index, before: end) {
      return (4, false)
    }
    if bytes.has("→", at: index, before: end) { return (3, false) }
    if bytes.has("- ->", at: index, before: end) || bytes.has("-- >", at: index, before: end) {
      return (4, false)
    }
    return (0, false)
  }

  @inline(__always)
  private func note(_ time: CaptionTime.Reading, _ form: LineParser.Form, _ leniencies: inout Leniencies) {
    let least = form == .subRip ? 3 : 2
    if time.fields < least { leniencies.note(.timeFields) }
    if time.digits != 3 || !time.isPadded { leniencies.note(.timeDigits) }
    if time.hasComma != (form == .subRip) { leniencies.note(.timeComma) }
  }
}
