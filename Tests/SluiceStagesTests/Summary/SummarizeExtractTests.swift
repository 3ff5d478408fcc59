import Sluice
import SluiceSummary
import SluiceTesting
import Testing

struct SummarizeExtractTests {
  private static let article = """
    The river authority wants to raise the old dam at Halden by two metres.
    It says the higher dam would hold back the floods of spring.
    But farmers below the dam fear for their fields and their wells.
    Some of them have farmed the river bank for a hundred years.
    The authority has promised the farmers new wells and a road to the dam.
    A study of the river found that floods have grown by a third since the dam was built.
    Tourism is another matter.
    Nobody knows what visitors think of the plan, and nobody has asked.
    The council of Halden will vote on the dam, the wells and the road in June.
    Until then the river authority keeps the water low, so that spring floods find room behind the dam.
    """

  private func summary(_ document: Document, _ change: (inout SummarizeExtract.Settings) -> Void) async throws
    -> [String]
  {
    var settings = SummarizeExtract.Settings()
    change(&settings)
    var stage = try SummarizeExtract(settings)
    var document = document
    try await stage.process(&document)
    return (document[.summary]?.ranges ?? []).map { document.text[$0] }
  }

  @Test func budgetsAreMet() async throws {
    let document = Fixture.document(Self.article)
    let total = Self.article.split { $0.isWhitespace }.count
    for count in 1...10 {
      let chosen = try await summary(document) { $0.sentences = count }
      #expect(!chosen.isEmpty && chosen.count <= count)
    }
    for words in [20, 40, 60, 80, 120] {
      let chosen = try await summary(document) { $0.words = words }
      let length = chosen.joined(separator: " ").split { $0.isWhitespace }.count
      #expect(length > 0 && Double(length) <= (chosen.count == 1 ? 1.6 : 1.15) * Double(words))
    }
    let third = try await summary(document) { $0.ratio = 0.3 }
    let length = third.joined(separator: " ").split { $0.isWhitespace }.count
    #expect(Double(length) <= 1.15 * 0.3 * Double(total) && Double(length) >= 0.1 * Double(total))
    #expect(try await summary(document) { $0.words = 1 }.count == 1)
    #expect(try await summary(document) { _ in }.count == 3)
  }

  @Test func whatPointsBackComesWithWhatItPointsTo() async throws {
    let sentences = Self.article.split(separator: "\n").map(String.init)
    for count in 1...10 {
      let chosen = try await summary(Fixture.document(Self.article)) { $0.sentences = count }
      let places = chosen.flatMap { $0.split(separator: "\n") }.compactMap {
        sentences.firstIndex(of: String($0))
      }
      #expect(places == places.sorted() && places.count <= count)
      #expect(chosen.allSatisfy { !$0.hasPrefix("But ") && !$0.hasPrefix("It ") })
      #expect(!places.contains(1) || places.contains(0))
      #expect(!places.contains(2) || places.contains(1))
    }
  }

  @Test func onlySpeechIsTakenWhereThereAreTurns() async throws {
    var document = Fixture.document("The dam and the river and the road of Halden.\n" + Self.article)
    let start = 46
    var turns = Turns()
    turns.append(TextRange(start, document.text.count), speaker: "Ann Lee")
    document[.turns] = turns
    #expect(
      try await summary(document) { $0.sentences = 9 }.contains { $0.hasPrefix("The dam and") } == false)
  }

  @Test(arguments: [
    "The keeper of the harbour light put it better than I can about the harbour light:",
    "[The keeper of the harbour light shows the harbour light to the visitors.]",
  ])
  func whatSaysNothingOfItselfIsNotTaken(_ words: String) async throws {
    let document = Fixture.document(
      "\(words)\nThe harbour light was lit by oil for ninety years.\nThe light needs a keeper no more.")
    let summary = try await summary(document) { $0.sentences = 3 }
    #expect(summary.count == 2 && !summary.contains(words))
  }

  @Test func headingsAndCaptionsAreNotTaken() async throws {
    var document = Fixture.document(
      "The dam, the river, the farmers, the wells and the road of Halden.\n" + Self.article)
    for kind in [Blocks.Kind.heading, .caption, .code, .table] {
      var blocks = Blocks()
      blocks.append(kind, TextRange(0, 66))
      blocks.append(.paragraph, TextRange(67, document.text.count))
      document[.blocks] = blocks
      #expect(
        try await summary(document) { $0.sentences = 9 }.contains { $0.hasPrefix("The dam, the") } == false)
    }
  }

  private static let wrong: [(Int?, Int?, Double?)] = [
    (1, 1, nil), (nil, 5, 0.5), (0, nil, nil), (nil, -3, nil), (nil, nil, 1.5), (nil, nil, 0),
  ]

  @Test(arguments: wrong)
  func twoBudgetsOrImpossibleOnesAreRefused(_ sentences: Int?, _ words: Int?, _ ratio: Double?) {
    var settings = SummarizeExtract.Settings()
    settings.sentences = sentences
    settings.words = words
    settings.ratio = ratio
    let error = #expect(throws: SluiceError.self) { try SummarizeExtract(settings) }
    #expect(error?.code == .configuration)
  }

  @Test func itKeepsThePromisesOfAStage() async throws {
    var settings = SummarizeExtract.Settings()
    settings.ratio = 0.5
    let documents = HostileText.all + [Fixture.document(Self.article)]
    #expect(try await checkStage(SummarizeExtract(settings), on: documents) == [])
  }

  @Test func aDocumentWithASentenceHasASummary() async throws {
    for text in ["But no.", "They left.", "?", "and so\nand so on\nor not", "Yes.\nNo.\nYes."] {
      #expect(try await summary(Fixture.document(text)) { _ in }.isEmpty == false)
    }
  }
}
