import Sluice

/// Bullets in front of paragraphs. A hyphen or an asterisk counts when a neighbouring line has one too.
struct BulletRule: CleaningRule {
  let kind = EditClass.layout

  func edits(in page: CleaningPage) -> [Edit] {
    var found: [Deletions.Stretch] = []
    var last: (mark: UInt8, range: Range<Int>?) = (0, nil)
    page.forEachLine { line in
      let mark = page.bytes[line.lowerBound]
      guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == 0xC2 || mark == 0xE2 else {
        last = (0, nil)
        return
      }
      let end = Self.bulletsEnd(page.bytes, line)
      guard end > line.lowerBound else {
        last = (0, nil)
        return
      }
      let range = line.lowerBound..<end
      func take(_ range: Range<Int>) {
        found.append(Deletions.Stretch(range: range, rule: "layout.bullet", kind: kind))
      }
      if mark >= 0x80 {
        take(range)
        last = (0, nil)
      } else if last.mark == mark {
        if let waiting = last.range { take(waiting) }
        take(range)
        last = (mark, nil)
      } else {
        last = (mark, range)
      }
    }
    return Deletions(bytes: page.bytes).edits(found)
  }

  /// Offset behind the last of the bullets that a line begins with; its start when there is none, or nothing else:
  /// a line of asterisks divides sections.
  private static func bulletsEnd(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    var index = line.lowerBound
    var end = index
    while index < line.upperBound {
      let length = bulletLength(bytes, index)
      let next = index + length
      guard length > 0, next < line.upperBound, bytes[next] == 0x20 else { break }
      index = next
      while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
      end = next
    }
    if index < line.upperBound, index + bulletLength(bytes, index) == line.upperBound {
      return line.lowerBound
    }
    return end
  }

  private static func bulletLength(_ bytes: [UInt8], _ index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"): return 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xB7 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count else { return 0 }
      switch (bytes[index + 1], bytes[index + 2]) {
      // U+2022 U+2023 U+2043 U+2219 U+25A0-25AB U+25B6 U+25B8 U+25BA U+25CB U+25CF U+25E6 U+27A2 U+27A4
      case (0x80, 0xA2), (0x80, 0xA3), (0x81, 0x83), (0x88, 0x99), (0x96, 0xA0...0xAB), (0x96, 0xB6),
        (0x96, 0xB8),
        (0x96, 0xBA), (0x97, 0x8B), (0x97, 0x8F), (0x97, 0xA6), (0x9E, 0xA2), (0x9E, 0xA4):
        return 3
      default: return 0
      }
    default: return 0
    }
  }
}
