import Sluice
import SluiceTesting
import Testing

// The stages that README.md and the articles show, as they stand there.

private struct CountWords: Stage {
  struct Settings: StageSettings {
    @Setting("Metadata field that takes the count.") var field: String = "words"
  }
  static let name: StageName = "clean.count-words"
  static let summary = "Counts the words of a document."
  var contract: Contract { Contract() }
  let settings: Settings
  init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) { self.settings = settings }
  func process(_ document: inout Document) async throws {
    document.metadata.set(settings.field, .integer(document.text.bytes.split { $0 <= 0x20 }.count))
  }
}

private struct Shout: Stage {
  static let name: StageName = "clean.shout"
  static let summary = "Writes everything in capitals."
  var contract: Contract { Contract() }

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  func process(_ document: inout Document) async throws {
    let shouted = document.text.description.uppercased()
    try document.apply([
      Edit(document.text.range, with: shouted, rule: "shout", kind: EditClass("style"))
    ])
  }
}

@Suite struct DocumentationTests {
  @Test func theStagesOfTheDocumentationWork() async throws {
    var pipeline = try Pipeline {
      ParseIdentity()
      CountWords()
      Shout()
    }
    var document = Document(id: "a", source: Source(Array("Two words".utf8), mediaType: "text/plain"))
    try await pipeline.process(&document)
    #expect(document.text.description == "TWO WORDS" && document.metadata["words"] == .integer(2))
    #expect(try await checkStage(CountWords(), on: [.text("a b c")]) == [])
    #expect(try await checkStage(Shout(), on: [.text("straße"), .text("")]) == [])
  }
}
