/// One line of Markdown, taken apart by its beginning (CommonMark 0.31, sections 4 and 5).
struct MarkdownLine {
  /// Bytes of the line without its line break.
  let range: Range<Int>
  /// Behind quote marks, indentation and list markers.
  private(set) var content: Range<Int>
  /// Columns of white space in front of the content.
  private(set) var indent = 0
  /// Number of `>` in front.
  private(set) var quotes = 0
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    content = range
    trimEnd()
    takeIndent()
    while content.lowerBound < content.upperBound, bytes[content.lowerBound] == UInt8(ascii: ">"), indent < 4
    {
      quotes += 1
      content = content.lowerBound + 1..<content.upperBound
      if content.lowerBound < content.upperBound, bytes[content.lowerBound] == 0x20 {
        content = content.lowerBound + 1..<content.upperBound
      }
      indent = 0
      takeIndent()
    }
  }

  var isBlank: Bool { content.isEmpty }
  var first: UInt8 { content.isEmpty ? 0 : bytes[content.lowerBound] }
  /// Ends with two blanks or a backslash: a line break that is meant.
  var breaksHard: Bool {
    guard content.upperBound > content.lowerBound else { return false }
    return content.upperBound + 2 <= range.upperBound
      && bytes[content.upperBound] == 0x20 && bytes[content.upperBound + 1] == 0x20
  }

  private mutating func trimEnd() {
    var end = content.upperBound
    while end > content.lowerBound, SluiceText.isBlank(bytes[end - 1]) { end -= 1 }
    content = content.lowerBound..<end
  }

  private mutating func takeIndent() {
    var start = content.lowerBound
    while start < content.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 {
      indent += bytes[start] == 0x09 ? 4 - indent % 4 : 1
      start += 1
    }
    content = start..<content.upperBound
  }

  private func byte(_ offset: Int) -> UInt8 { offset < content.upperBound ? bytes[offset] : 0 }

  /// How often the first sign stands in a row.
  var runLength: Int {
    var end = content.lowerBound
    while end < content.upperBound, bytes[end] == first { end += 1 }
    return end - content.lowerBound
  }

  /// The level and text of an ATX heading.
  var heading: (level: Int, text: Range<Int>)? {
    guard first == UInt8(ascii: "#"), indent < 4, runLength <= 6 else { return nil }
    let level = runLength
    var start = content.lowerBound + level
    guard start == content.upperBound || SluiceText.isBlank(bytes[start]) else { return nil }
    while start < content.upperBound, SluiceText.isBlank(bytes[start]) { start += 1 }
    var end = content.upperBound
    var hashes = end
    while hashes > start, bytes[hashes - 1] == UInt8(ascii: "#") { hashes -= 1 }
    if hashes == start {
      end = start
    } else if hashes < end, SluiceText.isBlank(bytes[hashes - 1]) {
      end = hashes
      while end > start, SluiceText.isBlank(bytes[end - 1]) { end -= 1 }
    }
    return (level, start..<end)
  }

  /// 1 or 2 for a line of `=` or `-` under a heading.
  var underline: Int? {
    guard indent < 4, !isBlank, runLength == content.count else { return nil }
    return first == UInt8(ascii: "=") ? 1 : first == UInt8(ascii: "-") ? 2 : nil
  }

  var isThematicBreak: Bool {
    guard indent < 4, first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "_")
    else {
      return false
    }
    var signs = 0
    for offset in content where bytes[offset] != 0x20 && bytes[offset] != 0x09 {
      guard bytes[offset] == first else { return false }
      signs += 1
    }
    return signs >= 3
  }

  /// The sign and length of the fence that opens code.
  var fence: (sign: UInt8, length: Int)? {
    guard indent < 4, first == UInt8(ascii: "`") || first == UInt8(ascii: "~"), runLength >= 3 else {
      return nil
    }
    if first == UInt8(ascii: "`"), content.dropFirst(runLength).contains(where: { bytes[$0] == first }) {
      return nil
    }
    return (first, runLength)
  }

  func closes(_ fence: (sign: UInt8, length: Int)) -> Bool {
    indent < 4 && first == fence.sign && runLength >= fence.length && runLength == content.count
  }

  /// A line of a table that says how its columns are aligned: `|---|:-:|`.
  var isDelimiterRow: Bool {
    guard !isBlank, content.count >= 3 else { return false }
    var dashes = 0
    for offset in content {
      switch bytes[offset] {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09: continue
      default: return false
      }
    }
    return dashes > 0 && hasBar
  }

  var hasBar: Bool { content.contains { bytes[$0] == UInt8(ascii: "|") } }

  /// Takes a list marker off; `nil` when there is none, else the column where the item's content begins.
  mutating func takeListMarker() -> Int? {
    guard !isThematicBreak else { return nil }
    var end = content.lowerBound
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): end += 1
    case 0x30...0x39:
      while (0x30...0x39).contains(byte(end)), end - content.lowerBound < 10 { end += 1 }
      guard end - content.lowerBound < 10, byte(end) == UInt8(ascii: ".") || byte(end) == UInt8(ascii: ")")
      else {
        return nil
      }
      end += 1
    default: return nil
    }
    guard end == content.upperBound || byte(end) == 0x20 || byte(end) == 0x09 else { return nil }
    let width = end - content.lowerBound
    let outer = indent
    content = end..<content.upperBound
    indent = 0
    takeIndent()
    let column = outer + width + (isBlank || indent > 4 ? 1 : indent)
    // `[ ]` and `[x]` of a task.
    if content.count >= 4, byte(content.lowerBound) == UInt8(ascii: "["),
      byte(content.lowerBound + 2) == UInt8(ascii: "]"), byte(content.lowerBound + 3) == 0x20,
      [0x20, UInt8(ascii: "x"), UInt8(ascii: "X")].contains(byte(content.lowerBound + 1))
    {
      content = content.lowerBound + 4..<content.upperBound
    }
    return column
  }

  /// `[label]: address`, or a footnote when the label begins with `^`.
  var definition: (label: Range<Int>, rest: Range<Int>)? {
    guard indent < 4, first == UInt8(ascii: "[") else { return nil }
    var end = content.lowerBound + 1
    while end < content.upperBound, bytes[end] != UInt8(ascii: "]") {
      if bytes[end] == UInt8(ascii: "[") || end - content.lowerBound > 999 { return nil }
      end += 1
    }
    guard end > content.lowerBound + 1, byte(end + 1) == UInt8(ascii: ":") else { return nil }
    var start = end + 2
    while start < content.upperBound, SluiceText.isBlank(bytes[start]) { start += 1 }
    return (content.lowerBound + 1..<end, start..<max(start, content.upperBound))
  }

  /// Begins with a tag or comment of HTML that stands on lines of its own.
  var opensHTML: Bool {
    guard indent < 4, first == UInt8(ascii: "<") else { return false }
    var next = byte(content.lowerBound + 1)
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
    var offset = content.lowerBound + 1
    if next == UInt8(ascii: "/") {
      offset += 1
      next = byte(offset)
    }
    guard (0x61...0x7A).contains(next | 0x20) else { return false }
    var name: [UInt8] = []
    while offset < content.upperBound, name.count < 12, (0x30...0x7A).contains(bytes[offset]) {
      if bytes[offset] == UInt8(ascii: ">") || bytes[offset] == UInt8(ascii: ":") { break }
      name.append(bytes[offset] | 0x20)
      offset += 1
    }
    return Self.blockTags.contains(String(decoding: name, as: UTF8.self))
  }

  private static let blockTags: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "dd", "div", "dl",
    "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr",
    "html", "iframe", "li", "link", "main", "menu", "meta", "nav", "ol", "p", "pre", "script", "section",
    "style",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul", "video", "audio",
  ]
}
