/// Sets words in lines of a width that a terminal can show.
struct TextPage {
  private enum Style: String {
    case bold = "\u{1B}[1m"
    case coloured = "\u{1B}[1;36m"
    case faint = "\u{1B}[2m"
  }

  private static let plain = "\u{1B}[0m"

  private let width: Int
  private let isColoured: Bool
  private var lines = ""
  private var endsInGap = true

  init(width: Int, isColoured: Bool) {
    self.width = width
    self.isColoured = isColoured
  }

  mutating func title(_ text: String) {
    for line in wrapped(text, width) { write(styled(line, .bold)) }
  }

  mutating func heading(_ text: String) {
    gap()
    write(styled(text, .bold))
  }

  mutating func speaker(_ name: String, role: String?, at time: String?) {
    gap()
    let notes = (role.map { " (\($0))" } ?? "") + (time.map { " [\($0)]" } ?? "")
    let whole = Self.printable(name + notes)
    guard Self.columns(whole[...]) > width else {
      return write(styled(Self.printable(name), .coloured) + styled(Self.printable(notes), .faint))
    }
    for line in wrapped(name, width) { write(styled(line, .coloured)) }
    for line in wrapped(notes, width) { write(styled(line, .faint)) }
  }

  mutating func paragraph(_ text: String, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    for line in wrapped(text, width - indent) { write(margin + line) }
  }

  mutating func item(_ text: String, mark: String = "•") {
    let lines = wrapped(text, width - 4)
    if mark == "•" {
      for (index, line) in lines.enumerated() { write((index == 0 ? "  • " : "    ") + line) }
    } else {
      for line in wrapped(mark, width - 2) { write("  " + styled(line, .faint)) }
      for line in lines { write("    " + line) }
    }
  }

  /// One empty line, unless there is one or nothing stands above.
  mutating func gap() {
    if !endsInGap { lines += "\n" }
    endsInGap = true
  }

  consuming func finish() -> [UInt8] {
    Array((lines + String(repeating: "─", count: width) + "\n").utf8)
  }

  private mutating func write(_ line: String) {
    lines += line + "\n"
    endsInGap = false
  }

  private func styled(_ text: String, _ style: Style) -> String {
    isColoured && !text.isEmpty ? style.rawValue + text + Self.plain : text
  }

  // MARK: - Breaking lines

  private func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in Self.printable(text).split(separator: " ") {
      var word = word
      var columns = Self.columns(word)
      if used > 0, used + 1 + columns <= width {
        line += " " + word
        used += 1 + columns
        continue
      }
      if used > 0 { lines.append(line) }
      // Text without spaces is broken where the line is full.
      while columns > width {
        var fitting = word.startIndex
        var taken = 0
        while fitting < word.endIndex, case let next = Self.columns(word[fitting]), taken + next <= width {
          taken += next
          fitting = word.index(after: fitting)
        }
        if fitting == word.startIndex { fitting = word.index(after: fitting) }
        lines.append(String(word[..<fitting]))
        word = word[fitting...]
        columns = Self.columns(word)
      }
      line = String(word)
      used = columns
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  /// The text with white space as single spaces, and without what steers terminals or turns lines around.
  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0xA0, 0x2028, 0x2029: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func columns(_ text: Substring) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + columns($1) }
  }

  /// Columns of a character: two in East Asian scripts and for emoji (Unicode Annex 11, by blocks).
  private static func columns(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return first.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
