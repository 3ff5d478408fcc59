import Sluice

/// Finds which mentions of a document name one thing.
///
/// Mentions join by equal words, by the aliases of the gazetteer (US, United States), by acronym (SDI and
/// Italian Democratic Socialists), and persons by surname, given name or both (Putin, Vladimir Putin). Of two
/// persons of one surname, a surname alone means the one named last. One word stands for an institution that it
/// begins (the House, House of Representatives), and for an event or law that it begins or ends (Katrina, Hurricane
/// Katrina).
struct IdentityIndex {
  let lexicon: Lexicon
  private var groups: [Group] = []
  private var byPhrase: [Key: Int] = [:]
  private var byGazetteer: [Int32: Int] = [:]
  private var organizationParts: [UInt64: Int] = [:]
  private var byAcronym: [UInt64: Int] = [:]
  /// Things by one word of their names.
  private var byWord: [Key: Int] = [:]
  private var personsByWord: [UInt64: [Int]] = [:]
  private var personsByEnds: [UInt64: Int] = [:]

  private struct Group {
    var label: EntityLabel
    /// The mention with the fullest name.
    var name: TextRange
    var mentions = 0
    /// Place in the text of the latest mention seen so far.
    var latest = 0
    var speaker: String?
  }

  private struct Key: Hashable {
    var family: UInt8
    var phrase: UInt64
  }

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The layer of mentions, each with its identity.
  ///
  /// - Parameter speakers: names of those who speak; the persons that they are get them.
  mutating func layer(
    of candidates: [NameCandidate], _ tokens: [Token], _ text: Text, speakers: [String] = []
  ) -> Entities {
    var group = [Int](repeating: -1, count: candidates.count)
    // Full names first: a surname alone may stand before them.
    for index in candidates.indices where isFullPerson(candidates[index], tokens) {
      group[index] = person(candidates[index], tokens)
    }
    let organizations = candidates.indices.filter { isLongOrganization(candidates[$0]) }
    for index in organizations.sorted(by: {
      (candidates[$1].end - candidates[$1].first, $0) < (candidates[$0].end - candidates[$0].first, $1)
    }) {
      group[index] = organization(candidates[index], tokens)
    }
    for index in candidates.indices where isLongEvent(candidates[index]) {
      group[index] = byWords(candidates[index], tokens)
      noteWords(candidates[index], tokens, group[index])
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
    for speaker in speakers { link(speaker) }
    return numbered(candidates, group, tokens, text)
  }

  /// Finds the person of the document that a speaker is: by first and last word, else by a word that only one person has.
  private mutating func link(_ speaker: String) {
    var words: [Token] = []
    let bytes = Array(speaker.utf8)
    Tokenizer(lexicon: lexicon).tokenize(bytes, TextRange(0, bytes.count), into: &words)
    words.removeAll {
      !$0.isWord || $0.has([.honorific, .generationSuffix]) || $0.shape.contains(.initial)
    }
    guard let first = words.first?.key, let last = words.last?.key else { return }
    let ends = WordHash.join(WordHash.join(WordHash.seed, first), last)
    var found = personsByEnds[ends]
    for key in [last, first] where found == nil {
      if let known = personsByWord[key], known.count == 1, words.count == 1 { found = known[0] }
      let phrase = WordHash.join(WordHash.seed, key)
      found = found ?? byPhrase[Key(family: EntityLabel.person.index, phrase: phrase)]
    }
    if let found, groups[found].mentions > 0, groups[found].speaker == nil { groups[found].speaker = speaker }
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
              mentions: found.mentions, speaker: found.speaker))
        }
        id = numbers[group[index]]
      }
      layer.append(
        Self.range(candidate, tokens), candidate.label.layerLabel, id: id, confidence: candidate.confidence,
        value: candidate.value)
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

  private func isLongEvent(_ candidate: NameCandidate) -> Bool {
    (candidate.label == .event || candidate.label == .law) && candidate.end - candidate.first > 1
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
    let group = part(candidate) ?? byWords(candidate, tokens)
    noteParts(candidate, tokens, group)
    noteWords(candidate, tokens, group)
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

  /// The longer name that an organisation's name is a part of.
  private func part(_ candidate: NameCandidate) -> Int? {
    byPhrase[Key(family: candidate.label.index, phrase: candidate.phrase)] == nil
      ? organizationParts[candidate.phrase] : nil
  }

  /// Notes the parts of two words or more of an organisation's name, which the first to have them keeps.
  private mutating func noteParts(_ candidate: NameCandidate, _ tokens: [Token], _ group: Int) {
    guard (3...10).contains(candidate.end - candidate.first) else { return }
    for first in candidate.first..<candidate.end - 1 {
      var phrase = WordHash.join(WordHash.seed, tokens[first].key)
      for end in first + 1..<candidate.end {
        phrase = WordHash.join(phrase, tokens[end].key)
        guard tokens[first].isCapital, tokens[end].isCapital, organizationParts[phrase] == nil else {
          continue
        }
        organizationParts[phrase] = group
      }
    }
  }

  /// Notes the word that the name begins with, before `of` if it is an organisation's, and the last of others; the
  /// first thing to have a word keeps it.
  private mutating func noteWords(_ candidate: NameCandidate, _ tokens: [Token], _ group: Int) {
    var places = [candidate.first]
    if candidate.label == .organization {
      guard candidate.end - candidate.first > 2, tokens[candidate.first + 1].key == NumberWord.of else {
        return
      }
    } else {
      places.append(candidate.end - 1)
    }
    for place in places where tokens[place].isWord && tokens[place].isCapital {
      let key = Key(
        family: candidate.label.index, phrase: WordHash.join(WordHash.seed, tokens[place].key))
      if byWord[key] == nil { byWord[key] = group }
    }
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
      let key = Key(family: candidate.label.index, phrase: candidate.phrase)
      if candidate.identity < 0, let known = byWord[key] { return known }
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
