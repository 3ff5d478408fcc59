import Sluice

/// The numbers at the lines of court and hearing transcripts, and the page numbers between them, where most lines
/// of the text have one.
///
/// It runs before white space is put in order: a number counts by its column.
struct LineNumberRule: CleaningRule {
  let kind = EditClass.layout

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    var lines = 0
    var numbered = 0
    page.forEachLine { line in
      guard !bytes.trimmed(line).isEmpty else { return }
      lines += 1
      if let end = Self.numberEnd(bytes, line), end + 1 < line.upperBound, bytes[end].isSpace,
        bytes[end + 1].isSpace
      {
        numbered += 1
      }
    }
    guard lines >= 20, numbered * 2 > lines else { return [] }
    var found: [Deletions.Stretch] = []
    page.forEachLine { line in
      let content = bytes.trimmed(line)
      if let end = Self.numberEnd(bytes, line), end == content.upperBound || bytes[end].isSpace {
        let start = content.lowerBound
        found.append(Deletions.Stretch(range: start..<end, rule: "layout.line-number", kind: kind))
      } else if !content.isEmpty, content.count <= 4, content.allSatisfy({ bytes[$0].isDigit }) {
        found.append(Deletions.Stretch(range: content, rule: "layout.page-number", kind: kind))
      }
    }
    return found.map { Edit(TextRange($0.range), rule: $0.rule, kind: $0.kind) }
  }

  /// Offset behind a number from 1 to 28 in the first columns of a line.
  private static func numberEnd(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound, index - line.lowerBound < 4, bytes[index] == 0x20 || bytes[index] == 0x0C {
      index += 1
    }
    var number = 0
    let start = index
    while index < line.upperBound, bytes[index].isDigit, index - start < 3 {
      number = number * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return index > start && (1...28).contains(number) ? index : nil
  }
}
