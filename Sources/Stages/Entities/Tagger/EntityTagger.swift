import Sluice

/// Takes a document through tokens, chains and rules to mentions.
///
/// A value with scratch space that is used again for the next document.
struct EntityTagger {
  private let lexicon = Lexicon.shared
  private let cutter: TokenCutter
  private var chains: ChainReader
  private var tokens: [Token] = []
  private var sentences: [Range<Int>] = []
  private var candidates: [NameCandidate] = []

  init(table: TaggerTable) {
    cutter = TokenCutter(tokenizer: Tokenizer(lexicon: lexicon))
    chains = ChainReader(table: table, lexicon: lexicon)
  }

  /// The mentions of a text, in order and without overlap, with their identities.
  ///
  /// - Parameter facts: what is known of the document beside its text.
  mutating func tag(
    _ text: Text, _ sentenceRanges: [TextRange], _ facts: DocumentFacts, labels: Set<EntityLabel>,
    checkDeadline: () throws -> Void
  ) throws -> Entities {
    cutter.cut(text, sentenceRanges, &tokens, &sentences)
    candidates.removeAll(keepingCapacity: true)
    try read(text, checkDeadline)
    var people = PersonMemory(lexicon: lexicon)
    for name in facts.speakers + facts.authors { people.note(name) }
    tokens.withUnsafeBufferPointer { tokens in
      let trim = SpanTrim(sentence: tokens)
      let known = KnownNames(lexicon: lexicon, tokens: tokens)
      candidates = candidates.flatMap { trim.trim($0).map(known.split) ?? [] }
      for index in candidates.indices {
        known.correct(&candidates[index])
        trim.widen(
          &candidates[index], from: index > 0 ? candidates[index - 1].end : 0,
          to: index + 1 < candidates.count ? candidates[index + 1].first : tokens.count)
      }
      people.correct(&candidates, tokens)
    }
    candidates.removeAll { !labels.contains($0.label) }
    resolve()
    readValues(text, facts.date)
    var index = IdentityIndex(lexicon: lexicon)
    return index.layer(of: candidates, tokens, text, speakers: facts.speakers)
  }

  private mutating func read(_ text: Text, _ checkDeadline: () throws -> Void) throws {
    try text.bytes.withUnsafeBufferPointer { bytes in
      chains.begin(bytes, tokens, sentences)
      try tokens.withUnsafeBufferPointer { tokens in
        for (row, range) in sentences.enumerated() {
          if row & 0xFF == 0 { try checkDeadline() }
          let sentence = SentenceTokens(text: bytes, all: tokens, range: range)
          let first = candidates.count
          chains.read(sentence, into: &candidates)
          addInstitutions(sentence, from: first)
          SureNumbers(sentence: sentence).add(to: &candidates, from: first)
        }
      }
    }
  }

  private mutating func addInstitutions(_ sentence: SentenceTokens, from first: Int) {
    let rule = InstitutionRule(sentence: sentence)
    for index in sentence.range where rule.isInstitution(index) {
      var place = first
      while place < candidates.count, candidates[place].end <= index { place += 1 }
      if place < candidates.count, candidates[place].first <= index {
        if candidates[place].first == index, candidates[place].end == index + 1 {
          candidates[place].label = .organization
        }
        continue
      }
      candidates.insert(
        NameCandidate(first: index, end: index + 1, label: .organization, confidence: 0.7), at: place)
    }
  }

  private mutating func readValues(_ text: Text, _ date: CivilDate?) {
    text.bytes.withUnsafeBufferPointer { bytes in
      tokens.withUnsafeBufferPointer { tokens in
        let sentence = SentenceTokens(text: bytes, all: tokens, range: tokens.indices)
        let values = NumberValue(sentence: sentence, today: date)
        for index in candidates.indices where candidates[index].label.isNumeric {
          let candidate = candidates[index]
          // Corpora disagree on whether the sign of a currency is of the span; it is of the value.
          let hasSign =
            candidate.label == .money && candidate.first > 0 && tokens[candidate.first - 1].isCurrencySign
          candidates[index].value = values.value(
            of: candidate.label, hasSign ? candidate.first - 1 : candidate.first, candidate.end)
        }
      }
    }
  }

  /// Hashes the words of names, and looks them up among the names that have aliases.
  private mutating func resolve() {
    for index in candidates.indices {
      let candidate = candidates[index]
      var phrase = WordHash.seed
      for token in tokens[candidate.first..<candidate.end] { phrase = WordHash.join(phrase, token.key) }
      candidates[index].phrase = phrase
      guard !candidate.label.isNumeric, let name = lexicon.name(at: phrase), name >= 0 else { continue }
      candidates[index].identity = lexicon.names[name].identity
    }
  }
}
