/// Repairs labels of names that the tables know for sure, and parts pairs of places.
struct KnownNames {
  let lexicon: Lexicon
  let tokens: UnsafeBufferPointer<Token>

  /// The name of the tables that a stretch of tokens is, unless it is also something else.
  private func name(_ first: Int, _ end: Int) -> Lexicon.Name? {
    var phrase = WordHash.seed
    for token in tokens[first..<end] { phrase = WordHash.join(phrase, token.key) }
    guard let index = lexicon.name(at: phrase), index >= 0, !lexicon.names[index].isDoubtful else {
      return nil
    }
    return lexicon.names[index]
  }

  /// The Russia-Ukraine border: two places keep their own spans.
  func split(_ candidate: NameCandidate) -> [NameCandidate] {
    guard !candidate.label.isNumeric, candidate.label != .person,
      let dash = (candidate.first + 1..<max(candidate.first + 1, candidate.end - 1)).first(where: {
        tokens[$0].isDash
      }), let left = name(candidate.first, dash), let right = name(dash + 1, candidate.end),
      [left, right].allSatisfy({ $0.label == .geopolitical || $0.label == .group })
    else { return [candidate] }
    return [
      NameCandidate(first: candidate.first, end: dash, label: left.label, confidence: candidate.confidence),
      NameCandidate(
        first: dash + 1, end: candidate.end, label: right.label, confidence: candidate.confidence),
    ]
  }

  /// Places of unclear kind, and peoples taken for places: the corpora hardly tell them apart, the tables do.
  func correct(_ candidate: inout NameCandidate) {
    switch candidate.label {
    case .geopolitical, .location, .facility, .group:
      guard let known = name(candidate.first, candidate.end) else { return }
      if known.label == .geopolitical || known.label == .group || known.label == .location {
        candidate.label = known.label
      }
    default: return
    }
  }
}
