/// What a document shows of its words beyond the sentence at hand: which are also written small, how often they have a
/// capital inside a sentence, and beside which other capitalised words.
struct WordMemory {
  private var words = HashTable()
  private var neighbours = HashTable()

  /// What is known of a word.
  struct Entry {
    let bits: UInt64
    var isWrittenSmall: Bool { bits & 1 != 0 }
    /// Up to 2.
    var capitals: UInt64 { bits >> 1 }
  }

  enum Side: UInt64 { case before, behind }

  mutating func forget() {
    words.removeAll()
    neighbours.removeAll()
  }

  mutating func noteSmall(_ key: UInt64) {
    let known = words[key] ?? 0
    if known & 1 == 0 { words[key] = known | 1 }
  }

  mutating func noteCapital(_ key: UInt64) {
    let known = words[key] ?? 0
    if known >> 1 < 2 { words[key] = known + 2 }
  }

  subscript(key: UInt64) -> Entry { Entry(bits: words[key] ?? 0) }

  /// Notes a capitalised word beside another; the first three are kept.
  mutating func note(_ neighbour: UInt64, _ side: Side, of key: UInt64) {
    let known = neighbours[key] ?? 0
    let mark = (WordHash.join(side.rawValue &+ 1, neighbour) & 0xF_FFFF) | 1
    if known & 0xF_FFFF == mark || known >> 20 & 0xF_FFFF == mark || known >> 40 != 0 { return }
    let shift: UInt64 = known == 0 ? 0 : (known >> 20 == 0 ? 20 : 40)
    neighbours[key] = known | mark << shift
  }

  /// Up to three marks of 20 bits.
  func neighbours(of key: UInt64) -> UInt64 { neighbours[key] ?? 0 }
}
