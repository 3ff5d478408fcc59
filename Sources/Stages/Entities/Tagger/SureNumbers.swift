/// Adds amounts of money, percentages and quantities that the rules are sure of and the tagger has missed.
struct SureNumbers {
  let sentence: SentenceTokens

  func add(to candidates: inout [NameCandidate], from first: Int) {
    let scanner = NumberScanner(sentence: sentence)
    var place = first
    var index = sentence.range.lowerBound
    while index < sentence.end {
      while place < candidates.count, candidates[place].end <= index { place += 1 }
      let begins =
        sentence[index].kind == .number || sentence[index].isCurrencySign
        || sentence[index].has(.currencyCode)
      guard begins, place >= candidates.count || candidates[place].first > index,
        let match = scanner.match(at: index), [.money, .percent, .quantity].contains(match.label),
        place >= candidates.count || candidates[place].first >= match.end
      else {
        index += 1
        continue
      }
      candidates.insert(
        NameCandidate(first: index, end: match.end, label: match.label, confidence: match.confidence),
        at: place)
      index = match.end
    }
  }
}
