/// How a sentence leans on the one before it.
enum Coherence {
  case stands
  /// Only by a first word that can be left out of the display: `And`, `So`, `Then`.
  case soft
  /// By a connective, a pronoun, a first clause that ends on `that`, or a small letter where others have a capital.
  case pointsBack

  init(_ words: SentenceWords, usesCapitals: Bool) {
    if usesCapitals, words.startsSmall {
      self = .pointsBack
      return
    }
    var opening = words.opening[...]
    Self.drop(SummaryWords.fillers, &opening)
    let first = opening.first
    Self.drop(SummaryWords.softOpenings, &opening)
    if Self.pointsBack(opening) || words.endsClauseOnDemonstrative, !words.opening.isEmpty {
      self = .pointsBack
    } else {
      self = first == opening.first ? .stands : .soft
    }
  }

  private static func drop(_ words: Set<UInt64>, _ opening: inout ArraySlice<UInt64>) {
    while let first = opening.first, words.contains(first) { opening.removeFirst() }
  }

  private static func pointsBack(_ opening: ArraySlice<UInt64>) -> Bool {
    guard let first = opening.first else { return true }
    if SummaryWords.nearDemonstratives.contains(first), let second = opening.dropFirst().first,
      SummaryWords.situations.contains(second)
    {
      return false
    }
    if SummaryWords.connectives.contains(first) || SummaryWords.pronouns.contains(first) { return true }
    return SummaryWords.phrases.contains { opening.starts(with: $0) }
  }
}
