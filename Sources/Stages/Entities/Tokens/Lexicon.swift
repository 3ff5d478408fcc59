import Sluice

/// The tables, hashed: classes of words, and names of one word or more.
struct Lexicon: Sendable {
  /// What a name of the gazetteer stands for.
  struct Name: Sendable {
    var label: EntityLabel
    /// The thing named; the aliases of one thing share it.
    var identity: Int32
    /// It is also something else.
    var isDoubtful: Bool
    /// It must be written in capitals: `WHO`, `US`.
    var isAcronym: Bool
  }

  static let shared = Lexicon()

  private var words = HashTable()
  private var phrases = HashTable()
  private(set) var names: [Name] = []
  /// The first name of each identity.
  private(set) var canonicalNames: [String] = []

  /// The most tokens that a name has.
  private(set) var longestName = 1

  @inline(__always)
  func classes(of key: UInt64) -> WordClass {
    WordClass(rawValue: words[key] ?? 0)
  }

  /// The name that a phrase is, `nil` when no name begins with it.
  ///
  /// - Returns: the index of the name; -1 when the phrase only begins one.
  @inline(__always)
  func name(at phrase: UInt64) -> Int? {
    phrases[phrase].map { Int($0) - 1 }
  }

  private init() {
    for (list, classes) in Self.wordLists { addWords(list, classes) }
    addNames(PersonNameTable.givenNames, .givenName)
    addNames(PersonNameTable.surnames, .surname)
    // Tokenising the names of the gazetteer needs the abbreviations, which are in place by now.
    let tokenizer = Tokenizer(lexicon: self)
    for (table, label) in Self.gazetteer { addPhrases(table, label, tokenizer) }
  }

  private mutating func addWords(_ list: String, _ classes: WordClass) {
    for word in list.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      add(classes, to: WordHash.key(of: word))
    }
  }

  private mutating func addNames(_ list: String, _ classes: WordClass) {
    for word in list.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let isDoubtful = word.last == UInt8(ascii: "?")
      add(
        isDoubtful ? classes.union(.doubtfulName) : classes,
        to: WordHash.key(of: isDoubtful ? word.dropLast() : word))
    }
  }

  private mutating func add(_ classes: WordClass, to key: UInt64) {
    words[key] = (words[key] ?? 0) | classes.rawValue
  }

  private mutating func addPhrases(_ table: String, _ label: EntityLabel, _ tokenizer: Tokenizer) {
    for entry in table.split(separator: ";") {
      let identity = Int32(canonicalNames.count)
      for (index, alias) in entry.split(separator: "|").enumerated() {
        var bytes = Array(alias.utf8)
        let isDoubtful = bytes.last { $0 > 0x20 } == UInt8(ascii: "?")
        if isDoubtful, let mark = bytes.lastIndex(of: UInt8(ascii: "?")) { bytes.removeSubrange(mark...) }
        var tokens: [Token] = []
        tokenizer.tokenize(bytes, TextRange(0, bytes.count), into: &tokens)
        guard let first = tokens.first, let last = tokens.last else { continue }
        if index == 0 {
          canonicalNames.append(String(decoding: bytes[Int(first.start)..<Int(last.end)], as: UTF8.self))
        }
        let isAcronym = tokens.allSatisfy {
          $0.kind != .word || !$0.shape.isDisjoint(with: [.allCapitals, .initial])
        }
        names.append(Name(label: label, identity: identity, isDoubtful: isDoubtful, isAcronym: isAcronym))
        add(.startsPhrase, to: first.key)
        longestName = max(longestName, tokens.count)
        var phrase = WordHash.seed
        for (at, token) in tokens.enumerated() {
          phrase = WordHash.join(phrase, token.key)
          let isWhole = at == tokens.count - 1
          let known = phrases[phrase]
          if isWhole {
            if known ?? 0 == 0 { phrases[phrase] = UInt64(names.count) }
          } else if known == nil {
            phrases[phrase] = 0
          }
        }
      }
    }
  }
}

extension Lexicon {
  private static let wordLists: [(String, WordClass)] = [
    (CommonWordTable.functionWords, [.function, .common]), (CommonWordTable.common, .common),
    (CueTable.honorifics, .honorific), (CueTable.titles, .title), (CueTable.titleModifiers, .titleModifier),
    (CueTable.organizationSuffixes, .organizationSuffix), (CueTable.organizationHeads, .organizationHead),
    (CueTable.locationHeads, .locationHead), (CueTable.facilityHeads, .facilityHead),
    (CueTable.placeHeads, .placeHead), (CueTable.eventHeads, .eventHead), (CueTable.lawHeads, .lawHead),
    (CueTable.workHeads, .workHead), (CueTable.particles, .particle), (CueTable.speechVerbs, .speechVerb),
    (CueTable.placePrepositions, .placePreposition), (CueTable.directions, .direction),
    (CueTable.plainAcronyms, .plainAcronym), (CueTable.abbreviations, .abbreviation),
    (CueTable.generationSuffixes, .generationSuffix), (CueTable.currencies, .currency),
    (CueTable.currencyCodes, .currencyCode), (CueTable.measures, .measure), (NumberWordTable.months, .month),
    (NumberWordTable.monthAbbreviations, .monthAbbreviation), (NumberWordTable.weekdays, .weekday),
    (NumberWordTable.seasons, .season), (NumberWordTable.dateUnits, .dateUnit),
    (NumberWordTable.clockUnits, .clockUnit), (NumberWordTable.numerals, .numeral),
    (NumberWordTable.magnitudes, .magnitude), (NumberWordTable.ordinals, .ordinal),
    (NumberWordTable.approximations, .approximation), (NumberWordTable.relativeDays, .relativeDay),
    (NumberWordTable.dayParts, .dayPart), (NumberWordTable.relatives, .relative),
    (NumberWordTable.cues, .numberCue),
  ]

  private static let gazetteer: [(String, EntityLabel)] = [
    (CountryTable.countries, .geopolitical), (CountryTable.states, .geopolitical),
    (CityTable.cities, .geopolitical), (RegionTable.regions, .location), (RegionTable.facilities, .facility),
    (GroupTable.groups, .group), (GroupTable.languages, .language),
    (OrganizationTable.organizations, .organization), (OrganizationTable.events, .event),
    (OrganizationTable.laws, .law), (OrganizationTable.works, .workOfArt),
    (OrganizationTable.products, .product),
  ]
}
