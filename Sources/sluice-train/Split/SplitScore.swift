import Sluice

/// Counts of right, wrong and missing boundaries, as the common evaluation of splitters takes them: a boundary
/// stands behind the last visible character of a sentence, and the last of a document does not count.
struct SplitScore {
  var right = 0
  var wrong = 0
  var missing = 0

  var f1: Double {
    right == 0 ? 0 : 2 * Double(right) / Double(2 * right + wrong + missing)
  }

  static func += (a: inout SplitScore, b: SplitScore) {
    a.right += b.right
    a.wrong += b.wrong
    a.missing += b.missing
  }

  /// - Parameter interior: leaves out the boundaries before a blank line.
  static func of(_ document: SplitDocument, _ ranges: [TextRange], interior: Bool) -> SplitScore {
    let text = document.text
    var gold = document.boundaries
    var predicted = boundaries(text, ranges.map(\.bounds))
    if let last = gold.max() {
      gold.remove(last)
      predicted = predicted.filter { $0 < last }
    }
    var end = 0
    for sentence in document.sentences.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if text[min(end, sentence.lowerBound)..<sentence.lowerBound].contains(where: { !isSpace($0) }) {
        let gap = end + 1..<max(end + 1, sentence.lowerBound + 1)
        predicted = predicted.filter { gold.contains($0) || !gap.contains($0) }
      }
      end = sentence.upperBound
    }
    if interior {
      gold = gold.filter { !isBeforeBlankLine(text, $0) }
      predicted = predicted.filter { !isBeforeBlankLine(text, $0) }
    }
    let right = gold.intersection(predicted).count
    return SplitScore(right: right, wrong: predicted.count - right, missing: gold.count - right)
  }

  static func boundaries(_ text: [UInt8], _ sentences: [Range<Int>]) -> Set<Int> {
    var found: Set<Int> = []
    for sentence in sentences {
      var end = sentence.upperBound
      while end > sentence.lowerBound {
        if isSpace(text[end - 1]) {
          end -= 1
        } else if end >= 2, text[end - 2] == 0xC2, text[end - 1] == 0xA0 || text[end - 1] == 0x85 {
          end -= 2
        } else if end >= 3, text[end - 3] == 0xE2, text[end - 2] == 0x80,
          (0x80...0x8A).contains(text[end - 1]) || [0xA8, 0xA9, 0xAF].contains(text[end - 1])
        {
          end -= 3
        } else {
          break
        }
      }
      if end > sentence.lowerBound { found.insert(end) }
    }
    return found
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte)
  }

  private static func isBeforeBlankLine(_ text: [UInt8], _ offset: Int) -> Bool {
    var lines = 0
    var next = offset
    while next < text.count {
      if isSpace(text[next]) {
        if text[next] == 0x0A { lines += 1 }
        next += 1
      } else if text[next] == 0xC2, next + 1 < text.count, text[next + 1] == 0xA0 {
        next += 2
      } else {
        break
      }
    }
    return lines >= 2
  }
}
