/// What a text's letters say about its language beside what was declared.
public struct LanguageVerdict: Hashable, Sendable {
  /// The language of a text for which none was declared.
  public var language: String?
  /// The language of a text that is clearly not in the declared one.
  public var contradiction: String?

  /// Bytes without which nothing is said, and without which nobody is contradicted.
  private static let (fewestBytes, fewestToContradict) = (24, 200)
  private static let (likely, certain) = (0.7, 0.95)

  /// - Parameter declared: the BCP 47 tag that the source names, `nil` for none.
  public init(_ text: UnsafeBufferPointer<UInt8>, declared: String?, by detector: LanguageDetector = .shipped)
  {
    guard text.count >= (declared == nil ? Self.fewestBytes : Self.fewestToContradict),
      let found = detector.language(of: text)
    else { return }
    if let declared {
      if found.probability >= Self.certain, !Self.areKin(declared, found.language) {
        contradiction = found.language
      }
    } else if found.probability >= Self.likely {
      language = found.language
    }
  }

  /// Languages that n-grams do not tell apart for certain, and tags for the same language.
  private static let kin: [Set<Substring>] = [
    ["no", "nb", "nn", "da"], ["hr", "bs", "sr", "sh", "me"], ["id", "ms"], ["fil", "tl"], ["he", "iw"],
    ["zh", "yue", "cmn", "wuu"], ["cs", "sk"], ["gl", "pt"], ["af", "nl"], ["hi", "mr", "ne"], ["bg", "mk"],
  ]

  private static func areKin(_ one: String, _ other: String) -> Bool {
    let first = Substring(one.lowercased()).prefix { $0 != "-" && $0 != "_" }
    let second = Substring(other.lowercased()).prefix { $0 != "-" && $0 != "_" }
    return first == second || kin.contains { $0.contains(first) && $0.contains(second) }
  }
}
