import Sluice

/// Divides Markdown into blocks (CommonMark 0.31, section 4; tables as GitHub writes them) and hands the lines of
/// each to ``MarkdownText``.
struct MarkdownBlocks {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var text: MarkdownText
  private let poll: () throws -> Void

  /// The paragraph that is open: its lines, and what it is part of.
  private var lines: [MarkdownLine] = []
  private var openKind = Blocks.Kind.paragraph
  private var openLevel = 0
  /// Columns where the contents of the open list items begin.
  private var items: [Int] = []
  private var fence: (sign: UInt8, length: Int)?
  private var code: [Range<Int>] = []
  private var html: [Range<Int>] = []
  private var isHTML = false
  private var inTable = false
  private var blankBefore = true

  init(_ bytes: UnsafeBufferPointer<UInt8>, poll: @escaping () throws -> Void) {
    self.bytes = bytes
    self.poll = poll
    text = MarkdownText(bytes)
  }

  /// Reads all lines from an offset on.
  mutating func read(from start: Int) throws -> MarkdownText {
    collectDefinitions(from: start)
    var index = start
    var number = 0
    while index < bytes.count {
      number += 1
      if number & 0x3FF == 0 { try poll() }
      let end = lineEnd(index)
      take(index..<end)
      index = nextLine(end)
    }
    closeAll()
    return text
  }

  private func lineEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  private func nextLine(_ end: Int) -> Int {
    end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  private func eachLine(from start: Int, _ body: (Range<Int>) -> Void) {
    var index = start
    while index < bytes.count {
      let end = lineEnd(index)
      body(index..<end)
      index = nextLine(end)
    }
  }

  /// References may stand before their definitions.
  private mutating func collectDefinitions(from start: Int) {
    var labels: Set<String> = []
    eachLine(from: start) { range in
      guard range.count > 4 else { return }
      let line = MarkdownLine(bytes, range)
      if line.first == UInt8(ascii: "["), let definition = line.definition {
        labels.insert(MarkdownText.label(bytes[definition.label]))
      }
    }
    text.labels = labels
  }

  private mutating func take(_ range: Range<Int>) {
    var line = MarkdownLine(bytes, range)
    if let fence {
      if line.closes(fence) { closeCode() } else { code.append(range) }
      return
    }
    if isHTML {
      if line.isBlank { closeHTML() } else { html.append(range) }
      blankBefore = line.isBlank
      return
    }
    if line.isBlank {
      closeParagraph()
      blankBefore = true
      return
    }
    defer { blankBefore = false }
    if inTable {
      if line.hasBar { return text.row(line.content) }
      inTable = false
    }
    let isContinued = !lines.isEmpty
    if isContinued, line.quotes == 0, let level = line.underline, openKind == .paragraph || openKind == .quote
    {
      openKind = .heading
      openLevel = level
      return closeParagraph()
    }
    if isContinued, lines.count == 1, line.isDelimiterRow, let header = lines.first, header.hasBar {
      lines = []
      text.row(header.content)
      inTable = true
      return
    }
    leaveItems(line)
    if line.indent >= 4 + (items.last ?? 0), !isContinued, blankBefore || !code.isEmpty {
      code.append(range)
      return
    }
    if !code.isEmpty { closeCode() }
    if !takeLeaf(line) { takeText(&line) }
  }

  /// Items end where a line behind a blank one, or one with a marker, stands further left.
  private mutating func leaveItems(_ line: MarkdownLine) {
    guard blankBefore || line.quotes > 0 else { return }
    while let column = items.last, line.indent < column { items.removeLast() }
  }

  private mutating func takeLeaf(_ line: MarkdownLine) -> Bool {
    if line.isThematicBreak {
      closeParagraph()
      return true
    }
    if let heading = line.heading {
      closeParagraph()
      text.block(.heading, level: heading.level, [heading.text], breaks: [])
      return true
    }
    if let open = line.fence {
      closeParagraph()
      fence = open
      return true
    }
    if lines.isEmpty, let definition = line.definition {
      // Footnotes are text, addresses are not.
      if bytes[definition.label.lowerBound] == UInt8(ascii: "^") {
        text.block(.paragraph, level: 0, [definition.rest], breaks: [])
      }
      return true
    }
    if line.opensHTML {
      closeParagraph()
      isHTML = true
      html.append(line.content)
      return true
    }
    return false
  }

  private mutating func takeText(_ line: inout MarkdownLine) {
    var isItem = false
    while let column = line.listMarker(items) {
      if !isItem { closeParagraph() }
      isItem = true
      while let last = items.last, column.outer < last { items.removeLast() }
      items.append(column.inner)
      if items.count > 32 { break }
    }
    if isItem {
      openKind = .listItem
      openLevel = items.count
      if let heading = line.heading {
        return text.block(.heading, level: heading.level, [heading.text], breaks: [])
      }
    } else if lines.isEmpty {
      openKind = line.quotes > 0 ? .quote : .paragraph
      openLevel = 0
    } else if openKind == .paragraph, line.quotes > 0 {
      closeParagraph()
      openKind = .quote
    }
    if !line.isBlank { lines.append(line) }
  }

  private mutating func closeParagraph() {
    inTable = false
    if !code.isEmpty, fence == nil { closeCode() }
    guard !lines.isEmpty else { return }
    let breaks = lines.enumerated().filter { $0.element.breaksHard }.map(\.offset)
    text.block(openKind, level: openLevel, lines.map(\.content), breaks: Set(breaks))
    lines = []
    openKind = .paragraph
    openLevel = 0
  }

  private mutating func closeCode() {
    text.code(code)
    code = []
    fence = nil
  }

  private mutating func closeHTML() {
    if !html.isEmpty { text.block(.paragraph, level: 0, html, breaks: []) }
    html = []
    isHTML = false
  }

  private mutating func closeAll() {
    closeParagraph()
    closeCode()
    closeHTML()
  }
}

extension MarkdownLine {
  /// Takes a list marker off; the columns of the marker and of the content behind it.
  fileprivate mutating func listMarker(_ items: [Int]) -> (outer: Int, inner: Int)? {
    let outer = indent
    return takeListMarker().map { (outer, $0) }
  }
}
