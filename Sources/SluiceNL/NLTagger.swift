internal import Sluice
internal import SluiceSentences

/// Tags words, sentences and paragraphs, with the call shape of the class of that name in Apple's NaturalLanguage.
///
/// ```swift
/// let tagger = NLTagger(tagSchemes: [.nameType])
/// tagger.string = text
/// tagger.enumerateTags(
///   in: text.startIndex..<text.endIndex, unit: .word, scheme: .nameType,
///   options: [.omitWhitespace, .omitPunctuation, .joinNames]
/// ) { tag, range in
///   if tag == .personalName { print(text[range]) }
///   return true
/// }
/// ```
///
/// Names are those of `tag.entities`, which is made for English: persons, organisations, and places (the labels
/// GPE, LOC and FAC). Sentences are those of `split.sentences`; words are those of `split.tokens`, with signs and
/// white space between them, so that the tokens of a text leave no gap and part no character. All tokens of a name
/// but white space carry its tag. ``NLTagScheme/lexicalClass`` is not supported: its tags are `nil`.
///
/// Each scheme costs time linear in the length of the text, once for a text. A tagger is for one thread at a time.
public final class NLTagger {
  /// The schemes that the tagger was made for; others give no tags.
  public let tagSchemes: [NLTagScheme]
  /// The text to tag. Languages that were set for the text before are forgotten.
  public var string: String? {
    didSet {
      known = []
      forget()
    }
  }
  private var known: [TagAnalysis.KnownLanguage] = []
  private var gazetteers: [NLTagScheme: [NLGazetteer]] = [:]
  private var analysis: TagAnalysis?
  private var cache: [CacheKey: [TagAnalysis.Row]] = [:]

  private struct CacheKey: Hashable {
    var unit: NLTokenUnit
    var scheme: NLTagScheme
    var joins: NLTagger.Options
  }

  public init(tagSchemes: [NLTagScheme]) {
    self.tagSchemes = tagSchemes
  }

  /// The schemes that have tags for a unit of text in a language.
  ///
  /// Names are tagged by the conventions of English; for other languages they are not listed, though asking for
  /// them is no error.
  public static func availableTagSchemes(for unit: NLTokenUnit, language: NLLanguage) -> [NLTagScheme] {
    guard unit == .word else { return [.language] }
    return language == .english ? [.language, .tokenType, .nameType] : [.language, .tokenType]
  }

  /// The language of the text, `nil` when it is not known.
  public var dominantLanguage: NLLanguage? {
    prepare()
    return analysis?.language
  }

  /// Says which language a part of the text is in. What was set last holds.
  public func setLanguage(_ language: NLLanguage, range: Range<String.Index>) {
    guard let bytes = bytes(range) else { return }
    known.append(TagAnalysis.KnownLanguage(range: bytes, language: language))
    forget()
  }

  /// Sets the gazetteers whose labels win over the tags of a scheme.
  ///
  /// The longest term wins, and of equal terms that of the first gazetteer. A name that a term touches is no
  /// longer a name. A gazetteer of another language than the one set for the whole text is left out.
  public func setGazetteers(_ gazetteers: [NLGazetteer], for tagScheme: NLTagScheme) {
    self.gazetteers[tagScheme] = gazetteers
    cache = [:]
  }

  /// The gazetteers of a scheme.
  public func gazetteers(for tagScheme: NLTagScheme) -> [NLGazetteer] {
    gazetteers[tagScheme] ?? []
  }

  // MARK: - Tags

  /// The tag at a place, and the range of what it is said of; an empty range when no unit stands there.
  public func tag(
    at index: String.Index, unit: NLTokenUnit, scheme: NLTagScheme
  ) -> (NLTag?, Range<String.Index>) {
    guard let string, index >= string.startIndex, index < string.endIndex else { return (nil, index..<index) }
    let offset = string.utf8.distance(from: string.startIndex, to: index)
    let rows = rows(unit, scheme, [])
    let at = Self.firstRow(endingAfter: offset, in: rows)
    guard at < rows.count, rows[at].range.start <= offset else { return (nil, index..<index) }
    return (rows[at].tag, Self.indices(rows[at].range, string))
  }

  /// The tags of all units that a range touches, in order.
  public func tags(
    in range: Range<String.Index>, unit: NLTokenUnit, scheme: NLTagScheme, options: NLTagger.Options = []
  ) -> [(NLTag?, Range<String.Index>)] {
    var found: [(NLTag?, Range<String.Index>)] = []
    enumerateTags(in: range, unit: unit, scheme: scheme, options: options) { tag, range in
      found.append((tag, range))
      return true
    }
    return found
  }

  /// Calls a block for each unit that a range touches, until it returns `false`.
  public func enumerateTags(
    in range: Range<String.Index>, unit: NLTokenUnit, scheme: NLTagScheme, options: NLTagger.Options = [],
    using block: (NLTag?, Range<String.Index>) -> Bool
  ) {
    guard let string, let bytes = bytes(range), !bytes.isEmpty else { return }
    let rows = rows(unit, scheme, options)
    for row in rows[Self.firstRow(endingAfter: Int(bytes.start), in: rows)...] {
      if row.range.start >= bytes.end { return }
      if unit == .word, Self.omits(row.kind, options) { continue }
      if !block(row.tag, Self.indices(row.range, string)) { return }
    }
  }

  /// The unit at a place; an empty range when none stands there.
  public func tokenRange(at index: String.Index, unit: NLTokenUnit) -> Range<String.Index> {
    tag(at: index, unit: unit, scheme: .tokenType).1
  }

  // MARK: - Rows

  private func forget() {
    analysis = nil
    cache = [:]
  }

  private func prepare() {
    if analysis == nil, let string { analysis = TagAnalysis(PlainText(string), known) }
  }

  private func rows(_ unit: NLTokenUnit, _ scheme: NLTagScheme, _ options: NLTagger.Options) -> [TagAnalysis
    .Row]
  {
    let key = CacheKey(
      unit: unit, scheme: scheme,
      joins: unit == .word ? options.intersection([.joinNames, .joinContractions]) : [])
    if let rows = cache[key] { return rows }
    prepare()
    let language = known.last { $0.range.count == string?.utf8.count }?.language
    let gazetteers = gazetteers(for: scheme).filter {
      $0.language == nil || language == nil || $0.language == language
    }
    var rows = analysis?.rows(unit, scheme, key.joins, gazetteers) ?? []
    if !tagSchemes.contains(scheme) {
      for index in rows.indices { rows[index].tag = nil }
    }
    cache[key] = rows
    return rows
  }

  /// The part of the text that a range covers, in bytes.
  private func bytes(_ range: Range<String.Index>) -> TextRange? {
    guard let string else { return nil }
    let range = range.clamped(to: string.startIndex..<string.endIndex)
    let start = string.utf8.distance(from: string.startIndex, to: range.lowerBound)
    return TextRange(start, start + string.utf8.distance(from: range.lowerBound, to: range.upperBound))
  }

  private static func firstRow(endingAfter offset: Int, in rows: [TagAnalysis.Row]) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func omits(_ kind: TokenCut.Kind, _ options: NLTagger.Options) -> Bool {
    switch kind {
    case .word: options.contains(.omitWords)
    case .punctuation: options.contains(.omitPunctuation)
    case .whitespace: options.contains(.omitWhitespace)
    case .other: options.contains(.omitOther)
    }
  }

  private static func indices(_ range: TextRange, _ string: String) -> Range<String.Index> {
    let start = string.utf8.index(string.startIndex, offsetBy: Int(range.start))
    return start..<string.utf8.index(start, offsetBy: range.count)
  }
}
