import Sluice

extension Lexicon {
  /// The longest name of the gazetteer that begins at a token, written as names are.
  func longestName(in sentence: SentenceTokens, at first: Int, ignoringCase: Bool = false) -> (
    end: Int, name: Name
  )? {
    guard let token = sentence.at(first), token.kind == .word, token.has(.startsPhrase) else { return nil }
    var found: (Int, Name)?
    var phrase = WordHash.seed
    var at = first
    var capitals = true
    while at < sentence.end, at - first < longestName {
      let token = sentence[at]
      phrase = WordHash.join(phrase, token.key)
      guard let index = name(at: phrase) else { break }
      if token.kind == .word {
        if token.shape.isDisjoint(with: [.allCapitals, .initial, .innerCapital]) || !token.isCapital {
          capitals = false
        }
        if !ignoringCase, !token.isCapital, !token.shape.contains(.innerCapital),
          !token.has([.function, .particle])
        {
          break
        }
      }
      at += 1
      guard index >= 0 else { continue }
      let name = names[index]
      if name.isAcronym, !capitals { continue }
      found = (at, name)
    }
    return found
  }
}
