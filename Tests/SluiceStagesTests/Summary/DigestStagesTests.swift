import Sluice
import SluiceSummary
import SluiceTesting
import Testing

/// The stages of a digest beside its points.
struct DigestStagesTests {
  private static let talk = """
    Export controls on graphite were announced in Lisbon on 3 May 2021.
    And the export control covers graphite anodes.
    Well, the ministry said that anodes worth 40 million euros are waiting at the port of Leixoes.
    An export control has a price.
    Quite a few people left early today.
    Graphite prices rose by 12 percent.
    """

  private func document() -> Document {
    var document = Fixture.document(Self.talk)
    document.metadata.set("title", .string("Graphite and its export controls"), evidence: "h1")
    document.metadata.set(
      "description", .string("What a ban would cost, as &prioroity& partners see it."),
      evidence: "meta[description]")
    var turns = Turns()
    turns.append(TextRange(0, document.text.count), speaker: "Ann Lee")
    document[.turns] = turns
    var entities = Entities()
    for (words, label, id) in [
      ("Lisbon", Entities.Label.geopolitical, 1), ("3 May 2021", .date, 0), ("40 million euros", .money, 0),
      ("Leixoes", .geopolitical, 2), ("today", .date, 0), ("12 percent", .percent, 0),
    ] {
      if let range = Fixture.range(of: words, in: document) { entities.append(range, label, id: Int32(id)) }
    }
    entities.index = [
      .init(id: 1, label: .geopolitical, name: "Lisbon", mentions: 1),
      .init(id: 2, label: .geopolitical, name: "Leixoes", mentions: 1),
    ]
    document[.entities] = entities
    return document
  }

  @Test func keyphrasesAreWhatTheTalkIsAbout() async throws {
    var document = document()
    var stage = SummarizeKeyphrases()
    try await stage.process(&document)
    let phrases = try #require(document[.keyphrases])
    #expect(phrases.texts.first.map { ["export control", "Export controls"].contains($0) } == true)
    #expect(phrases.texts.contains("graphite") || phrases.texts.contains("Graphite"))
    #expect(phrases.mentions[0] == 3)
    #expect(phrases.ranges.map { document.text[$0] } == phrases.texts)
    let never = ["people", "early", "said", "May", "euros", "today"]
    #expect(!phrases.texts.contains { text in never.contains { text.contains($0) } }, "\(phrases.texts)")
    #expect(phrases.scores == phrases.scores.sorted(by: >) && phrases.scores[0] == 1)
  }

  @Test func factsHaveTheirSentences() async throws {
    var document = document()
    var stage = SummarizeFacts()
    try await stage.process(&document)
    let facts = try #require(document[.facts])
    #expect(
      facts.ranges.map { document.text[$0] } == [
        "Lisbon", "3 May 2021", "40 million euros", "Leixoes", "12 percent",
      ])
    #expect(facts.kinds == [.place, .date, .money, .place, .percent])
    #expect(document.text[facts.sentences[2]].hasPrefix("Well, the ministry"))
  }

  @Test func pointsCarrySpeakerReasonDisplayAndAbstract() async throws {
    var document = document()
    var settings = SummarizeExtract.Settings()
    settings.ratio = 1
    var stage = try SummarizeExtract(settings)
    try await stage.process(&document)
    let summary = try #require(document[.summary])
    #expect(summary.abstract?.text == "What a ban would cost, as &prioroity& partners see it.")
    #expect(summary.abstract?.evidence == "meta[description]")
    #expect(summary.speakers.allSatisfy { $0 == "Ann Lee" } && summary.reasons.contains(.title))
    let displays = summary.displays.compactMap(\.self)
    #expect(displays.contains("The export control covers graphite anodes."))
    #expect(displays.contains { $0.hasPrefix("The ministry said") })
  }

  private static let queries = [
    ("port ministry", "Well, the ministry"), ("what of graphite prices?", "Graphite prices"),
    ("zeppelin", nil),
  ]

  @Test(arguments: queries)
  func aQueryFindsItsSentence(_ query: String, _ start: String?) async throws {
    var settings = SummarizeQuery.Settings()
    settings.query = query
    settings.sentences = 1
    var stage = try SummarizeQuery(settings)
    var document = document()
    try await stage.process(&document)
    let found = document[.summary]?.ranges.map { document.text[$0] } ?? []
    #expect(found.count == (start == nil ? 0 : 1) && found.allSatisfy { $0.hasPrefix(start ?? "") })
  }

  @Test func theyKeepThePromisesOfStages() async throws {
    var settings = SummarizeQuery.Settings()
    settings.query = "dam \u{1F600} ''"
    let documents = HostileText.all.map { document in
      var document = document
      if document[.entities] == nil { document[.entities] = Entities() }
      return document
    }
    #expect(try await checkStage(SummarizeQuery(settings), on: documents) == [])
    #expect(try await checkStage(SummarizeKeyphrases(), on: documents) == [])
    #expect(try await checkStage(SummarizeFacts(), on: documents) == [])
  }
}
