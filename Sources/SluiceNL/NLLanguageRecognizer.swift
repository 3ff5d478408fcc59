internal import SluiceLanguage

/// Tells the language of a text, with the call shape of the class of that name in Apple's NaturalLanguage.
///
/// It knows the languages of `SluiceLanguage`, by n-grams and scripts: a few words are enough, a sentence is better.
public final class NLLanguageRecognizer {
  private var text = ""
  /// The languages to choose from; empty for all.
  public var languageConstraints: [NLLanguage] = []

  public init() {}

  /// The language of a text, `nil` when it is not known.
  public static func dominantLanguage(for string: String) -> NLLanguage? {
    let recognizer = NLLanguageRecognizer()
    recognizer.processString(string)
    return recognizer.dominantLanguage
  }

  /// Adds text to what is known.
  public func processString(_ string: String) {
    text += string
  }

  /// Forgets all text.
  public func reset() {
    text = ""
  }

  /// The likeliest language, `nil` when none is known.
  public var dominantLanguage: NLLanguage? {
    languageHypotheses(withMaximum: 1).first?.key
  }

  /// The likeliest languages, each with its probability.
  public func languageHypotheses(withMaximum maximum: Int) -> [NLLanguage: Double] {
    var text = text
    let allowed = languageConstraints.isEmpty ? nil : Set(languageConstraints.map(\.rawValue))
    let hypotheses = text.withUTF8 { LanguageDetector.shipped.hypotheses(for: $0, among: allowed) }
    return Dictionary(
      hypotheses.prefix(max(0, maximum)).map { (NLLanguage($0.language), $0.probability) }
    ) { first, _ in first }
  }
}
