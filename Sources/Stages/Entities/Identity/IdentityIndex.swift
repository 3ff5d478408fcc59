import Sluice

/// Finds which mentions of a document name one thing.
///
/// Mentions join by equal words, by the aliases of the gazetteer (US, United States), by acronym (SDI and
/// Italian Democratic Socialists), and persons by surname, given name or both (Putin, Vladimir Putin). Of two
/// persons of one surname, a surname alone means the one named last.
struct IdentityIndex {
  let lexicon: Lexicon
  private var groups: [Group] = []
  private var byPhrase: [Key: Int] = [:]
  private var byGazetteer: [Int32: Int] = [:]
  private var byAcronym: [UInt64: Int] = [:]
  private var personsByWord: [UInt64: [Int]] = [:]
  private var personsByEnds: [UInt64: Int] = [:]

  private struct Group {
    var label: EntityLabel
    /// The mention with the fullest name.
    var name: TextRange
    var mentions = 0
    /// Place in the text of the latest mention seen so far.
    var latest = 0
  }

  private struct Key: Hashable {
    var family: UInt8
    var phrase: UInt64
  }

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The layer of mentions, each with its identity.
  mutating func layer(of candidates: [NameCandidate], _ tokens: [Token], _ text: Text) -> Entities {
    var group = [Int](repeating: -1, count: candidates.count)
    // Full names first: a surname alone may stand before them.
    for index in candidates.indices where isFullPerson(candidates[index], tokens) {
      group[index] = person(candidates[index], tokens)
    }
    for index in candidates.indices where isLongOrganization(candidates[index]) {
      group[index] = organization(candidates[index], tokens)
    }
    for index in candidates.indices {
      let candidate = candidates[index]
      if candidate.label.isNumeric { continue }
      if group[index] < 0 { group[index] = any(candidate, tokens, at: index) }
      let range = Self.range(candidate, tokens)
      groups[group[index]].mentions += 1
      groups[group[index]].latest = index
      if range.count > groups[group[index]].name.count { groups[group[index]].name = range }
    }
    return numbered(candidates, group, tokens, text)
  }

  /// Gives the identities their numbers, in order of first mention.
  private func numbered(
    _ candidates: [NameCandidate], _ group: [Int], _ tokens: [Token], _ text: Text
  ) -> Entities {
    var layer = Entities()
    var numbers = [Int32](repeating: 0, count: groups.count)
    for (index, candidate) in candidates.enumerated() {
      var id: Int32 = 0
      if group[index] >= 0 {
        if numbers[group[index]] == 0 {
          let found = groups[group[index]]
          numbers[group[index]] = Int32(layer.index.count + 1)
          layer.index.append(
            Entities.Identity(
              id: numbers[group[index]], label: found.label.layerLabel, name: Self.name(text, found.name),
              mentions: found.mentions))
        }
        id = numbers[group[index]]
      }
      layer.append(
        Self.range(candidate, tokens), candidate.label.layerLabel, id: id, confidence: candidate.confidence)
    }
    return layer
  }

  private static func range(_ candidate: NameCandidate, _ tokens: [Token]) -> TextRange {
    TextRange(Int(tokens[candidate.first].start), Int(tokens[candidate.end - 1].end))
  }

  /// The text of a name on one line.
  private static func name(_ text: Text, _ range: TextRange) -> String {
    text[range].split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\u{A0}" }.joined(separator: " ")
  }

  // MARK: - Joining

  private func isFullPerson(_ candidate: NameCandidate, _ tokens: [Token]) -> Bool {
    candidate.label == .person && candidate.end - candidate.first > 1
  }

  private func isLongOrganization(_ candidate: NameCandidate) -> Bool {
    candidate.label == .organization && candidate.end - candidate.first > 1
  }

  private mutating func new(_ candidate: NameCandidate, _ tokens: [Token]) -> Int {
    groups.append(Group(label: candidate.label, name: Self.range(candidate, tokens)))
    return groups.count - 1
  }

  /// A name of two words or more: first and last word tell persons apart, what stands between does not.
  private mutating func person(_ candidate: NameCandidate, _ tokens: [Token]) -> Int {
    var end = candidate.end - 1
    while end > candidate.first, tokens[end].has(.generationSuffix) || !tokens[end].isWord { end -= 1 }
    let first = tokens[candidate.first].key
    let last = tokens[end].key
    let ends = WordHash.join(WordHash.join(WordHash.seed, first), last)
    if let known = personsByEnds[ends] { return known }
    let group = new(candidate, tokens)
    personsByEnds[ends] = group
    for key in first == last ? [first] : [last, first] { personsByWord[key, default: []].append(group) }
    return group
  }

  private mutating func organization(_ candidate: NameCandidate, _ tokens: [Token]) -> Int {
    let group = byWords(candidate, tokens)
    var letters: [UInt8] = []
    for token in tokens[candidate.first..<candidate.end] where token.isWord && token.isCapital {
      letters.append(token.initialLetter)
    }
    if letters.count > 1 {
      let key = WordHash.key(of: letters)
      if byAcronym[key] == nil { byAcronym[key] = group }
    }
    return group
  }

  private mutating func any(_ candidate: NameCandidate, _ tokens: [Token], at index: Int) -> Int {
    let token = tokens[candidate.first]
    if candidate.end - candidate.first == 1 {
      if candidate.label == .person, let known = personsByWord[token.key] {
        // The one named last before this mention, else the first of all.
        let before = known.filter { groups[$0].mentions > 0 }
        return before.max { groups[$0].latest < groups[$1].latest } ?? known[0]
      }
      if candidate.label == .organization, token.shape.contains(.allCapitals),
        let known = byAcronym[token.key]
      {
        return known
      }
    }
    return byWords(candidate, tokens)
  }

  private mutating func byWords(_ candidate: NameCandidate, _ tokens: [Token]) -> Int {
    let key = Key(family: Self.family(candidate.label), phrase: candidate.phrase)
    if let known = byPhrase[key] { return known }
    if candidate.identity >= 0, let known = byGazetteer[candidate.identity] {
      byPhrase[key] = known
      return known
    }
    let group = new(candidate, tokens)
    byPhrase[key] = group
    if candidate.identity >= 0 { byGazetteer[candidate.identity] = group }
    return group
  }

  /// Places of all kinds are one family: a country is now a place, now a state.
  private static func family(_ label: EntityLabel) -> UInt8 {
    switch label {
    case .location, .facility, .geopolitical: EntityLabel.geopolitical.index
    default: label.index
    }
  }
}
