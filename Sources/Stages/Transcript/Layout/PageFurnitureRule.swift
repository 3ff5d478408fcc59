import Sluice

/// Page numbers on lines of their own that count up, and the headers and footers beside them that come back.
struct PageFurnitureRule: CleaningRule {
  let kind = EditClass.layout

  static let fewestPages = 4
  static let longestHeader = 80

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    guard page.scan.signs.contains(.digit) else { return [] }
    var lines: [Range<Int>] = []
    page.forEachLine(of: page.allOpen) { line in
      let content = bytes.trimmed(line)
      if !content.isEmpty { lines.append(content) }
    }
    let numbers = lines.map { number(bytes, $0) }
    let pages = counting(numbers)
    guard pages.count >= Self.fewestPages else { return [] }
    // What stands right before or behind a page number, and how often.
    var counts: [[UInt8]: Int] = [:]
    for index in pages {
      for neighbour in [index - 1, index + 1] where lines.indices.contains(neighbour) {
        let line = lines[neighbour]
        guard line.count <= Self.longestHeader, numbers[neighbour] == nil else { continue }
        counts[Array(bytes[line]), default: 0] += 1
      }
    }
    let headers = Set(counts.filter { $0.value >= max(Self.fewestPages, pages.count / 2) }.keys)
    let isPage = Set(pages)
    var found: [Deletions.Stretch] = []
    for (index, line) in lines.enumerated() {
      if isPage.contains(index) {
        found.append(Deletions.Stretch(range: line, rule: "layout.page-number", kind: kind))
      } else if line.count <= Self.longestHeader, !headers.isEmpty, headers.contains(Array(bytes[line])) {
        found.append(Deletions.Stretch(range: line, rule: "layout.page-furniture", kind: kind))
      }
    }
    return Deletions(bytes: bytes).edits(found)
  }

  /// The number of `12`, `- 12 -` or `Page 12`, `nil` for any other line.
  private func number(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    guard line.count <= 12 else { return nil }
    var index = line.lowerBound
    if bytes.hasText("page ", at: index) { index += 5 }
    while index < line.upperBound, bytes[index] == 0x2D || bytes[index] == 0x20 { index += 1 }
    var value = 0
    let start = index
    while index < line.upperBound, bytes[index].isDigit, index - start < 4 {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    guard index > start else { return nil }
    while index < line.upperBound, bytes[index] == 0x2D || bytes[index] == 0x20 { index += 1 }
    return index == line.upperBound ? value : nil
  }

  /// The lines whose numbers count up by one, with text between them.
  private func counting(_ numbers: [Int?]) -> [Int] {
    var result: [Int] = []
    for (index, number) in numbers.enumerated() {
      guard let number else { continue }
      guard let last = result.last, let previous = numbers[last] else {
        result = [index]
        continue
      }
      if number == previous + 1, index - last > 3 {
        result.append(index)
      } else if result.count < Self.fewestPages {
        result = [index]
      }
    }
    return result
  }
}
