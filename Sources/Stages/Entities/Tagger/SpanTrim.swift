/// Cuts mentions to the conventions of the module: no determiner, possessive, quotation mark, form of address or office.
struct SpanTrim {
  let sentence: UnsafeBufferPointer<Token>

  private static let determiners = Set(["the", "a", "an"].map { WordHash.key(of: $0.utf8) })
  private static let the = WordHash.key(of: "the".utf8)

  /// - Returns: `nil` when nothing is left.
  func trim(_ candidate: NameCandidate) -> NameCandidate? {
    var found = candidate
    while found.first < found.end {
      let token = sentence[found.first]
      let isDeterminer =
        token.isWord
        && (candidate.label.isNumeric ? token.key == Self.the : Self.determiners.contains(token.key))
      guard isDeterminer || isLoose(token) else { break }
      if isDeterminer, found.first + 1 == found.end { return nil }
      found.first += 1
    }
    while found.end > found.first, isLoose(sentence[found.end - 1]) || isPossessive(sentence[found.end - 1]) {
      found.end -= 1
    }
    if found.label == .person { trimTitles(&found) }
    return found.first < found.end ? found : nil
  }

  private func isPossessive(_ token: Token) -> Bool {
    token.kind == .clitic || token.isMark("'") || token.mark == 0x92
  }

  private func isLoose(_ token: Token) -> Bool {
    token.isMark("\"") || token.isMark(",") || token.isMark(";") || token.isMark("(")
      || (token.kind == .mark && token.mark == 0 && !token.isDash)
  }

  /// `Secretary Blinken`, `Mr. President`, `Prime Minister Modi`.
  private func trimTitles(_ found: inout NameCandidate) {
    var at = found.first
    while at < found.end {
      if sentence[at].has([.honorific, .title]) {
        at += 1
      } else if sentence[at].has(.titleModifier), at + 1 < found.end,
        sentence[at + 1].has([.title, .titleModifier])
      {
        at += 1
      } else {
        break
      }
    }
    found.first = at
    trimOffice(&found)
  }

  /// `U.S. Secretary of State Henry Kissinger`: what stands before the name goes.
  private func trimOffice(_ found: inout NameCandidate) {
    guard found.end - found.first > 2 else { return }
    let offices = (found.first..<found.end - 1).filter {
      sentence[$0].has(.title) && !sentence[$0].has(.anyName) && sentence[$0 + 1].isWord
    }
    guard var at = offices.last.map({ $0 + 1 }) else { return }
    if sentence[at].key == NumberWord.of { at += 2 }
    if at < found.end, sentence[at].isCapital, !sentence[at].has(.generationSuffix) { found.first = at }
  }

  /// Takes initials before and `Jr.` behind a person's name into it, and the sign of its currency into an amount.
  func widen(_ found: inout NameCandidate, from lowest: Int, to highest: Int) {
    if found.label == .money, found.first > lowest, sentence[found.first - 1].isCurrencySign {
      found.first -= 1
    }
    guard found.label == .person else { return }
    while found.first > lowest, sentence[found.first - 1].isWord,
      sentence[found.first - 1].shape.isSuperset(of: [.initial, .dotted, .capital])
    {
      found.first -= 1
    }
    if found.end < highest, sentence[found.end].has(.generationSuffix), sentence[found.end].isCapital {
      found.end += 1
    } else if found.end + 1 < highest, sentence[found.end].isMark(","),
      sentence[found.end + 1].has(.generationSuffix), sentence[found.end + 1].isCapital
    {
      found.end += 2
    }
  }
}
