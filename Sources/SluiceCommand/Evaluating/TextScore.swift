import Sluice

/// Scores extracted text as the benchmarks of extraction do: bags of four-word shingles, bags of words, and snippets
/// that the text must and must not have.
struct TextScore {
  struct Measures: Measured {
    var precision = 0.0
    var recall = 0.0
    var f1 = 0.0
  }

  /// Means of precision and recall over the pages, and the F1 of the two.
  private(set) var pages = 0
  private var shinglePrecisions: [Double] = []
  private var shingleRecalls: [Double] = []
  private var words: [Measures] = []
  private var snippets = (kept: 0, lost: 0, leaked: 0, left: 0)

  var shingles: Measures? {
    guard !words.isEmpty else { return nil }
    let (precision, recall) = (Self.mean(shinglePrecisions), Self.mean(shingleRecalls))
    return Measures(precision: precision, recall: recall, f1: Self.harmonic(precision, recall))
  }

  /// Means of the pages' own precision, recall and F1, of words in small letters.
  var wordMeans: Measures? {
    guard !words.isEmpty else { return nil }
    return Measures(
      precision: Self.mean(words.map(\.precision)), recall: Self.mean(words.map(\.recall)),
      f1: Self.mean(words.map(\.f1)))
  }

  /// Counts pooled over the pages.
  var snippetCounts: Measures? {
    let (kept, lost, leaked, left) = snippets
    guard kept + lost + leaked + left > 0 else { return nil }
    let precision = kept + leaked > 0 ? Double(kept) / Double(kept + leaked) : 0
    let recall = kept + lost > 0 ? Double(kept) / Double(kept + lost) : 0
    return Measures(precision: precision, recall: recall, f1: Self.harmonic(precision, recall))
  }

  /// - Parameters:
  ///   - truth: the text that the page should give, if that is known.
  ///   - with: snippets that must be in the text.
  ///   - without: snippets that must not.
  mutating func add(_ text: String, truth: String?, with: [String], without: [String]) {
    pages += 1
    if let truth { compare(text, truth) }
    guard !with.isEmpty || !without.isEmpty else { return }
    let squeezed = Self.squeezed(text)
    for snippet in with {
      if Self.contains(squeezed, Self.squeezed(snippet)) { snippets.kept += 1 } else { snippets.lost += 1 }
    }
    for snippet in without {
      if Self.contains(squeezed, Self.squeezed(snippet)) { snippets.leaked += 1 } else { snippets.left += 1 }
    }
  }

  private mutating func compare(_ text: String, _ truth: String) {
    let found = Self.shingles(text)
    let wanted = Self.shingles(truth)
    let (common, foundCount, wantedCount) = Self.overlap(found, wanted)
    if foundCount > 0 { shinglePrecisions.append(Double(common) / Double(foundCount)) }
    if wantedCount > 0 { shingleRecalls.append(Double(common) / Double(wantedCount)) }
    words.append(Self.wordMeasures(text, truth))
  }

  private static func wordMeasures(_ text: String, _ truth: String) -> Measures {
    let (common, found, wanted) = overlap(
      bag(wordList(text.lowercased())), bag(wordList(truth.lowercased())))
    if wanted == 0 { return found == 0 ? Measures(precision: 1, recall: 1, f1: 1) : Measures() }
    guard found > 0 else { return Measures() }
    let precision = Double(common) / Double(found)
    let recall = Double(common) / Double(wanted)
    return Measures(precision: precision, recall: recall, f1: harmonic(precision, recall))
  }

  // MARK: - Bags

  /// Runs of letters, digits and underscores.
  static func wordList(_ text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split { !isWord($0) }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || (0x30...0x39).contains(scalar.value)
        || (0x61...0x7A).contains(scalar.value | 0x20)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return scalar.properties.numericType != nil
    }
  }

  private static func bag(_ words: [Substring.UnicodeScalarView]) -> [String: Int] {
    words.reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }

  private static func shingles(_ text: String) -> [String: Int] {
    let words = wordList(text).map { String($0) }
    guard !words.isEmpty else { return [:] }
    return (0..<max(1, words.count - 3)).reduce(into: [:]) {
      $0[words[$1..<min($1 + 4, words.count)].joined(separator: " "), default: 0] += 1
    }
  }

  private static func overlap(_ a: [String: Int], _ b: [String: Int]) -> (common: Int, a: Int, b: Int) {
    (
      a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) }, a.values.reduce(0, +), b.values.reduce(0, +)
    )
  }

  // MARK: - Snippets

  /// Every stretch of white space as one space, none at the ends.
  private static func squeezed(_ text: String) -> [UInt8] {
    var view = String.UnicodeScalarView()
    for part in text.unicodeScalars.split(whereSeparator: CodePoints.isSpace) {
      if !view.isEmpty { view.append(" ") }
      view.append(contentsOf: part)
    }
    return Array(String(view).utf8)
  }

  private static func contains(_ text: [UInt8], _ snippet: [UInt8]) -> Bool {
    guard let first = snippet.first else { return true }
    var rest = text[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: snippet) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private static func harmonic(_ precision: Double, _ recall: Double) -> Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}
