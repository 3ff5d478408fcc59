internal import SluiceSentences

/// Tells the language of a text, with the call shape of the class of that name in Apple's NaturalLanguage.
///
/// It knows the twelve languages of `split.sentences`, by their scripts and function words: a sentence or two are
/// enough, single words often are not. Other languages are `nil`, unless they look like one of the twelve.
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

  /// The likeliest languages, each with its share of the evidence.
  public func languageHypotheses(withMaximum maximum: Int) -> [NLLanguage: Double] {
    var evidence = scripts
    for (code, count) in PlainText(text).functionWords { evidence[code, default: 0] += Double(count) }
    let allowed = Set(languageConstraints.map { String($0.rawValue.prefix(2)) })
    if !allowed.isEmpty { evidence = evidence.filter { allowed.contains($0.key) } }
    let total = evidence.values.reduce(0, +)
    guard total > 0 else { return [:] }
    let best = evidence.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(max(0, maximum))
    return Dictionary(best.map { (Self.language($0.key), $0.value / total) }) { a, _ in a }
  }

  /// Evidence by script: one for each character.
  private var scripts: [String: Double] {
    var han = 0.0
    var found: [String: Double] = [:]
    for scalar in text.unicodeScalars.prefix(4000) {
      switch scalar.value {
      case 0x3040...0x30FF: found["ja", default: 0] += 1
      case 0x4E00...0x9FFF: han += 1
      case 0x0600...0x06FF: found["ar", default: 0] += 1
      case 0x0900...0x097F: found["hi", default: 0] += 1
      case 0x0400...0x04FF: found["ru", default: 0] += 1
      default: break
      }
    }
    // Kana between Chinese characters mean Japanese.
    if han > 0 { found[(found["ja"] ?? 0) * 8 > han ? "ja" : "zh", default: 0] += han }
    return found
  }

  private static func language(_ code: String) -> NLLanguage {
    code == "zh" ? .simplifiedChinese : NLLanguage(code)
  }
}
