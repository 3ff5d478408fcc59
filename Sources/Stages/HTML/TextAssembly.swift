import Sluice

/// Writes the text of blocks with its alignment: white space collapsed, references decoded, blocks divided by
/// line breaks.
struct TextAssembly {
  private let tree: FlatTree
  private let rows: DataRows
  private let bytes: UnsafeBufferPointer<UInt8>
  private var builder = TextBuilder()
  private(set) var blocks = Blocks()
  /// What stands in links, if they are wanted, each with its `a`; white space at the ends is still to be cut.
  private var links: [(start: Int, end: Int, node: Int32)] = []
  private let wantsLinks: Bool

  /// What has to stand between what is written and what comes next.
  private enum Gap: Comparable { case none, blank, line }

  private var gap = Gap.none
  /// The white space that the next character makes a blank of.
  private var blank: Range<Int>?
  private var blockStart = 0

  init(_ tree: FlatTree, _ rows: DataRows, _ bytes: UnsafeBufferPointer<UInt8>, links: Bool = false) {
    wantsLinks = links
    self.tree = tree
    self.rows = rows
    self.bytes = bytes
  }

  /// The text, its alignment to the decoded page, its blocks, and what stands in links.
  consuming func finish() -> (
    text: Text, alignment: Alignment, blocks: Blocks, links: [(range: TextRange, node: Int32)]
  ) {
    let (blocks, links) = (blocks, links)
    let (text, alignment) = builder.finish()
    return (text, alignment, blocks, Self.spans(links, in: text))
  }

  /// The links in a text that was finished.
  static func spans(
    _ links: [(start: Int, end: Int, node: Int32)], in text: Text
  ) -> [(range: TextRange, node: Int32)] {
    links.compactMap { link in
      var (start, end) = (link.start, link.end)
      while start < end, text.bytes[start] <= 0x20 { start += 1 }
      while end > start, text.bytes[end - 1] <= 0x20 { end -= 1 }
      return start < end ? (TextRange(start, end), link.node) : nil
    }
  }

  private mutating func note(linkFrom start: Int, _ node: Int32) {
    guard wantsLinks, builder.count > start, tree.nodes[Int(node)].traits.contains(.link) else { return }
    var node = Int(node)
    while node > 0, tree.nodes[node].tag != .a { node = Int(tree.nodes[node].parent) }
    if let last = links.last, last.node == Int32(node), last.end == start {
      links[links.count - 1].end = builder.count
    } else {
      links.append((start, builder.count, Int32(node)))
    }
  }

  mutating func add(_ block: PageBlock, section: Blocks.Section? = nil) {
    let lines = separator(before: block.kind)
    blockStart = -1
    gap = .none
    blank = nil
    let inkEnd = inkEnd(block)
    var cell: Int32 = -2
    for run in tree.runs[block.runs] {
      let node = tree.nodes[Int(run.node)]
      let isRow = block.kind == .table && rows.row[Int(run.node)] >= 0
      if isRow, rows.cell[Int(run.node)] != cell {
        // Blank runs between two cells are no cell.
        if rows.cell[Int(run.node)] < 0 { continue }
        if cell >= 0 { endCell() }
        cell = rows.cell[Int(run.node)]
      } else if run.before > .none, blockStart >= 0 {
        gap = max(gap, isRow ? .blank : .line)
        blank = nil
      }
      guard Int(run.start) < inkEnd else { break }
      let range = Int(run.start)..<min(inkEnd, Int(run.end))
      let start = builder.count
      if node.traits.contains(.preformatted) {
        preformatted(range, lines)
      } else {
        flowing(range, lines)
      }
      note(linkFrom: start, run.node)
    }
    closeBlock(block.kind, level: block.level, section)
  }

  /// Adds a range that is text without markup, such as an attribute's value, as a block of its own.
  mutating func add(text range: Range<Int>) {
    let lines = separator(before: .paragraph)
    (blockStart, gap, blank) = (-1, .none, nil)
    flowing(range, lines)
    closeBlock(.paragraph)
  }

  /// Adds the content of a JSON string, a block for each of its lines.
  mutating func add(jsonString range: Range<Int>) {
    var lines = separator(before: .paragraph)
    (blockStart, gap, blank) = (-1, .none, nil)
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, bytes[end] != UInt8(ascii: "\\"), bytes[end] != UInt8(ascii: "<") {
        end += 1
      }
      flowing(index..<end, lines)
      index = end
      guard index < range.upperBound else { break }
      if bytes[index] == UInt8(ascii: "<") {
        index = tagEnd(index, range.upperBound, lines)
        continue
      }
      guard index + 1 < range.upperBound else { break }
      switch bytes[index + 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "b"):
        closeBlock(.paragraph)
        lines = separator(before: .paragraph)
        (blockStart, gap, blank) = (-1, .none, nil)
        index += 2
      case UInt8(ascii: "u"):
        index = unicodeEscape(index, range.upperBound, lines)
      default:
        flowing(index + 1..<index + 2, lines)
        index += 2
      }
    }
    closeBlock(.paragraph)
  }

  /// Steps over markup in a text, or over a sign that is none.
  private mutating func tagEnd(_ index: Int, _ end: Int, _ lines: [UInt8]) -> Int {
    let next = index + 1 < end ? bytes[index + 1] | 0x20 : 0
    guard (0x61...0x7A).contains(next) || next == UInt8(ascii: "/"),
      let close = bytes[index..<min(end, index + 1000)].firstIndex(of: UInt8(ascii: ">"))
    else {
      flowing(index..<index + 1, lines)
      return index + 1
    }
    if gap == .none, blockStart >= 0 { gap = .blank }
    return close + 1
  }

  /// Writes the character of `\u2019` or of a pair of surrogates.
  private mutating func unicodeEscape(_ index: Int, _ end: Int, _ lines: [UInt8]) -> Int {
    func unit(_ at: Int) -> UInt32? {
      guard at + 6 <= end, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
        return nil
      }
      return UInt32(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16)
    }
    guard let first = unit(index) else { return min(end, index + 2) }
    var value = first
    var next = index + 6
    if (0xD800..<0xDC00).contains(first), let second = unit(next), (0xDC00..<0xE000).contains(second) {
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      next += 6
    }
    guard let scalar = Unicode.Scalar(value), value >= 0x20 else { return next }
    if value == 0x20 || value == 0xA0 {
      if gap == .none, blockStart >= 0 { gap = .blank }
    } else {
      begin(lines)
      builder.decode(scalar, from: index..<next)
    }
    return next
  }

  private mutating func closeBlock(_ kind: Blocks.Kind, level: Int = 0, _ section: Blocks.Section? = nil) {
    guard blockStart >= 0 else { return }
    blocks.append(kind, level: level, section: section, TextRange(blockStart, builder.count))
  }

  /// List items and rows stand close together, all else is set apart by an empty line.
  private func separator(before kind: Blocks.Kind) -> [UInt8] {
    guard let last = blocks.kinds.last else { return [] }
    return last == kind && (kind == .listItem || kind == .table) ? [0x0A] : [0x0A, 0x0A]
  }

  private mutating func endCell() {
    gap = .none
    blank = nil
    if blockStart >= 0 { builder.insert([0x09]) }
  }

  /// Offset behind the last byte of a block that is no white space; what follows it in `pre` is no text.
  private func inkEnd(_ block: PageBlock) -> Int {
    for run in tree.runs[block.runs].reversed() {
      for index in stride(from: Int(run.end) - 1, through: Int(run.start), by: -1) where bytes[index] > 0x20 {
        return index + 1
      }
    }
    return 0
  }

  private mutating func begin(_ lines: [UInt8]) {
    if blockStart < 0 {
      builder.insert(lines)
      blockStart = builder.count
    } else if gap == .line {
      builder.insert([0x0A])
    } else if let blank {
      if blank.count == 1, bytes[blank.lowerBound] == 0x20 {
        builder.copy(bytes.span, blank)
      } else {
        builder.decode([0x20], from: blank)
      }
    } else if gap == .blank {
      builder.insert([0x20])
    }
    gap = .none
    blank = nil
  }

  private mutating func flowing(_ range: Range<Int>, _ lines: [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if isSpace(byte) {
        let start = index
        while index < range.upperBound, isSpace(bytes[index]) { index += 1 }
        if blockStart >= 0, gap == .none, blank == nil { blank = start..<index }
      } else if isIgnored(byte) {
        index += 1
      } else if byte == UInt8(ascii: "&"), let reference = reference(index, range.upperBound) {
        let source = index..<index + reference.length
        index += reference.length
        let value = reference.first.value
        if value < 0x80, isSpace(UInt8(value)) {
          if blockStart >= 0, gap == .none, blank == nil { blank = source }
        } else if value >= 0x20, value != 0x7F, !(value == 0xA0 && blockStart < 0) {
          begin(lines)
          builder.decode(reference.utf8, from: source)
        }
      } else if blockStart < 0, byte == 0xC2, index + 1 < range.upperBound, bytes[index + 1] == 0xA0 {
        // No-break spaces at the start of a block only indent.
        index += 2
      } else {
        let start = index
        index += 1
        while index < range.upperBound, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "&"),
          bytes[index] != 0x7F
        {
          index += 1
        }
        begin(lines)
        builder.copy(bytes.span, start..<index)
      }
    }
  }

  private mutating func preformatted(_ range: Range<Int>, _ lines: [UInt8]) {
    var index = range.lowerBound
    // The line break behind the tag is no part of the text.
    if blockStart < 0 {
      while index < range.upperBound, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    }
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&"), let reference = reference(index, range.upperBound) {
        begin(lines)
        if reference.first.value >= 0x20 || reference.first.value == 0x0A {
          builder.decode(reference.utf8, from: index..<index + reference.length)
        }
        index += reference.length
      } else if isIgnored(byte) || byte == 0x0D || byte == 0x0C {
        index += 1
      } else {
        let start = index
        index += 1
        while index < range.upperBound, bytes[index] >= 0x20 || bytes[index] == 0x0A || bytes[index] == 0x09,
          bytes[index] != UInt8(ascii: "&"), bytes[index] != 0x7F
        {
          index += 1
        }
        begin(lines)
        builder.copy(bytes.span, start..<index)
      }
    }
  }

  private func reference(_ index: Int, _ end: Int) -> CharacterReferences.Reference? {
    CharacterReferences.decode(bytes.span.extracting(0..<end), at: index)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  /// NULs and other control characters stand for nothing.
  private func isIgnored(_ byte: UInt8) -> Bool { byte < 0x20 && !isSpace(byte) || byte == 0x7F }
}
