import Sluice

/// Writes the text of blocks with its alignment: without the marks of emphasis, links and code.
struct MarkdownText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var builder = TextBuilder()
  private(set) var blocks = Blocks()
  /// Labels that are defined as references.
  var labels: Set<String> = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  consuming func finish() -> (text: Text, alignment: Alignment, blocks: Blocks) {
    let blocks = blocks
    let (text, alignment) = builder.finish()
    return (text, alignment, blocks)
  }

  /// Labels are compared without case and with single blanks.
  static func label(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// - Parameters:
  ///   - lines: bytes of its lines, without line breaks.
  ///   - breaks: lines that end with a break that is meant.
  mutating func block(_ kind: Blocks.Kind, level: Int, _ lines: [Range<Int>], breaks: Set<Int>) {
    let inline = MarkdownInline(bytes, lines, breaks: breaks, labels: labels)
    write(kind, level, inline.pieces)
  }

  /// A row of a table; its cells are divided by tabulators.
  mutating func row(_ content: Range<Int>) {
    var cells: [Range<Int>] = []
    var start = content.lowerBound
    var index = start
    while index < content.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
      } else if bytes[index] == UInt8(ascii: "|") {
        cells.append(start..<index)
        start = index + 1
      }
      index += 1
    }
    cells.append(start..<max(start, content.upperBound))
    if let first = cells.first, isBlank(first) { cells.removeFirst() }
    if cells.count > 1, let last = cells.last, isBlank(last) { cells.removeLast() }
    var pieces: [MarkdownInline.Piece] = []
    for cell in cells {
      let trimmed = trim(cell)
      if !pieces.isEmpty { pieces.append(.insert([0x09])) }
      pieces += MarkdownInline(bytes, [trimmed], breaks: [], labels: labels).pieces
    }
    write(.table, 0, pieces)
  }

  private func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { SluiceText.isBlank(bytes[$0]) } }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, SluiceText.isBlank(bytes[start]) { start += 1 }
    while end > start, SluiceText.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  mutating func code(_ lines: [Range<Int>]) {
    var lines = lines[...]
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    guard let first = lines.first, let last = lines.last else { return }
    write(.code, 0, [.copy(first.lowerBound..<last.upperBound)])
  }

  private mutating func write(_ kind: Blocks.Kind, _ level: Int, _ pieces: [MarkdownInline.Piece]) {
    guard let first = pieces.firstIndex(where: \.hasInk), let last = pieces.lastIndex(where: \.hasInk) else {
      return
    }
    if let before = blocks.kinds.last {
      let isClose = before == kind && (kind == .listItem || kind == .table)
      builder.insert(isClose ? [0x0A] : [0x0A, 0x0A])
    }
    let start = builder.count
    for piece in pieces[first...last] {
      switch piece {
      case .copy(let range): builder.copy(bytes.span, range)
      case .decode(let text, let range): builder.decode(text, from: range)
      case .insert(let text): builder.insert(text)
      }
    }
    if builder.count > start { blocks.append(kind, level: level, TextRange(start, builder.count)) }
  }
}
