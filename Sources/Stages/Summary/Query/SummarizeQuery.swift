public import Sluice

/// Chooses the sentences of a document that answer a query best.
///
/// Windows of three sentences are ranked by BM25 (Robertson and Zaragoza, 2009), so that an answer counts that has
/// the query's words around it; how well a sentence stands for the document, and whether its speaker is named by the
/// query, count besides. Whole sentences in document order, as ``SummarizeExtract`` takes them; none where no word
/// of the query occurs.
public struct SummarizeQuery: Stage {
  public struct Settings: StageSettings {
    @Setting("What is asked, in the words of the documents.") public var query: String
    @Setting("Budget in sentences; 3 when no budget is set.") public var sentences: Int? = nil
    @Setting("Budget in words.") public var words: Int? = nil

    public init() {}

    public static var mainSetting: String? { "query" }
  }

  public static let name: StageName = "summarize.query"
  public static let summary = "Chooses the sentences that answer a query."

  private let query: String
  private let budget: SummaryBudget

  /// Part of the score that stands for the document as a whole.
  private static let general: Float = 0.25

  /// - Throws: ``SluiceError`` with code `.configuration` for a query without words, two budgets, or one below 1.
  public init(_ settings: Settings, _ context: LoadContext = LoadContext()) throws {
    query = settings.query
    guard query.utf8.contains(where: { $0 > 0x20 }) else {
      throw SluiceError(.configuration, "the query has no words", stage: Self.name)
    }
    budget = try SummaryBudget(
      sentences: settings.sentences, words: settings.words, ratio: nil, stage: Self.name)
  }

  public var contract: Contract {
    Contract(requires: [.sentences], uses: [.turns, .entities, .blocks], provides: [.summary])
  }

  public mutating func process(_ document: inout Document) async throws {
    var reading = try SummaryReading(document)
    let relevance = QueryRelevance.scores(
      reading, query: reading.words(in: query), turns: document[.turns], named: query)
    guard let best = relevance.max(), best > 0 else {
      document[.summary] = Summary()
      return
    }
    let standing = reading.scores(for: budget)
    var scores = [Float](repeating: 0, count: relevance.count)
    for index in scores.indices where relevance[index] > 0 {
      scores[index] = (1 - Self.general) * relevance[index] / best + Self.general * standing[index]
    }
    var selection = reading.selection(
      scores, isCandidate: reading.isCandidate.indices.map { reading.isCandidate[$0] && relevance[$0] > 0 })
    document[.summary] = SummaryPoints(reading: reading, scores: scores, reason: .query)
      .summary(selection.choose(budget), of: document)
  }
}
