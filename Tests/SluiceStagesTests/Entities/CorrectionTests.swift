import Sluice
import SluiceEntities
import SluiceTesting
import Testing

struct CorrectionTests {
  private func settings(_ file: String) -> CorrectionSettings {
    var settings = CorrectionSettings()
    settings.file = SettingFile(Fixture.path("Corrections/\(file)"))
    return settings
  }

  /// A document with mentions as marked, one identity for each text.
  private func document(_ marked: String) -> Document {
    let text = MarkedText(marked: marked)
    var document = Fixture.document(text.plain)
    var entities = Entities()
    var ids: [String: Int32] = [:]
    var offset = 0
    for part in marked.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
      guard part.offset > 0, let bar = part.element.firstIndex(of: "|"),
        let close = part.element.firstIndex(of: "]")
      else {
        offset += part.element.utf8.count
        continue
      }
      let name = String(part.element[..<bar])
      let label = Entities.Label(String(part.element[part.element.index(after: bar)..<close]))
      if ids[name] == nil {
        ids[name] = Int32(ids.count + 1)
        entities.index.append(Entities.Identity(id: Int32(ids.count), label: label, name: name, mentions: 0))
      }
      entities.append(TextRange(offset, offset + name.utf8.count), label, id: ids[name] ?? 0)
      offset += part.element.utf8.count - part.element.utf8.distance(from: bar, to: close) - 1
    }
    document[.entities] = entities
    return document
  }

  @Test func mentionsAreDroppedMergedAndRenamed() async throws {
    var stage = try TagCorrections(settings("good.jsonl"))
    var text = document(
      "[Video Transcript|ORG] [Blinken|PERSON] saw the [SCO|ORG] in [Peking|LOC]; [Beijing|GPE] saw "
        + "[Blinken|PERSON]."
    )
    try await stage.process(&text)
    #expect(
      MarkedText.mark(text, withIdentities: true)
        == "Video Transcript [Blinken|PERSON#1] saw the [SCO|ORG#2] in [Peking|GPE#3]; [Beijing|GPE#3] saw "
        + "[Blinken|PERSON#1].")
    #expect(
      text[.entities]?.index.map { "\($0.name) \($0.mentions)" } == [
        "Antony Blinken 2", "Shanghai Cooperation Organisation 1", "Beijing 2",
      ])
    #expect(
      stage.unusedEntries.map { $0.split(separator: "/").last.map(String.init) } == [
        "good.jsonl:10:1: drop 'Atlantis'"
      ])
  }

  @Test func wordsAreRespelledInContext() async throws {
    let stage = try CleanRespell(settings("good.jsonl"))
    let copy = stage
    let cases = [
      "the R&B share grew": "the RMB share grew", "she sings R&B": "she sings R&B",
      "“R&B” or renminbi": "“RMB” or renminbi", "the swift system": "the SWIFT system",
      "a swift, “swift”": "a Swift, “Swift”",
      "swiftly": "swiftly", "Swift systems": "Swift systems",
    ]
    for (text, expected) in cases {
      var pipeline = try Pipeline {
        ParseGiven()
        copy
      }
      var document = Document(id: text, source: Source(Array(text.utf8), mediaType: "text/plain"))
      try await pipeline.process(&document)
      #expect(document.text.description == expected)
      #expect(document.parsedText?.description == text)
    }
    #expect(
      stage.unusedEntries.map { $0.split(separator: "/").last.map(String.init) } == [
        "good.jsonl:11:1: respell 'severally' as 'severely'"
      ])
  }

  @Test func everyMistakeOfAFileIsReportedAtItsPlace() throws {
    let expected = String(decoding: try Fixture.bytes("Corrections/bad.expected.txt"), as: UTF8.self)
    let error = #expect(throws: ConfigurationError.self) { try TagCorrections(settings("bad.jsonl")) }
    let folder = Fixture.path("Corrections/")
    let found = error?.diagnostics.map { $0.description.replacing(folder, with: "") + "\n" }.joined()
    #expect(found == expected)
  }

  @Test func mistakesInPlaceAreReported() {
    var entry = CorrectionEntry()
    entry.respell = "a"
    var settings = CorrectionSettings()
    settings.entries = [entry]
    #expect(throws: ConfigurationError.self) { try CleanRespell(settings) }
  }

  @Test func theyKeepThePromisesOfAStage() async throws {
    var tagged: [Document] = []
    var tagger = TagEntities()
    for document in HostileText.all.dropFirst(4)
      + (try MarkedText.read("documents.txt").map { Fixture.document($0.plain) })
    {
      var document = document
      try await tagger.process(&document)
      tagged.append(document)
    }
    var merges = CorrectionSettings()
    for names in [["Ab", "Stop"], ["Putin", "Xi"], ["Blinken", "Yellen", "US"]] {
      var entry = CorrectionEntry()
      entry.merge = names
      merges.entries.append(entry)
    }
    #expect(try await checkStage(TagCorrections(merges), on: tagged) == [])
    var respellings = CorrectionSettings()
    for (wrong, right) in [("A", "B"), ("Ab", ""), ("Stop.", "Go on."), ("’s", "s"), ("of the", "of")] {
      var entry = CorrectionEntry()
      entry.respell = wrong
      entry.as = right
      respellings.entries.append(entry)
    }
    #expect(try await checkStage(CleanRespell(respellings), on: HostileText.all) == [])
  }
}

/// Takes the source as the text.
private struct ParseGiven: Stage {
  static let name: StageName = "parse.given"
  static let summary = "Takes the source as it is."

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  var contract: Contract { Contract() }

  mutating func process(_ document: inout Document) async throws {
    try document.setText(
      Text(validUTF8: document.source.bytes), alignment: Alignment(identity: document.source.count),
      charset: "utf-8")
  }
}
