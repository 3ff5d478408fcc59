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
  /// The parts of the text that rules look at: all but code and tables, or what has changed of it.
  let open: [Range<Int>]
  /// The parts of the text that rules may touch.
  let allOpen: [Range<Int>]
  /// Rules look at a part of the text only.
  let isFocused: Bool
  /// BCP 47 tag of the text, when it is known.
  let language: String?
  /// What all rules may know of the bytes.
  let scan: PageScan

  /// - Parameters:
  ///   - focus: the parts that rules are to look at, in order; `nil` for all.
  ///   - past: the page of another state of the document, and the edits that were made to it.
  init(
    _ document: Document, focus: [Range<Int>]? = nil, past: (page: CleaningPage, edits: [Edit])? = nil
  ) {
    let bytes = document.text.bytes
    self.bytes = bytes
    language = document.metadata.language
    let blocks = document[.blocks].map { Self.blocks($0, bytes) } ?? Self.paragraphs(bytes, 0..<bytes.count)
    self.blocks = blocks
    var open: [Range<Int>] = []
    var done = 0
    for block in blocks where Self.isClosed(block) {
      if done < block.range.lowerBound { open.append(done..<block.range.lowerBound) }
      done = max(done, block.range.upperBound)
    }
    if done < bytes.count { open.append(done..<bytes.count) }
    allOpen = open
    isFocused = focus != nil
    if let focus { open = Self.common(open, focus) }
    self.open = open
    scan = PageScan(bytes, open: open, allOpen: allOpen, past: past.map { ($0.page.scan, $0.edits) })
  }

  /// What two lists of ranges have in common; both are in order.
  private static func common(_ first: [Range<Int>], _ second: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var next = 0
    for range in first {
      while next < second.count, second[next].upperBound <= range.lowerBound { next += 1 }
      var index = next
      while index < second.count, second[index].lowerBound < range.upperBound {
        let common = range.clamped(to: second[index])
        if !common.isEmpty { result.append(common) }
        index += 1
      }
    }
    return result
  }

  /// The blocks of a layer; a preformatted one that is prose, by its paragraphs.
  private static func blocks(_ layer: Blocks, _ bytes: [UInt8]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(layer.count)
    for row in layer.ranges.indices {
      let range = layer.ranges[row].bounds
      if layer.kinds[row] == .code, isProse(bytes, range) {
        result += paragraphs(bytes, range)
      } else {
        result.append(Block(range: range, kind: layer.kinds[row], level: Int(layer.levels[row])))
      }
    }
    return result
  }

  /// Code, once prose was told apart, and tables.
  private static func isClosed(_ block: Block) -> Bool { block.kind == .table || block.kind == .code }

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

  /// What stands between blank lines.
  private static func paragraphs(_ bytes: [UInt8], _ range: Range<Int>) -> [Block] {
    var result: [Block] = []
    var start = range.lowerBound
    var from = start
    while let end = bytes.first(0x0A, in: from..<range.upperBound) {
      var index = end
      var lines = 0
      while index < range.upperBound, bytes[index].isSpace {
        if bytes[index] == 0x0A { lines += 1 }
        index += 1
      }
      if lines > 1 {
        if end > start { result.append(Block(range: start..<end, kind: .paragraph, level: 0)) }
        start = index
      }
      from = index
    }
    if start < range.upperBound {
      result.append(Block(range: start..<range.upperBound, kind: .paragraph, level: 0))
    }
    return result
  }

  /// Calls the body for each line of the open parts that is not empty, without its line break.
  func forEachLine(_ body: (Range<Int>) -> Void) {
    forEachLine(of: open, body)
  }

  func forEachLine(of regions: [Range<Int>], _ body: (Range<Int>) -> Void) {
    for region in regions {
      var start = region.lowerBound
      while start < region.upperBound {
        let end = bytes.first(0x0A, in: start..<region.upperBound) ?? region.upperBound
        if end > start { body(start..<end) }
        start = end + 1
      }
    }
  }

  /// Offset behind the last byte of the line that holds an offset.
  func lineEnd(from offset: Int) -> Int {
    bytes.first(0x0A, in: offset..<max(offset, bytes.count)) ?? bytes.count
  }

  func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == 0x0A
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
