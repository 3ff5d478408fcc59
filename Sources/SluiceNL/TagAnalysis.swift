internal import Sluice
internal import SluiceEntities
internal import SluiceSentences

/// What ``NLTagger`` knows of one text, each part found when it is first asked for.
struct TagAnalysis {
  /// A token or larger unit with its tag.
  struct Row {
    var range: TextRange
    var kind: TokenCut.Kind
    var tag: NLTag?
  }

  /// A name or term: the tokens, white space between them included, and their tag.
  private struct Span {
    var rows: Range<Int>
    /// `nil` for what is joined only.
    var tag: NLTag?
  }

  /// A language that the user has set for a part of the text.
  struct KnownLanguage {
    var range: TextRange
    var language: NLLanguage
  }

  let text: PlainText
  private let known: [KnownLanguage]
  private lazy var cut = TokenCut(text)
  private(set) lazy var language = findLanguage()
  private lazy var sentences = text.sentences(language: language?.rawValue)
  private lazy var names = findNames()

  init(_ text: PlainText, _ known: [KnownLanguage]) {
    self.text = text
    self.known = known
  }

  /// The units of a text with their tags, in order and without overlap.
  mutating func rows(
    _ unit: NLTokenUnit, _ scheme: NLTagScheme, _ options: NLTagger.Options, _ gazetteers: [NLGazetteer]
  ) -> [Row] {
    switch unit {
    case .word: words(scheme, options, gazetteers)
    case .sentence: units(sentences, scheme)
    case .paragraph: units(text.paragraphs, scheme)
    case .document: units(text.bytes.isEmpty ? [] : [TextRange(0, text.bytes.count)], scheme)
    }
  }

  private mutating func units(_ ranges: [TextRange], _ scheme: NLTagScheme) -> [Row] {
    ranges.map { range in
      Row(range: range, kind: .word, tag: scheme == .language ? languageTag(of: range) : nil)
    }
  }

  // MARK: - Words

  private mutating func words(
    _ scheme: NLTagScheme, _ options: NLTagger.Options, _ gazetteers: [NLGazetteer]
  ) -> [Row] {
    let joinsNames = options.contains(.joinNames)
    let cut = cut.rows
    var made: [Row] = []
    made.reserveCapacity(cut.count)
    var next = 0
    for span in spans(scheme, joinsNames, gazetteers) {
      for row in cut[next..<span.rows.lowerBound] { made.append(plain(row, scheme)) }
      next = span.rows.upperBound
      if joinsNames {
        let range = TextRange(
          Int(cut[span.rows.lowerBound].range.start), Int(cut[span.rows.upperBound - 1].range.end))
        let kind = span.rows.count == 1 ? cut[span.rows.lowerBound].kind : .word
        let usual = plain(TokenCut.Row(range: range, kind: kind), scheme).tag
        made.append(Row(range: range, kind: kind, tag: span.tag ?? usual))
        continue
      }
      for row in cut[span.rows] {
        let usual = plain(row, scheme)
        made.append(row.kind == .whitespace ? usual : Row(range: row.range, kind: row.kind, tag: span.tag))
      }
    }
    for row in cut[next...] { made.append(plain(row, scheme)) }
    if options.contains(.joinContractions) { made = joinContractions(made) }
    return scheme == .language ? withLanguages(made) : made
  }

  private func plain(_ row: TokenCut.Row, _ scheme: NLTagScheme) -> Row {
    let tag: NLTag? =
      switch scheme {
      case .tokenType: row.kind.tag
      case .nameType: row.kind == .word ? .otherWord : row.kind.tag
      default: nil
      }
    return Row(range: row.range, kind: row.kind, tag: tag)
  }

  /// Puts clitics to the word before them, unless the tags of the two differ.
  private mutating func joinContractions(_ rows: [Row]) -> [Row] {
    let clitics = Set(cut.rows.lazy.filter(\.isClitic).map(\.range))
    var made: [Row] = []
    made.reserveCapacity(rows.count)
    for row in rows {
      if let last = made.last, last.kind == .word, last.tag == row.tag, clitics.contains(row.range) {
        made[made.count - 1].range.end = row.range.end
      } else {
        made.append(row)
      }
    }
    return made
  }

  /// Gives rows without a tag the language of their sentence.
  private mutating func withLanguages(_ rows: [Row]) -> [Row] {
    var rows = rows
    var next = 0
    for sentence in sentences {
      while next < rows.count, rows[next].range.end <= sentence.start { next += 1 }
      let tag = languageTag(of: sentence)
      while next < rows.count, rows[next].range.start < sentence.end {
        if rows[next].tag == nil { rows[next].tag = tag }
        next += 1
      }
    }
    return rows
  }

  // MARK: - Names and terms

  /// The terms of gazetteers and, where asked for, the names that none of them touches.
  private mutating func spans(
    _ scheme: NLTagScheme, _ joinsNames: Bool, _ gazetteers: [NLGazetteer]
  ) -> [Span] {
    let terms = findTerms(gazetteers)
    guard scheme == .nameType || joinsNames else { return terms }
    var made: [Span] = []
    var next = 0
    for name in names {
      while next < terms.count, terms[next].rows.upperBound <= name.rows.lowerBound {
        made.append(terms[next])
        next += 1
      }
      if next < terms.count, terms[next].rows.overlaps(name.rows) { continue }
      made.append(Span(rows: name.rows, tag: scheme == .nameType ? name.tag : nil))
    }
    return made + terms[next...]
  }

  /// The longest terms, from left to right; of terms of equal length, that of the first gazetteer.
  private mutating func findTerms(_ gazetteers: [NLGazetteer]) -> [Span] {
    guard !gazetteers.isEmpty else { return [] }
    let cut = cut
    let places = cut.rows.indices.filter { cut.rows[$0].kind != .whitespace }
    let tokens = places.map { cut.string(cut.rows[$0].range) }
    var found: [Span] = []
    var index = 0
    while index < tokens.count {
      var best: (end: Int, tag: NLTag)?
      for gazetteer in gazetteers {
        if let term = gazetteer.longestTerm(in: tokens, at: index), term.end > best?.end ?? 0 { best = term }
      }
      guard let best else {
        index += 1
        continue
      }
      found.append(Span(rows: places[index]..<places[best.end - 1] + 1, tag: best.tag))
      index = best.end
    }
    return found
  }

  /// The names that the tagger finds, as tokens: those that a name touches.
  private mutating func findNames() -> [Span] {
    let composed = ComposedText(text)
    let mentions = TagEntities.mentions(
      in: composed?.text.bytes ?? text.bytes,
      sentences: composed?.text.sentences(language: language?.rawValue) ?? sentences,
      labels: [.person, .organization, .geopolitical, .location, .facility])
    let cut = cut.rows
    var found: [Span] = []
    var next = 0
    for (mention, label) in zip(mentions.ranges, mentions.labels) {
      let range = composed?.original(mention) ?? mention
      while next < cut.count, cut[next].range.end <= range.start { next += 1 }
      var end = next
      while end < cut.count, cut[end].range.start < range.end { end += 1 }
      // A second name in one token gets nothing: Paris-London.
      guard end > next, let tag = Self.tag(label) else { continue }
      found.append(Span(rows: next..<end, tag: tag))
      next = end
    }
    return found
  }

  private static func tag(_ label: Entities.Label) -> NLTag? {
    switch label {
    case .person: .personalName
    case .geopolitical, .location, .facility: .placeName
    case .organization: .organizationName
    default: nil
    }
  }

  // MARK: - Languages

  /// Surer than this the recognizer must be for a language to rule; names alone look like many languages.
  private static let leastProbability = 0.8

  private func findLanguage() -> NLLanguage? {
    let whole = TextRange(0, text.bytes.count)
    if let known = known.last(where: { $0.range.contains(whole) }) { return known.language }
    let recognizer = NLLanguageRecognizer()
    recognizer.processString(String(decoding: text.bytes, as: UTF8.self))
    let best = recognizer.languageHypotheses(withMaximum: 1).first
    return best.flatMap { $0.value >= Self.leastProbability ? $0.key : nil }
  }

  private func languageTag(of range: TextRange) -> NLTag? {
    let language = known.last { $0.range.contains(range) }?.language ?? recognized(range)
    return language.map { NLTag($0.rawValue) }
  }

  private func recognized(_ range: TextRange) -> NLLanguage? {
    NLLanguageRecognizer.dominantLanguage(for: String(decoding: text.bytes[range.bounds], as: UTF8.self))
  }
}
