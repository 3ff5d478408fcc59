import Sluice

/// The words of the names of people who have a part in a document: its speakers and authors.
struct PersonMemory {
  private let lexicon: Lexicon
  private var words = HashTable()
  private(set) var isEmpty = true

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Makes the words of a name evidence for mentions of a person.
  mutating func note(_ name: String) {
    var tokens: [Token] = []
    let bytes = Array(name.utf8)
    Tokenizer(lexicon: lexicon).tokenize(bytes, TextRange(0, bytes.count), into: &tokens)
    tokens.removeAll { !$0.isWord || $0.has([.honorific, .title, .particle, .generationSuffix]) }
    // HOST, Audience Member and Q name nobody.
    guard !tokens.allSatisfy({ $0.has(.common) || $0.shape.contains(.initial) }) else { return }
    for token in tokens where !token.shape.contains(.initial) && !token.has(.common) {
      words[token.key] = 1
      isEmpty = false
    }
  }

  /// Makes mentions of these people persons, and adds those that were not seen.
  func correct(_ candidates: inout [NameCandidate], _ tokens: UnsafeBufferPointer<Token>) {
    guard !isEmpty else { return }
    var corrected: [NameCandidate] = []
    corrected.reserveCapacity(candidates.count)
    var next = 0
    for var candidate in candidates {
      add(next..<candidate.first, tokens, to: &corrected)
      let range = candidate.first..<candidate.end
      if candidate.label != .person, !candidate.label.isNumeric,
        range.allSatisfy({ isName(tokens[$0]) })
      {
        candidate.label = .person
        candidate.confidence = max(candidate.confidence, 0.8)
      }
      corrected.append(candidate)
      next = candidate.end
    }
    add(next..<tokens.count, tokens, to: &corrected)
    candidates = corrected
  }

  private func isName(_ token: Token) -> Bool {
    token.isWord && token.isCapital && words[token.key] != nil
  }

  private func add(
    _ range: Range<Int>, _ tokens: UnsafeBufferPointer<Token>, to candidates: inout [NameCandidate]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, isName(tokens[end]), end == index || !tokens[end].isAttached { end += 1 }
      if end > index {
        candidates.append(NameCandidate(first: index, end: end, label: .person, confidence: 0.7))
      }
      index = max(end, index + 1)
    }
  }
}
