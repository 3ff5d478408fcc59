import Sluice

/// A regular expression over the characters of one token, matched as a whole in time linear in its length.
///
/// It is a position automaton (Glushkov 1961) of at most 64 positions, held in the bits of one integer. What there is:
/// characters, `.`, `[a-z]`, `[^a-z]`, `\d \w` and escaped signs, groups, `|`, `*`, `+`, `?`, `{2}`, `{2,}` and
/// `{2,4}`. There are no back-references, anchors or look-arounds.
struct TokenRegex {
  /// What keeps an expression from being used, and where: characters from its beginning.
  struct Failure: Error {
    var message: String
    var offset: Int
  }

  /// The characters that a position accepts.
  struct CharacterSet {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false

    func contains(_ scalar: UInt32) -> Bool {
      ranges.contains { $0.contains(scalar) } != isNegated
    }
  }

  static let maximumPositions = 64

  private let sets: [CharacterSet]
  /// The positions that accept each character of ASCII.
  private let ascii: [UInt64]
  private let first: UInt64
  private let last: UInt64
  private let follow: [UInt64]
  private let matchesEmpty: Bool

  init(_ pattern: String) throws(Failure) {
    var parser = TokenRegexParser(pattern)
    let whole = try parser.whole()
    sets = parser.sets
    first = whole.first
    last = whole.last
    matchesEmpty = whole.isNullable
    follow = parser.follow
    let sets = parser.sets
    ascii = (0..<128).map { value in
      sets.indices.reduce(0) { sets[$1].contains(UInt32(value)) ? $0 | 1 << UInt64($1) : $0 }
    }
  }

  func matches(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var active = first
    var accepted = matchesEmpty && range.isEmpty
    var index = range.lowerBound
    while index < range.upperBound {
      let width = min(ByteClass.width(text, index), range.upperBound - index)
      let hit = active & positions(text, index, width)
      guard hit != 0 else { return false }
      accepted = hit & last != 0
      active = 0
      var rest = hit
      while rest != 0 {
        active |= follow[rest.trailingZeroBitCount]
        rest &= rest - 1
      }
      index += width
    }
    return accepted
  }

  private func positions(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ width: Int) -> UInt64 {
    guard width > 1 else { return text[index] < 128 ? ascii[Int(text[index])] : 0 }
    var scalar = UInt32(text[index]) & (0x7F >> UInt32(width))
    for at in index + 1..<index + width { scalar = scalar << 6 | UInt32(text[at] & 0x3F) }
    return sets.indices.reduce(0) { sets[$1].contains(scalar) ? $0 | 1 << UInt64($1) : $0 }
  }
}
