import Sluice
import SluiceEntities
import SluiceTesting
import Testing

struct TagEntitiesTests {
  @Test(arguments: ["names.txt", "documents.txt"])
  func mentionsAreFoundAsMarked(_ file: String) async throws {
    for text in try MarkedText.read(file) {
      var document = Fixture.document(text.plain)
      var stage = TagEntities()
      try await stage.process(&document)
      #expect(MarkedText.mark(document, withIdentities: file == "documents.txt") == text.marked)
    }
  }

  @Test func theIndexListsWhatIsMentionedInOrder() async throws {
    var document = Fixture.document(
      "Putin met Xi Jinping.\nIn 2024 Vladimir Putin left Beijing; Xi stayed in Beijing.")
    var stage = TagEntities()
    try await stage.process(&document)
    let index = document[.entities]?.index ?? []
    #expect(
      index.map { "\($0.id) \($0.name) \($0.mentions)" } == [
        "1 Vladimir Putin 2", "2 Xi Jinping 2", "3 Beijing 2",
      ])
  }

  @Test func onlyTheLabelsAskedForAreGiven() async throws {
    var settings = TagEntities.Settings()
    settings.labels = [.geopolitical]
    var document = Fixture.document("Angela Merkel left Berlin in 2021.")
    var stage = TagEntities(settings)
    try await stage.process(&document)
    #expect(MarkedText.mark(document, withIdentities: false) == "Angela Merkel left [Berlin|GPE] in 2021.")
  }

  @Test func aWrongLabelIsAnsweredWithTheRightOne() {
    let reader = SettingsReader()
    let labels = ConfigNode(.sequence([ConfigNode(.scalar("PERSN"))]))
    let node = ConfigNode(.mapping([.init(key: "labels", keyPosition: nil, value: labels)]))
    _ = TagEntities.Settings.read(node, reader)
    #expect(reader.diagnostics.map(\.hint) == ["did you mean 'PERSON'?"])
  }

  @Test func speakersAreEvidenceForPersons() async throws {
    let text = "Then Okonedo-Vance answered and Brightwater left."
    var document = Fixture.document(text)
    var turns = Turns()
    turns.append(document.text.range, speaker: "Lucy Brightwater")
    turns.append(TextRange(document.text.count, document.text.count), speaker: "AUDIENCE MEMBER")
    document[.turns] = turns
    var stage = TagEntities()
    try await stage.process(&document)
    #expect(MarkedText.mark(document, withIdentities: false).contains("[Brightwater|PERSON]"))
  }

  @Test func itKeepsThePromisesOfAStage() async throws {
    let texts = try ["names.txt", "numbers.txt", "documents.txt"].flatMap { try MarkedText.read($0) }
    let documents = texts.enumerated().map { Fixture.document($1.plain, id: "\($0)") }
    #expect(try await checkStage(TagEntities(), on: documents + HostileText.all) == [])
  }

  /// Mentions have some text, do not overlap, and refer to identities that count them.
  @Test func mentionsAndIdentitiesFitTogether() async throws {
    var stage = TagEntities()
    for text in try MarkedText.read("documents.txt") + MarkedText.read("names.txt") {
      var document = Fixture.document(text.plain)
      try await stage.process(&document)
      let entities = try #require(document[.entities])
      let isApart = zip(entities.ranges, entities.ranges.dropFirst()).allSatisfy { $0.end <= $1.start }
      let counts = entities.index.allSatisfy { identity in
        identity.mentions == entities.ids.count { $0 == identity.id } && identity.mentions > 0
      }
      let isSound =
        isApart && counts && entities.ranges.allSatisfy { !$0.isEmpty }
        && entities.index.map(\.id) == entities.index.indices.map { Int32($0 + 1) }
        && entities.confidences.allSatisfy { (0...1).contains($0) }
      #expect(isSound, "\(text.marked)")
    }
  }
}
