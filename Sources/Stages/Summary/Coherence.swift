/// Whether a sentence can stand without the one before it.
enum Coherence {
  /// `true` when its first words point back: a connective, a pronoun, or a small letter where others have a
  /// capital.
  static func pointsBack(_ words: SentenceWords, usesCapitals: Bool) -> Bool {
    if usesCapitals, words.startsSmall { return true }
    var opening = words.opening[...]
    while let first = opening.first, SummaryWords.fillers.contains(first) { opening.removeFirst() }
    guard let first = opening.first else { return !words.opening.isEmpty }
    if SummaryWords.nearDemonstratives.contains(first), let second = opening.dropFirst().first,
      SummaryWords.situations.contains(second)
    {
      return false
    }
    if SummaryWords.connectives.contains(first) || SummaryWords.pronouns.contains(first) { return true }
    return SummaryWords.phrases.contains { opening.starts(with: $0) }
  }
}
