/// What a document shows of its words beyond the sentence at hand: which are also written small, and what the
/// names are that it tells clearly.
struct DocumentMemory {
  private var spellings = HashTable()
  private var persons = HashTable()
  private var phrases = HashTable()

  private static let small: UInt64 = 1
  private static let capitalInside: UInt64 = 2

  mutating func forget() {
    spellings.removeAll()
    persons.removeAll()
    phrases.removeAll()
  }

  /// Notes how a word is written.
  mutating func note(_ token: Token) {
    guard token.kind == .word, token.shape.isDisjoint(with: [.opening, .hasDigit]) else { return }
    let bit = token.isCapital ? Self.capitalInside : Self.small
    let known = spellings[token.key] ?? 0
    if known & bit == 0 { spellings[token.key] = known | bit }
  }

  func isWrittenSmall(_ key: UInt64) -> Bool { (spellings[key] ?? 0) & Self.small != 0 }
  func isWrittenWithCapital(_ key: UInt64) -> Bool { (spellings[key] ?? 0) & Self.capitalInside != 0 }

  /// Notes a word of a person's name.
  mutating func notePerson(_ key: UInt64) { persons[key] = 1 }
  func isPerson(_ key: UInt64) -> Bool { persons[key] != nil }

  /// Notes a name that the document tells clearly; the surer label stays.
  mutating func note(_ candidate: NameCandidate) {
    let value = UInt64(candidate.confidence * 1000) << 8 | UInt64(candidate.label.index)
    if (phrases[candidate.phrase] ?? 0) < value { phrases[candidate.phrase] = value }
  }

  func label(of phrase: UInt64) -> (label: EntityLabel, confidence: Float)? {
    guard let value = phrases[phrase] else { return nil }
    return (EntityLabel.allCases[Int(value & 0xFF)], Float(value >> 8) / 1000)
  }
}
