/// A token as the tagger sees it.
struct TaggerToken {
  var form: WordForm
  /// Hash of the lower-case spelling.
  var key: UInt64
  /// Row of the word vector, -1 without one.
  var vector: Int32
  var info: TaggerTable.WordInfo
  var classes: WordClass
  var isOpaque: Bool
  var isWord: Bool
  /// It stands in a text that has no capitals.
  var isOfSmallText: Bool
  /// Hash of all that its own features are made of.
  var type: UInt64
  /// Names of the gazetteers and rules of numbers that it is part of: kind times 4 and place in it.
  var marks: Marks = Marks()

  /// A few marks without memory of their own.
  struct Marks {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private(set) var count = 0

    mutating func append(_ mark: UInt8) {
      guard count < 16 else { return }
      if count < 8 {
        low |= UInt64(mark) << UInt64(count * 8)
      } else {
        high |= UInt64(mark) << UInt64(count * 8 - 64)
      }
      count += 1
    }

    @inline(__always)
    subscript(index: Int) -> UInt64 {
      (index < 8 ? low >> UInt64(index * 8) : high >> UInt64(index * 8 - 64)) & 0xFF
    }
  }

  /// Marks the tokens of a name: 0 alone, 1 first, 2 last, 3 between.
  static func mark(_ kind: Int, _ range: Range<Int>, in tokens: UnsafeMutableBufferPointer<TaggerToken>) {
    for index in range {
      let place =
        range.count == 1 ? 0 : (index == range.lowerBound ? 1 : (index == range.upperBound - 1 ? 2 : 3))
      tokens[index].marks.append(UInt8(truncatingIfNeeded: kind * 4 + place))
    }
  }
}
