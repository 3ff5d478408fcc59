/// A date and a time of the day in front of a message: `12/05/21, 10:32`, `[2021-05-12 10:32:11]`.
struct ClockDate {
  /// Offset behind it, brackets included.
  let end: Int

  /// `nil` when none stands at the offset.
  init?(_ bytes: [UInt8], at offset: Int, end limit: Int) {
    var index = offset
    func at(_ place: Int) -> UInt8 { place < limit ? bytes[place] : 0 }
    let isBracketed = at(index) == UInt8(ascii: "[")
    if isBracketed { index += 1 }
    guard at(index).isDigit else { return nil }
    for part in 0..<3 {
      let start = index
      while at(index).isDigit, index - start < 4 { index += 1 }
      guard index > start else { return nil }
      if part == 2 { break }
      guard at(index) == UInt8(ascii: "/") || at(index) == UInt8(ascii: ".") || at(index) == 0x2D else {
        return nil
      }
      index += 1
    }
    if at(index) == UInt8(ascii: ",") { index += 1 }
    guard at(index) == 0x20 || at(index) == UInt8(ascii: "T"),
      let time = TimeMark(bytes, at: index + 1, end: limit), !time.isBracketed
    else { return nil }
    index = time.end
    for half: StaticString in [" am", " pm"] where bytes.hasText(half, at: index) { index += 3 }
    if isBracketed {
      guard at(index) == UInt8(ascii: "]") else { return nil }
      index += 1
    }
    end = index
  }
}
