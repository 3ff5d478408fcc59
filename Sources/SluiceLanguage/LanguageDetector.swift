internal import CSluiceModels

/// Tells the language of a text by its letters and n-grams.
///
/// The method is that of fastText (Joulin et al., Bag of Tricks for Efficient Text Classification, 2016): the mean of
/// the vectors of all n-grams, compared with a vector for each language; only languages that are written in the
/// text's script are compared. Words of the languages that it does not know look like the nearest that it does.
public struct LanguageDetector: Sendable {
  /// A language that a text may be in.
  public struct Hypothesis: Hashable, Sendable {
    /// BCP 47, such as `de` or `zh-Hans`.
    public let language: String
    /// From 0 to 1; all hypotheses of a text together are 1.
    public let probability: Double
  }

  /// The table that the program ships.
  public static let shipped: LanguageDetector = {
    let table = sluice_language_detection()
    return LanguageDetector(LanguageTable(UnsafeBufferPointer(start: table.bytes, count: table.count)))
  }()

  private let table: LanguageTable

  package init(_ table: LanguageTable?) {
    self.table = table ?? LanguageTable(slotBits: 4, languages: [], scale: 0, slots: [])
  }

  /// The tags of all languages that can be told.
  public var languages: [String] { table.languages.map(\.tag) }

  /// Bytes of a text that are looked at; more tell no more.
  public static let reach = 2048
  /// Letters without which nothing is said.
  private static let fewestLetters = 3

  /// The language of a text in UTF-8, `nil` when it has too few letters, or letters of no known script.
  public func language(of text: UnsafeBufferPointer<UInt8>) -> Hypothesis? {
    hypotheses(for: text, among: nil).first
  }

  /// The languages that a text may be in, likeliest first; none for texts without letters.
  ///
  /// - Parameter among: tags to choose from, `nil` for all.
  public func hypotheses(for text: UnsafeBufferPointer<UInt8>, among: Set<String>? = nil) -> [Hypothesis] {
    var features = LanguageFeatures(slotBits: table.slotBits)
    features.read(UnsafeBufferPointer(rebasing: text.prefix(Self.reach)))
    return hypotheses(for: features, among: among)
  }

  package func hypotheses(for features: LanguageFeatures, among: Set<String>?) -> [Hypothesis] {
    guard let script = Self.script(features.letters, fewest: Self.fewestLetters), !features.slots.isEmpty
    else {
      return []
    }
    let mean = mean(of: features.slots)
    var scores: [(tag: String, score: Float)] = []
    for language in table.languages
    where language.scripts & script != 0 && among?.contains(language.tag) != false {
      scores.append((language.tag, language.bias + (language.weights * mean).sum()))
    }
    guard let best = scores.map(\.score).max() else { return [] }
    let total = scores.reduce(0.0) { $0 + Self.exponential(Double($1.score - best)) }
    return scores.map {
      Hypothesis(language: $0.tag, probability: Self.exponential(Double($0.score - best)) / total)
    }.sorted { ($1.probability, $0.language) < ($0.probability, $1.language) }
  }

  /// The bit of the script that most letters are of; kana anywhere mean Japanese, however many characters are Chinese.
  package static func script(_ letters: [Int32], fewest: Int) -> UInt32? {
    let han = letters[Int(Script.han.rawValue)]
    let kana = letters[Int(Script.kana.rawValue)]
    var counts = letters
    if kana * 12 > han {
      counts[Int(Script.kana.rawValue)] += han
    } else {
      counts[Int(Script.han.rawValue)] += kana
    }
    // A Chinese character says as much as three letters.
    counts[Int(Script.han.rawValue)] *= 3
    counts[Int(Script.kana.rawValue)] *= 3
    counts[Int(Script.hangul.rawValue)] *= 2
    guard let most = counts.max(), most >= fewest, let index = counts.firstIndex(of: most) else { return nil }
    return 1 << UInt32(index)
  }

  private func mean(of slots: [UInt32]) -> SIMD16<Float> {
    slots.withUnsafeBufferPointer { slots in
      table.slots.withUnsafeBufferPointer { mean(of: slots, $0) }
    }
  }

  private func mean(
    of slots: UnsafeBufferPointer<UInt32>, _ vectors: UnsafeBufferPointer<SIMD16<Int8>>
  ) -> SIMD16<Float> {
    var total = SIMD16<Int32>()
    var start = 0
    while start < slots.count {
      // 200 signed bytes cannot overflow 16 bits.
      let end = min(slots.count, start + 200)
      var sum = SIMD16<Int16>()
      for index in start..<end { sum &+= SIMD16<Int16>(truncatingIfNeeded: vectors[Int(slots[index])]) }
      total &+= SIMD16<Int32>(truncatingIfNeeded: sum)
      start = end
    }
    return SIMD16<Float>(total) * (table.scale / Float(slots.count))
  }

  /// e to the power of a number that is not positive, without a library: the same on every machine.
  private static func exponential(_ exponent: Double) -> Double {
    guard exponent > -40 else { return 0 }
    let small = exponent / 1024
    var power = 1 + small + small * small / 2 + small * small * small / 6
    for _ in 0..<10 { power *= power }
    return power
  }
}
