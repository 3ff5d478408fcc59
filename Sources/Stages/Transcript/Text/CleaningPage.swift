import Sluice

/// A document's text and blocks as a rule sees them.
struct CleaningPage {
  struct Block {
    var range: Range<Int>
    var kind: Blocks.Kind
    var level: Int
  }

  let bytes: [UInt8]
  /// In document order; paragraphs between blank lines when the document has no layer of blocks.
  let blocks: [Block]
  /// The parts of the text that rules may touch: all but code and tables.
  let open: [Range<Int>]
  /// BCP 47 tag of the text, when it is known.
  let language: String?
  /// What all rules may know of the bytes.
  let scan: PageScan

  init(_ document: Document) {
    bytes = document.text.bytes
    language = document.metadata.language
    blocks = document[.blocks].map(Self.blocks) ?? Self.paragraphs(bytes)
    var open: [Range<Int>] = []
    var done = 0
    for block in blocks where Self.isClosed(block, bytes) {
      if done < block.range.lowerBound { open.append(done..<block.range.lowerBound) }
      done = max(done, block.range.upperBound)
    }
    if done < bytes.count { open.append(done..<bytes.count) }
    self.open = open
    scan = PageScan(bytes, open: open)
  }

  private static func blocks(_ layer: Blocks) -> [Block] {
    layer.ranges.indices.map { row in
      Block(range: layer.ranges[row].bounds, kind: layer.kinds[row], level: Int(layer.levels[row]))
    }
  }

  private static func isClosed(_ block: Block, _ bytes: [UInt8]) -> Bool {
    switch block.kind {
    case .table: true
    case .code: !isProse(bytes, block.range)
    default: false
    }
  }

  /// Whether a preformatted block is a text: archives of records put whole transcripts into one.
  private static func isProse(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count > 1500 else { return false }
    var signs = 0
    var visible = 0
    for index in range where bytes[index] > 0x20 {
      visible += 1
      switch bytes[index] {
      case 0x23...0x26, 0x2A, 0x2B, 0x2F, 0x3B...0x3E, 0x40, 0x5B...0x60, 0x7B...0x7E: signs += 1
      default: break
      }
    }
    return signs * 40 < visible
  }

  private static func paragraphs(_ bytes: [UInt8]) -> [Block] {
    var result: [Block] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x0A else {
        index += 1
        continue
      }
      let end = index
      while index < bytes.count, bytes[index].isSpace { index += 1 }
      let lines = bytes[end..<index].count { $0 == 0x0A }
      if lines > 1 {
        if end > start { result.append(Block(range: start..<end, kind: .paragraph, level: 0)) }
        start = index
      }
    }
    if start < bytes.count { result.append(Block(range: start..<bytes.count, kind: .paragraph, level: 0)) }
    return result
  }

  /// Calls the body for each line of the open parts that is not empty, without its line break.
  func forEachLine(_ body: (Range<Int>) -> Void) {
    for region in open {
      var start = region.lowerBound
      while start < region.upperBound {
        var end = start
        while end < region.upperBound, bytes[end] != 0x0A { end += 1 }
        if end > start { body(start..<end) }
        start = end + 1
      }
    }
  }

  /// Offset behind the last byte of the line that holds an offset.
  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == 0x0A
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
