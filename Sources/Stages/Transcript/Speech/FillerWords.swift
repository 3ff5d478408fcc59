/// The hesitations of languages. Data, by ISO 639-1 code; what is a word of the language is not among them.
enum FillerWords {
  /// What a hesitation is.
  enum Kind: Sendable {
    /// Nothing else.
    case sure
    /// Not behind a number, where it is a unit: `5 mm`.
    case weak
  }

  static let english = WordTable<Kind>([
    ("um umm ummm uh uhh uhhh uhm uhmm erm ermm er", .sure), ("hm hmm hmmm mm mmm ah", .weak),
  ])

  private static let others: [String: WordTable<Kind>] = [
    "de": WordTable([("äh ähh ähm ähem öh öhm ehm hmm", .sure), ("hm mm", .weak)]),
    "fr": WordTable([("euh euhh heu", .sure), ("hum hmm", .weak)]),
    "es": WordTable([("ehm emm mmm ehhh", .sure), ("hmm", .weak)]),
    "tr": WordTable([("ııı ıı eee hımm ıhm", .sure), ("hmm", .weak)]),
    "it": WordTable([("ehm uhm mmm", .sure), ("hmm", .weak)]),
    "pt": WordTable([("ahn hã ehm uhm", .sure), ("hmm", .weak)]),
    "nl": WordTable([("uh uhm uhh ehm euh euhm", .sure), ("hmm", .weak)]),
  ]

  /// What makes another word of a hesitation before it: `uh huh`, `ah ha`, `mm hmm`.
  static let partners = WordTable("huh oh uh hum hmm hm ha-ha ha mm")

  /// The hesitations of a language by its tag, such as `de-CH`; `nil` where none are known.
  static func table(_ language: String) -> WordTable<Kind>? {
    let code = String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
    return code == "en" ? english : others[code]
  }
}
