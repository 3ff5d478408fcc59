public import Sluice

/// Chooses the sentences that best stand for a document.
///
/// Sentences are ranked by what they share with the others, by place, and by words of the title, without a
/// model; what has been said already counts less. Only whole sentences are taken, in document order, and one
/// that points back (`They …`, `But …`) only together with what it points to. In a document with turns only
/// speech is taken; headings, captions, code and tables never are. A budget in words or as a ratio is
/// exceeded by at most 15 %, or by 60 % where the summary is a single sentence, and a summary is never empty
/// while the document has a sentence. It costs time linear in the length of the text but for sorting.
public struct SummarizeExtract: Stage {
  /// At most one of the three may be set.
  public struct Settings: StageSettings {
    @Setting("Budget in sentences; 3 when no budget is set.") public var sentences: Int? = nil
    @Setting("Budget in words.") public var words: Int? = nil
    @Setting("Budget as a part of the document's words, above 0 and up to 1.") public var ratio: Double? = nil

    public init() {}

    func budget() throws -> SummaryBudget {
      switch (sentences, words, ratio) {
      case (nil, nil, nil): return .sentences(3)
      case (let count?, nil, nil):
        guard count > 0 else { throw Self.error("'sentences' must be 1 or more, not \(count)") }
        return .sentences(count)
      case (nil, let count?, nil):
        guard count > 0 else { throw Self.error("'words' must be 1 or more, not \(count)") }
        return .words(count)
      case (nil, nil, let part?):
        guard part > 0, part <= 1 else {
          throw Self.error("'ratio' must be above 0 and at most 1, not \(part)")
        }
        return .ratio(part)
      default:
        throw Self.error("only one of 'sentences', 'words' and 'ratio' may be set")
      }
    }

    private static func error(_ message: String) -> SluiceError {
      SluiceError(.configuration, message, stage: SummarizeExtract.name)
    }
  }

  public static let name: StageName = "summarize.extract"
  public static let summary = "Chooses the sentences that best stand for a document, within a budget."

  private let budget: SummaryBudget

  /// Three sentences.
  public init() {
    budget = .sentences(3)
  }

  /// - Throws: ``SluiceError`` with code `.configuration` for two budgets, or one out of its limits.
  public init(_ settings: Settings, _ context: LoadContext = LoadContext()) throws {
    budget = try settings.budget()
  }

  public var contract: Contract {
    Contract(requires: [.sentences], uses: [.turns, .entities, .blocks], provides: [.summary])
  }

  public mutating func process(_ document: inout Document) async throws {
    let ranges = document[.sentences]?.ranges ?? []
    var vocabulary = Vocabulary()
    var words: [SentenceWords] = []
    words.reserveCapacity(ranges.count)
    for (number, range) in ranges.enumerated() {
      if number & 0x3FF == 0 { try document.checkDeadline() }
      words.append(vocabulary.read(document.text.bytes, range, number: Int32(number)))
    }
    let evidence = SentenceScores.Evidence(
      title: document.metadata.title.map { vocabulary.known(in: $0) } ?? [],
      salience: document[.entities].map { EntitySalience.of($0, ranges) } ?? [])
    let scores = SentenceScores.scores(words, vocabulary: vocabulary, evidence: evidence)
    try document.checkDeadline()
    let usesCapitals = words.count { $0.startsSmall } * 3 < words.count
    var selection = SummarySelection(
      words, scores: scores,
      isCandidate: SummaryCandidates.find(ranges, words, turns: document[.turns], blocks: document[.blocks]),
      pointsBack: words.map { Coherence.pointsBack($0, usesCapitals: usesCapitals) },
      opensTurn: Self.openings(ranges, document[.turns]), vocabulary: vocabulary)
    var summary = Summary()
    for index in selection.choose(budget) { summary.append(ranges[index], score: scores[index]) }
    document[.summary] = summary
  }

  /// The sentences that open the text or a turn.
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
