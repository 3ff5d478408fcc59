import Sluice

/// Joins the lines of hard-wrapped paragraphs, by the only evidence that wrapping leaves: a line was broken where
/// the next word did not fit.
///
/// Lines of verse and lists, of tables and headings, and those that begin with a speaker or a time keep their ends. A
/// hyphen at the end of a line goes only where the joined word stands elsewhere in the text; else it stays, and the
/// two halves are joined around it.
struct Reflow {
  private struct Line {
    /// Without white space around it.
    var ink: Range<Int>
    var indent: Int
    /// Characters with the indentation.
    var width: Int
    /// Where the next line begins.
    var next: Int
  }

  /// Widths that texts are wrapped at.
  private static let (narrowest, widest) = (40, 132)

  private let bytes: [UInt8]
  private var lines: [Line] = []
  private var width = 0
  private var words: Set<[UInt8]> = []

  /// The text with its alignment to the bytes.
  static func reflow(_ bytes: [UInt8]) -> (text: Text, alignment: Alignment) {
    var reflow = Reflow(bytes)
    reflow.measure()
    return reflow.write()
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let next = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? end + 2 : end + 1
      var (first, last) = (start, end)
      while first < last, isBlank(bytes[first]) { first += 1 }
      while last > first, isBlank(bytes[last - 1]) { last -= 1 }
      let characters = bytes[first..<last].count { $0 & 0xC0 != 0x80 }
      lines.append(
        Line(
          ink: first..<last, indent: first - start, width: first - start + characters,
          next: min(next, bytes.count)))
      start = next
    }
  }

  /// The width that most of the text was wrapped at, 0 for texts that were not.
  private mutating func measure() {
    let widths = lines.filter { !$0.ink.isEmpty }.map(\.width).sorted()
    guard widths.count > 2 else { return }
    let common = widths[widths.count * 19 / 20]
    guard (Self.narrowest...Self.widest).contains(common) else { return }
    width = common
    for word in bytes.split(whereSeparator: { !Self.isLetter($0) && $0 != UInt8(ascii: "-") })
    where word.count > 3 {
      words.insert(Array(word))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }

  private consuming func write() -> (text: Text, alignment: Alignment) {
    var builder = TextBuilder()
    builder.reserve(bytes.count)
    var done = 0
    for index in lines.indices.dropLast() where joins(index) {
      let line = lines[index]
      let next = lines[index + 1]
      if bytes[line.ink.upperBound - 1] == UInt8(ascii: "-"), isDivided(line, next) {
        let keepsHyphen = !words.contains(joined(line, next))
        builder.copy(bytes.span, done..<line.ink.upperBound - (keepsHyphen ? 0 : 1))
      } else {
        builder.copy(bytes.span, done..<line.ink.upperBound)
        builder.decode([0x20], from: line.ink.upperBound..<next.ink.lowerBound)
      }
      done = next.ink.lowerBound
    }
    builder.copy(bytes.span, done..<bytes.count)
    return builder.finish()
  }

  /// Whether a line goes on in the next one.
  private func joins(_ index: Int) -> Bool {
    let line = lines[index]
    let next = lines[index + 1]
    guard width > 0, !line.ink.isEmpty, !next.ink.isEmpty, !isTabular(line), !isTabular(next),
      !beginsAnew(next)
    else { return false }
    // The first line of a paragraph may be indented, the others of it are not.
    if next.indent > line.indent + 1 { return false }
    let word = bytes[next.ink].prefix { !isBlank($0) }.count { $0 & 0xC0 != 0x80 }
    return line.width + 1 + word >= width - 1
  }

  /// Columns are set apart by tabulators, bars or several blanks.
  private func isTabular(_ line: Line) -> Bool {
    var blanks = 0
    var gaps = 0
    for byte in bytes[line.ink] {
      if byte == 0x09 || byte == UInt8(ascii: "|") { return true }
      blanks = byte == 0x20 ? blanks + 1 : 0
      if blanks == 3 { gaps += 1 }
    }
    return gaps > 0
  }

  /// Begins with a bullet, a number, a time, a speaker's label or a rule.
  private func beginsAnew(_ line: Line) -> Bool {
    let ink = bytes[line.ink]
    guard let first = ink.first else { return true }
    let second = ink.dropFirst().first ?? 0x20
    if "-*+>#=".utf8.contains(first), isBlank(second) || second == first { return true }
    // `•`, `–`, `—`, `▪`
    if first == 0xE2, ink.count > 3, isBlank(ink[ink.startIndex + 3]) { return true }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "(") && (0x30...0x39).contains(second) {
      return true
    }
    let digits = ink.prefix { (0x30...0x39).contains($0) }.count
    if digits > 0, digits < 4, let mark = ink.dropFirst(digits).first, ".):".utf8.contains(mark),
      ink.count == digits + 1 || isBlank(ink[ink.startIndex + digits + 1]) || mark == UInt8(ascii: ":")
    {
      return true
    }
    return hasLabel(ink)
  }

  /// `Jane Doe:`, `DR. ROE:`, `Q.`
  private func hasLabel(_ ink: ArraySlice<UInt8>) -> Bool {
    if ink.count > 2, ink.first == UInt8(ascii: "Q") || ink.first == UInt8(ascii: "A"),
      [UInt8(ascii: "."), UInt8(ascii: ":")].contains(ink[ink.startIndex + 1])
    {
      return true
    }
    guard let colon = ink.prefix(48).firstIndex(of: UInt8(ascii: ":")), colon > ink.startIndex else {
      return false
    }
    let label = ink[ink.startIndex..<colon].split(separator: 0x20)
    return label.count <= 5
      && label.allSatisfy { word in
        guard let first = word.first else { return false }
        return (0x41...0x5A).contains(first) || first >= 0x80 || first == UInt8(ascii: "(")
      }
  }

  /// `exam-` and `ple`: small letters on both sides.
  private func isDivided(_ line: Line, _ next: Line) -> Bool {
    guard line.ink.count > 3 else { return false }
    let before = bytes[line.ink.upperBound - 2]
    let after = bytes[next.ink.lowerBound]
    return ((0x61...0x7A).contains(before) || before >= 0x80)
      && ((0x61...0x7A).contains(after) || after >= 0x80)
  }

  private func joined(_ line: Line, _ next: Line) -> [UInt8] {
    var start = line.ink.upperBound - 1
    while start > line.ink.lowerBound, Self.isLetter(bytes[start - 1]) { start -= 1 }
    return Array(bytes[start..<line.ink.upperBound - 1]) + bytes[next.ink].prefix(while: Self.isLetter)
  }
}
