/// What ``NLTagger`` says of a token.
public struct NLTag: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }

  // MARK: - Of the scheme tokenType, and of nameType for what is no word

  /// A word or a number.
  public static let word = NLTag("Word")
  public static let punctuation = NLTag("Punctuation")
  public static let whitespace = NLTag("Whitespace")
  /// Signs and emoji.
  public static let other = NLTag("Other")

  // MARK: - Of the scheme nameType

  public static let personalName = NLTag("PersonalName")
  /// Countries, towns, regions, rivers, buildings.
  public static let placeName = NLTag("PlaceName")
  public static let organizationName = NLTag("OrganizationName")
  /// A word that is no part of a name.
  public static let otherWord = NLTag("OtherWord")

  // MARK: - Of the scheme lexicalClass, which is not supported: never given

  public static let noun = NLTag("Noun")
  public static let verb = NLTag("Verb")
  public static let adjective = NLTag("Adjective")
  public static let adverb = NLTag("Adverb")
  public static let pronoun = NLTag("Pronoun")
  public static let determiner = NLTag("Determiner")
  public static let particle = NLTag("Particle")
  public static let preposition = NLTag("Preposition")
  public static let number = NLTag("Number")
  public static let conjunction = NLTag("Conjunction")
  public static let interjection = NLTag("Interjection")
}
