/// What the tables say of a word, whatever its case.
struct WordClass: OptionSet {
  let rawValue: UInt64

  private init(bit: Int) { rawValue = 1 << UInt64(bit) }
  init(rawValue: UInt64) { self.rawValue = rawValue }

  static let function = WordClass(bit: 0)
  /// Any frequent word, words of grammar included.
  static let common = WordClass(bit: 1)
  static let givenName = WordClass(bit: 2)
  /// A given name or surname that is also something else.
  static let doubtfulName = WordClass(bit: 3)
  static let surname = WordClass(bit: 4)
  static let honorific = WordClass(bit: 5)
  static let title = WordClass(bit: 6)
  static let titleModifier = WordClass(bit: 7)
  static let organizationSuffix = WordClass(bit: 8)
  static let organizationHead = WordClass(bit: 9)
  static let locationHead = WordClass(bit: 10)
  static let facilityHead = WordClass(bit: 11)
  static let placeHead = WordClass(bit: 12)
  static let eventHead = WordClass(bit: 13)
  static let lawHead = WordClass(bit: 14)
  static let workHead = WordClass(bit: 15)
  static let particle = WordClass(bit: 16)
  static let speechVerb = WordClass(bit: 17)
  static let placePreposition = WordClass(bit: 18)
  static let direction = WordClass(bit: 19)
  static let plainAcronym = WordClass(bit: 20)
  static let abbreviation = WordClass(bit: 21)
  static let generationSuffix = WordClass(bit: 22)
  static let currency = WordClass(bit: 23)
  static let currencyCode = WordClass(bit: 24)
  static let measure = WordClass(bit: 25)
  static let month = WordClass(bit: 26)
  static let monthAbbreviation = WordClass(bit: 27)
  static let weekday = WordClass(bit: 28)
  static let season = WordClass(bit: 29)
  static let dateUnit = WordClass(bit: 30)
  static let clockUnit = WordClass(bit: 31)
  static let numeral = WordClass(bit: 32)
  static let magnitude = WordClass(bit: 33)
  static let ordinal = WordClass(bit: 34)
  static let approximation = WordClass(bit: 35)
  static let relativeDay = WordClass(bit: 36)
  static let dayPart = WordClass(bit: 37)
  static let relative = WordClass(bit: 38)
  /// A name or phrase of the gazetteer begins with it.
  static let startsPhrase = WordClass(bit: 39)
  /// Words that number rules look for by themselves: `noon`, `percent`, `half`.
  static let numberCue = WordClass(bit: 40)

  static let anyName: WordClass = [.givenName, .surname]
  static let anyHead: WordClass = [
    .organizationSuffix, .organizationHead, .locationHead, .facilityHead, .placeHead, .eventHead, .lawHead,
    .workHead,
  ]
  /// Words that an expression of date, time or number can begin with.
  static let startsNumber: WordClass = [
    .month, .monthAbbreviation, .weekday, .season, .numeral, .magnitude, .ordinal, .approximation,
    .relativeDay,
    .relative, .numberCue, .currencyCode, .dateUnit,
  ]
}
