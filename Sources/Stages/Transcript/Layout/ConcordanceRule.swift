import Sluice

/// The index of words at the end of a court transcript: `agency 45:15 60:8`. It is no part of what was said.
struct ConcordanceRule: CleaningRule {
  let kind = EditClass.layout

  static let fewestLines = 15

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    guard page.scan.signs.isSuperset(of: [.colon, .digit]) else { return [] }
    guard mayHaveEntries(page) else { return [] }
    var lines: [Range<Int>] = []
    page.forEachLine(of: page.allOpen) { line in
      if !bytes.trimmed(line).isEmpty { lines.append(line) }
    }
    guard lines.count > Self.fewestLines else { return [] }
    let isEntry = lines.map { references(bytes, $0) > 0 }
    // The longest tail of which most lines refer to pages and lines, and that begins with such a line.
    var entries = 0
    var first: Int?
    for index in lines.indices.reversed() {
      if isEntry[index] { entries += 1 }
      let count = lines.count - index
      if count > 40, entries * 2 < count { break }
      if isEntry[index], entries * 10 >= count * 6, entries >= Self.fewestLines { first = index }
    }
    guard let first, let last = lines.last else { return [] }
    return Deletions(bytes: bytes).edits([
      Deletions.Stretch(
        range: lines[first].lowerBound..<last.upperBound, rule: "layout.concordance", kind: kind)
    ])
  }

  /// Whether there are as many references as there must be lines with one: nearly no text has them.
  private func mayHaveEntries(_ page: CleaningPage) -> Bool {
    var count = 0
    for region in page.allOpen {
      var start = region.lowerBound
      while let reference = nextReference(page.bytes, start..<region.upperBound) {
        count += 1
        if count == Self.fewestLines { return true }
        start = reference + 1
      }
    }
    return false
  }

  /// Offset of a colon that stands between digits or commas: nearly all lines have none.
  private func nextReference(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while let colon = bytes.first(UInt8(ascii: ":"), in: start..<range.upperBound) {
      if colon > range.lowerBound, colon + 1 < range.upperBound {
        let (before, behind) = (bytes[colon - 1], bytes[colon + 1])
        if before.isDigit || before == UInt8(ascii: ","),
          behind.isDigit || behind == UInt8(ascii: ",") || behind == UInt8(ascii: ":")
        {
          return colon
        }
      }
      start = colon + 1
    }
    return nil
  }

  /// How many references such as `45:15,20` a line has; none when it has too many other words.
  private func references(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    guard nextReference(bytes, line) != nil else { return 0 }
    var count = 0
    var words = 0
    var index = line.lowerBound
    while index < line.upperBound {
      guard bytes[index].isWordByte else {
        index += 1
        continue
      }
      let start = index
      while index < line.upperBound, !bytes[index].isSpace { index += 1 }
      let token = start..<index
      if let colon = token.first(where: { bytes[$0] == UInt8(ascii: ":") }), colon > start, colon + 1 < index,
        token.allSatisfy({
          bytes[$0].isDigit || bytes[$0] == UInt8(ascii: ":") || bytes[$0] == UInt8(ascii: ",")
        })
      {
        count += 1
      } else if !token.allSatisfy({ bytes[$0].isDigit || bytes[$0] == UInt8(ascii: ",") }) {
        words += 1
      }
    }
    return words <= max(2, count + 2) ? count : 0
  }
}
