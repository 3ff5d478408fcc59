import Sluice

/// A document's sentences as the summariser sees them.
struct SummaryReading {
  let ranges: [TextRange]
  let words: [SentenceWords]
  private(set) var vocabulary: Vocabulary
  let features: SentenceFeatures
  let coherence: [Coherence]
  /// Which sentences may stand in a summary at all.
  let isCandidate: [Bool]
  /// The sentences that open the text or a turn.
  let opensTurn: [Bool]
  let evidence: SentenceRanker.Evidence

  /// - Throws: ``SluiceError`` when the document's time is up.
  init(_ document: Document) throws {
    let ranges = document[.sentences]?.ranges ?? []
    var vocabulary = Vocabulary()
    var words: [SentenceWords] = []
    words.reserveCapacity(ranges.count)
    for (number, range) in ranges.enumerated() {
      if number & 0x3FF == 0 { try document.checkDeadline() }
      words.append(vocabulary.read(document.text.bytes, range, number: Int32(number)))
    }
    let usesCapitals = words.count { $0.startsSmall } * 3 < words.count
    let coherence = words.map { Coherence($0, usesCapitals: usesCapitals) }
    features = SentenceFeatures(words, vocabulary: vocabulary, coherence: coherence)
    try document.checkDeadline()
    isCandidate = SummaryCandidates.find(
      ranges, words, turns: document[.turns], blocks: document[.blocks])
    opensTurn = Self.openings(ranges, document[.turns])
    evidence = SentenceRanker.Evidence(
      title: document.metadata.title.map { vocabulary.known(in: $0) } ?? [],
      salience: document[.entities].map { EntitySalience.of($0, ranges) } ?? [])
    self.ranges = ranges
    self.coherence = coherence
    self.words = words
    self.vocabulary = vocabulary
  }

  /// The numbers of a query's content words that the document has.
  mutating func words(in query: String) -> [Int32] {
    vocabulary.known(in: query)
  }

  /// How well each sentence stands for the document, in a summary within a budget.
  func scores(for budget: SummaryBudget) -> [Float] {
    let total = words.reduce(0) { $0 + $1.count }
    return SentenceRanker().scores(
      words, features, ratio: budget.ratio(of: total, sentences: words.count), evidence: evidence)
  }

  func selection(_ scores: [Float], isCandidate: [Bool]? = nil) -> SummarySelection {
    SummarySelection(
      words, scores: scores, isCandidate: isCandidate ?? self.isCandidate, coherence: coherence,
      opensTurn: opensTurn, vocabulary: vocabulary)
  }

  private static func openings(_ sentences: [TextRange], _ turns: Turns?) -> [Bool] {
    var next = 0
    let starts = (turns?.ranges ?? []).map(\.start).sorted()
    return sentences.indices.map { index in
      var opens = index == 0
      while next < starts.count, starts[next] <= sentences[index].start {
        opens = true
        next += 1
      }
      return opens
    }
  }
}
