/// A name as the Congressional Record gives it at the start of a speech: a title in lower case, the name in
/// capitals, perhaps a state or a name in parentheses, a full stop.
struct RecordName {
  let range: Range<Int>
  let qualifier: Range<Int>?
  /// Offset behind the full stop.
  let end: Int

  private static let titles = WordTable(
    "mr. mrs. ms. miss dr. the senator representative sen. rep. gov. gen. adm. amb. sec. prof. judge justice chairman "
      + "chairwoman secretary delegate m. mm. mme mlle "
      + "sr. sra. herr frau")
  private static let small = WordTable("of pro tempore acting the and from le la de du des von")

  /// The letters that titles begin with.
  private static let initials = Set("acdfghjmprst".utf8)

  init?(_ bytes: [UInt8], at start: Int, end limit: Int) {
    guard start < limit, Self.initials.contains(bytes[start].lowered) else { return nil }
    func wordEnd(_ start: Int) -> Int {
      var index = start
      while index < limit,
        bytes[index].isLetter || bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "-")
      {
        index += 1
      }
      return index
    }
    var index = wordEnd(start)
    if index < limit, bytes[index] == UInt8(ascii: ".") { index += 1 }
    guard index > start, index < limit, bytes[index] == 0x20, Self.titles.contains(bytes, start..<index)
    else {
      return nil
    }
    var words = 0
    var hasCapitals = false
    var isState = false
    while index < limit, bytes[index] == 0x20, words < 7 {
      if index + 1 < limit, bytes[index + 1] == UInt8(ascii: "(") { break }
      let next = index + 1
      let end = wordEnd(next)
      guard end > next else { return nil }
      let uppers = (next..<end).count { bytes[$0].isUpper }
      if uppers >= 2, uppers * 2 > end - next {
        hasCapitals = true
      } else if Self.small.contains(bytes, next..<end) {
        isState = isState || bytes.hasText("of", at: next)
      } else if !(isState && bytes[next].isUpper) {
        return nil
      }
      index = end
      words += 1
    }
    guard hasCapitals else { return nil }
    range = start..<index
    if index + 1 < limit, bytes[index] == 0x20, bytes[index + 1] == UInt8(ascii: "(") {
      let open = index + 2
      index = open
      while index < limit, index - open < LabelParser.longestQualifier, bytes[index] != UInt8(ascii: ")") {
        index += 1
      }
      guard index < limit, bytes[index] == UInt8(ascii: ")") else { return nil }
      qualifier = open..<index
      index += 1
    } else {
      qualifier = nil
    }
    guard index < limit, bytes[index] == UInt8(ascii: "."), index + 1 == limit || bytes[index + 1] == 0x20
    else {
      return nil
    }
    end = index + 1
  }
}
