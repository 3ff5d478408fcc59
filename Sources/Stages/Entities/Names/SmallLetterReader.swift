/// Reads names where nothing is written with a capital, as in captions: known names only.
struct SmallLetterReader {
  let sentence: SentenceTokens
  let lexicon: Lexicon
  let numbers: NumberScanner

  func read(into candidates: inout [NameCandidate]) {
    var index = sentence.range.lowerBound
    while index < sentence.end {
      let token = sentence[index]
      if let match = numbers.match(at: index) {
        candidates.append(
          NameCandidate(
            first: index, end: match.end, label: match.label, confidence: match.confidence, isFirm: true))
        index = match.end
      } else if token.kind == .word, let end = name(at: index, into: &candidates) {
        index = end
      } else {
        index += 1
      }
    }
  }

  private func name(at index: Int, into candidates: inout [NameCandidate]) -> Int? {
    let token = sentence[index]
    if let (end, name) = lexicon.longestName(in: sentence, at: index, ignoringCase: true), !name.isDoubtful,
      !name.isAcronym, end > index + 1 || !token.has(.common)
    {
      candidates.append(
        NameCandidate(
          first: index, end: end, label: name.label, confidence: 0.7, isFirm: true, identity: name.identity,
          phrase: phrase(index, end)))
      return end
    }
    guard token.has(.anyName), !token.has(.doubtfulName), !token.has(.common) else { return nil }
    var end = index + 1
    if token.has(.givenName), let next = sentence.at(end), next.isWord, !next.has(.common), next.length > 2 {
      end += 1
    }
    candidates.append(
      NameCandidate(
        first: index, end: end, label: .person, confidence: 0.6, isFirm: true, phrase: phrase(index, end)))
    return end
  }

  private func phrase(_ first: Int, _ end: Int) -> UInt64 {
    (first..<end).reduce(WordHash.seed) { WordHash.join($0, sentence[$1].key) }
  }
}
