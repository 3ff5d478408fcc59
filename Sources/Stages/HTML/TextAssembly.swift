import Sluice

/// Writes the text of blocks with its alignment: white space collapsed, references decoded, blocks divided by
/// line breaks.
struct TextAssembly {
  private let tree: FlatTree
  private let rows: DataRows
  private let bytes: UnsafeBufferPointer<UInt8>
  private var builder = TextBuilder()
  private(set) var blocks = Blocks()

  /// What has to stand between what is written and what comes next.
  private enum Gap: Comparable { case none, blank, line }

  private var gap = Gap.none
  /// The white space that the next character makes a blank of.
  private var blank: Range<Int>?
  private var blockStart = 0

  init(_ tree: FlatTree, _ rows: DataRows, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.tree = tree
    self.rows = rows
    self.bytes = bytes
  }

  /// The text, its alignment to the decoded page, and its blocks.
  consuming func finish() -> (text: Text, alignment: Alignment, blocks: Blocks) {
    let blocks = blocks
    let (text, alignment) = builder.finish()
    return (text, alignment, blocks)
  }

  mutating func add(_ block: PageBlock) {
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
      if node.traits.contains(.preformatted) {
        preformatted(range, lines)
      } else {
        flowing(range, lines)
      }
    }
    guard blockStart >= 0 else { return }
    blocks.append(block.kind, level: block.level, TextRange(blockStart, builder.count))
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
        while index < range.upperBound, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "&"), bytes[index] != 0x7F {
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
    if blockStart < 0 { while index < range.upperBound, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 } }
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
