import Sluice

/// White space in one form: single spaces within a line, none at its ends, one line feed for a line break, two
/// between paragraphs, nothing around the text; characters that cannot be seen go.
struct SpaceRule: CleaningRule {
  let kind = EditClass.layout

  func edits(in page: CleaningPage) -> [Edit] {
    var edits: [Edit] = []
    let bytes = page.bytes
    for region in page.open {
      var index = region.lowerBound
      while index < region.upperBound {
        index = bytes.nextWhiteSpace(in: index..<region.upperBound)
        guard index < region.upperBound else { break }
        let byte = bytes[index]
        let next = index + 1
        if byte == 0x20 || byte == 0x0A, index > 0, next < region.upperBound,
          !Self.isSuspect[Int(bytes[next])]
        {
          index += 2
          continue
        }
        var run = Run(start: index)
        while run.end < region.upperBound, let unit = Self.unit(bytes, at: run.end) { run.add(unit) }
        if run.end == index {
          index += 1
          continue
        }
        if let edit = run.edit(in: bytes) { edits.append(edit) }
        index = run.end
      }
    }
    return edits
  }

  private enum Kind { case space, wideSpace, lineBreak, paragraphBreak, invisible }

  /// The bytes that white space and invisible characters begin with.
  private static let isSuspect: [Bool] = (0..<256).map { byte in
    byte <= 0x20 || byte == 0x7F || [0xC2, 0xE1, 0xE2, 0xE3, 0xEF].contains(byte)
  }

  /// White space or an invisible character at an offset. A joiner (U+200C, U+200D) is neither: emoji and many
  /// scripts need it.
  private static func unit(_ bytes: [UInt8], at index: Int) -> (kind: Kind, length: Int)? {
    let byte = bytes[index]
    if byte < 0x80 {
      switch byte {
      case 0x20: return (.space, 1)
      case 0x09: return (.wideSpace, 1)
      case 0x0D: return (.lineBreak, index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1)
      case 0x0A, 0x0B, 0x0C: return (.lineBreak, 1)
      case 0x00...0x1F, 0x7F: return (.invisible, 1)
      default: return nil
      }
    }
    guard index + 1 < bytes.count else { return nil }
    let second = bytes[index + 1]
    if byte == 0xC2 {
      switch second {
      case 0xA0: return (.wideSpace, 2)
      case 0x85: return (.lineBreak, 2)
      case 0xAD, 0x80...0x9F: return (.invisible, 2)
      default: return nil
      }
    }
    guard index + 2 < bytes.count else { return nil }
    switch (byte, second, bytes[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE1, 0x9A, 0x80),
      (0xE3, 0x80, 0x80):
      return (.wideSpace, 3)
    case (0xE2, 0x80, 0xA8): return (.lineBreak, 3)
    case (0xE2, 0x80, 0xA9): return (.paragraphBreak, 3)
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (.invisible, 3)
    default: return nil
    }
  }

  private struct Run {
    let start: Int
    var end: Int
    var spaces = 0
    var hasWideSpace = false
    var lines = 0

    init(start: Int) {
      self.start = start
      end = start
    }

    mutating func add(_ unit: (kind: Kind, length: Int)) {
      end += unit.length
      switch unit.kind {
      case .space: spaces += 1
      case .wideSpace:
        spaces += 1
        hasWideSpace = true
      case .lineBreak: lines += 1
      case .paragraphBreak: lines += 2
      case .invisible: break
      }
    }

    func edit(in bytes: [UInt8]) -> Edit? {
      let target: [UInt8]
      if start == 0 || end == bytes.count || (lines == 0 && spaces == 0) {
        target = []
      } else if lines == 0 {
        target = Self.space
      } else {
        target = lines == 1 ? Self.lineBreak : Self.paragraphBreak
      }
      var from = start
      var to = end
      var kept = 0
      while kept < target.count, from < to, bytes[from] == target[kept] {
        from += 1
        kept += 1
      }
      var tail = target.count
      while tail > kept, to > from, bytes[to - 1] == target[tail - 1] {
        to -= 1
        tail -= 1
      }
      guard from < to || kept < tail else { return nil }
      var edit = Edit(TextRange(from, to), rule: rule.name, kind: rule.kind)
      if kept < tail {
        edit.replacement = kept == 0 && tail == target.count ? target : Array(target[kept..<tail])
      }
      return edit
    }

    private var rule: (name: String, kind: EditClass) {
      if lines > 0 { return ("layout.line-break", .layout) }
      if spaces == 0 { return ("char.zero-width", .charset) }
      return spaces == 1 && hasWideSpace ? ("char.nbsp", .charset) : ("layout.space", .layout)
    }

    private static let space: [UInt8] = [0x20]
    private static let lineBreak: [UInt8] = [0x0A]
    private static let paragraphBreak: [UInt8] = [0x0A, 0x0A]
  }
}
