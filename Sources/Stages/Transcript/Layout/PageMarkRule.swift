import Sluice

/// Marks of a printed original's pages on lines of their own: `[[Page H6115]]`, `[Page 12]`, `Page 3 of 9`.
struct PageMarkRule: CleaningRule {
  let kind = EditClass.layout

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    var found: [Deletions.Stretch] = []
    page.forEachLine { line in
      guard
        bytes[line.lowerBound] == UInt8(ascii: "[") || bytes[line.lowerBound].lowered == UInt8(ascii: "p"),
        line.count < 40, Self.isMark(bytes, line)
      else { return }
      found.append(Deletions.Stretch(range: line, rule: "layout.page-mark", kind: kind))
    }
    return Deletions(bytes: bytes).edits(found)
  }

  private static func isMark(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    var brackets = 0
    while index < line.upperBound, bytes[index] == UInt8(ascii: "[") {
      brackets += 1
      index += 1
    }
    guard bytes.hasText("page ", at: index) else { return false }
    index += 5
    func number() -> Bool {
      if index < line.upperBound, bytes[index].isUpper { index += 1 }
      let start = index
      while index < line.upperBound, bytes[index].isDigit { index += 1 }
      return index > start
    }
    guard number() else { return false }
    if brackets > 0 {
      return line.upperBound - index == brackets && line.suffix(brackets).allSatisfy { bytes[$0] == 0x5D }
    }
    guard bytes.hasText(" of ", at: index) else { return false }
    index += 4
    return number() && index == line.upperBound
  }
}
