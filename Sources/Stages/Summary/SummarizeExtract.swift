public import Sluice

/// Chooses the sentences that best stand for a document.
///
/// Half of a sentence's rank is what it shares with all others, half comes from learned weights of its place,
/// length, words and names; words of the title count besides, and what has been said already counts less. Only
/// whole sentences are taken, in document order, and one that points back (`They …`, `But …`) only together with
/// what it points to, as one point. In a document with turns only speech is taken; headings, captions, code and
/// tables never are. The document's own description becomes the summary's abstract, unchanged. A budget in words or as a ratio is
/// exceeded by at most 15 %, or by 60 % where the summary is a single sentence, and a summary is never empty
/// while the document has a sentence. It costs time linear in the length of the text but for sorting.
public struct SummarizeExtract: Stage {
  /// At most one of the three may be set.
  public struct Settings: StageSettings {
    @Setting("Budget in sentences; 3 when no budget is set.") public var sentences: Int? = nil
    @Setting("Budget in words.") public var words: Int? = nil
    @Setting("Budget as a part of the document's words, above 0 and up to 1.") public var ratio: Double? = nil

    public init() {}
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
    budget = try SummaryBudget(
      sentences: settings.sentences, words: settings.words, ratio: settings.ratio, stage: Self.name)
  }

  public var contract: Contract {
    Contract(requires: [.sentences], uses: [.turns, .entities, .blocks], provides: [.summary])
  }

  public mutating func process(_ document: inout Document) async throws {
    let reading = try SummaryReading(document)
    let scores = reading.scores(for: budget)
    var selection = reading.selection(scores)
    var summary = SummaryPoints(reading: reading, scores: scores).summary(
      selection.choose(budget), of: document)
    if let description = document.metadata.fields.first(where: { $0.key == "description" }),
      let text = description.value.string, !text.isEmpty
    {
      summary.abstract = Summary.Abstract(text: text, evidence: description.evidence)
    }
    document[.summary] = summary
  }
}
