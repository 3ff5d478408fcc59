/// What ``NLTagger`` is asked to tell of a text.
///
/// The values are those of Apple's NaturalLanguage. Any other name may be used for a scheme of one's own, whose tags
/// then come from gazetteers alone (``NLTagger/setGazetteers(_:for:)``).
public struct NLTagScheme: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Word, punctuation, white space or other.
  public static let tokenType = NLTagScheme("TokenType")
  /// Names of persons, places and organisations.
  public static let nameType = NLTagScheme("NameType")
  /// The language, as a BCP 47 tag.
  public static let language = NLTagScheme("Language")
  /// Parts of speech: **not supported**.
  ///
  /// Sluice has no tagger of parts of speech. The name is here so that shared code compiles: ranges are given as
  /// usual, all tags are `nil`, and ``NLTagger/availableTagSchemes(for:language:)`` does not list it.
  public static let lexicalClass = NLTagScheme("LexicalClass")
}
