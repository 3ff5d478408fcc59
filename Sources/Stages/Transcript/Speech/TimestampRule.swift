import Sluice

/// Time marks in square brackets within the text, `[00:01:23]` or `\[36:17\]`, where a text has several.
struct TimestampRule: CleaningRule {
  let kind = EditClass.timestamp

  static let fewest = 3

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    var found: [Deletions.Stretch] = []
    guard page.scan.signs.isSuperset(of: [.square, .digit, .colon]) else { return [] }
    for region in page.open {
      var index = region.lowerBound
      while let open = bytes.first(UInt8(ascii: "["), in: index..<region.upperBound) {
        index = open
        let start = index > 0 && bytes[index - 1] == UInt8(ascii: "\\") ? index - 1 : index
        guard let mark = TimeMark(bytes, at: start, end: region.upperBound) else {
          index += 1
          continue
        }
        found.append(Deletions.Stretch(range: start..<mark.end, rule: "time.inline-bracket", kind: kind))
        index = mark.end
      }
    }
    return found.count < Self.fewest ? [] : Deletions(bytes: bytes).edits(found)
  }
}
