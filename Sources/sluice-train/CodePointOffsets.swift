import Sluice

/// The places of a text's code points, in which the corpora count.
struct CodePointOffsets {
  /// Byte offsets at which they begin, and the length of the text.
  private let starts: [Int]

  init(_ text: [UInt8]) {
    starts = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
  }

  /// The bytes of a stretch of code points; `nil` for one that is not in the text.
  func bytes(_ start: Int, _ end: Int) -> TextRange? {
    guard 0 <= start, start <= end, end < starts.count else { return nil }
    return TextRange(starts[start], starts[end])
  }

  /// The code points of a stretch of bytes.
  func points(_ range: TextRange) -> (start: Int, end: Int) {
    (starts.partition(at: Int(range.start)), starts.partition(at: Int(range.end)))
  }
}

extension [Int] {
  /// How many are less than a number, of numbers that grow.
  fileprivate func partition(at number: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
