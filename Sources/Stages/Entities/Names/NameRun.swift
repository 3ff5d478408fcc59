/// Finds how far a name reaches: capitalised words and the small words that names hold together.
struct NameRun {
  let sentence: SentenceTokens
  let numbers: NumberScanner
  let lexicon: Lexicon

  /// The most tokens of a run; what is longer is no name, but a list or a heading.
  static let longest = 24

  static let of = WordHash.key(of: "of".utf8)
  static let the = WordHash.key(of: "the".utf8)
  static let and = WordHash.key(of: "and".utf8)
  static let linkAfterHead = Set(["of", "for", "on", "against", "to"].map { WordHash.key(of: $0.utf8) })
  /// Possessors inside names: the People's Republic, the Children's Fund.
  static let possessors = Set(
    [
      "people", "women", "children", "men", "workers", "king", "queen", "mary", "george", "peter", "paul",
      "john",
    ]
    .map { WordHash.key(of: $0.utf8) })

  func isNameWord(_ index: Int) -> Bool {
    guard let token = sentence.at(index), token.kind == .word else { return false }
    return token.isCapital || token.shape.contains(.innerCapital)
  }

  /// Index behind the name that begins at a token.
  func end(from first: Int) -> Int {
    var end = first + 1
    var isHeaded = false
    while end - first < Self.longest, let next = sentence.at(end) {
      let step = step(over: next, at: end, first: first, isHeaded: &isHeaded)
      if step == 0 { break }
      end += step
    }
    return end
  }

  private func step(over next: Token, at end: Int, first: Int, isHeaded: inout Bool) -> Int {
    switch next.kind {
    case .word:
      if isNameWord(end) { return goesOn(next, at: end) ? 1 : 0 }
      if NameRun.linkAfterHead.contains(next.key) {
        let reach = linkReach(end, first: first)
        if reach > 0 { isHeaded = true }
        return reach
      }
      if next.key == NameRun.and {
        return isHeaded && isNameWord(end + 1)
          && !sentence.has([.anyName, .title, .honorific, .function], at: end + 1)
          && !startsName(end + 1) ? 2 : 0
      }
      return next.has(.particle) ? particles(end, first: first) : 0
    case .mark:
      if next.isDash, next.isAttached { return hyphen(end) }
      if next.isMark("&"), isNameWord(end + 1) { return 2 }
      if next.isMark(","), sentence.has([.generationSuffix, .organizationSuffix], at: end + 1),
        isNameWord(end + 1),
        !sentence.has([.organizationHead, .anyName], at: end + 1)
      {
        return 2
      }
      return 0
    case .clitic:
      return NameRun.possessors.contains(sentence[end - 1].key) && isNameWord(end + 1) ? 2 : 0
    case .number, .opaque:
      return 0
    }
  }

  private func goesOn(_ next: Token, at index: Int) -> Bool {
    if next.has(.function), !next.has(.anyName) { return false }
    if next.shape.contains(.afterBreak) { return false }
    if next.has([.weekday, .month, .monthAbbreviation]), numbers.match(at: index) != nil { return false }
    if next.shape.contains(.opening) { return false }
    return true
  }

  /// Whether something of the gazetteer begins at a token: two names, then, rather than one.
  private func startsName(_ index: Int) -> Bool {
    lexicon.longestName(in: sentence, at: index) != nil
  }

  /// `of the Treasury` behind a word such as Ministry, Bank, Gulf, Battle.
  private func linkReach(_ link: Int, first: Int) -> Int {
    guard sentence.has(.anyHead, at: link - 1) else { return 0 }
    if sentence[link].key != NameRun.of,
      !sentence.has([.organizationHead, .lawHead, .eventHead], at: link - 1)
    {
      return 0
    }
    // President of the Senate: an office, no name.
    if link - 1 == first, sentence[first].has(.title), !sentence[first].has(.organizationHead) { return 0 }
    let at = sentence.isWord(NameRun.the, at: link + 1) ? link + 2 : link + 1
    guard isNameWord(at), let next = sentence.at(at), goesOn(next, at: at) else { return 0 }
    return at - link + 1
  }

  /// `van der`, `al-`, `bin` between names.
  private func particles(_ index: Int, first: Int) -> Int {
    guard
      !sentence.has(.anyHead.subtracting(.lawHead), at: index - 1) || sentence.has(.anyName, at: index - 1)
    else { return 0 }
    var at = index
    while at < sentence.end, at - index < 3, sentence.has(.particle, at: at), !isNameWord(at) {
      at += 1
      if let dash = sentence.at(at), dash.isDash, dash.isAttached { at += 1 }
    }
    let isAmbiguous = at == index + 1 && sentence[index].has(.function)
    guard isNameWord(at), !isAmbiguous else { return 0 }
    return at - index + 1
  }

  private func hyphen(_ index: Int) -> Int {
    guard let next = sentence.at(index + 1), next.isAttached else { return 0 }
    if next.kind == .number { return sentence[index - 1].shape.contains(.allCapitals) ? 2 : 0 }
    guard isNameWord(index + 1) else { return 0 }
    // Two places or peoples keep their own spans: the Russia-Ukraine war.
    let isPair = lexicon.isPlaceOrGroup(sentence, index - 1) && lexicon.isPlaceOrGroup(sentence, index + 1)
    return isPair ? 0 : 2
  }
}

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

  func isPlaceOrGroup(_ sentence: SentenceTokens, _ index: Int) -> Bool {
    guard let (_, name) = longestName(in: sentence, at: index) else { return false }
    return name.label == .geopolitical || name.label == .group
  }
}
