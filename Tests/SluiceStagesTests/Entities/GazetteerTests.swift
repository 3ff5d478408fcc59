import Sluice
import SluiceEntities
import SluiceTesting
import Testing

struct GazetteerTests {
  private static let list = """
    # name, label, id, aliases
    Shanghai Cooperation Organisation\tORG\tQ485207\tSCO|Shanghai Pact
    Shanghai\tGPE\tQ8686
    Côte d’Ivoire\tGPE\tQ1008\tIvory Coast
    May\tPERSON
    """

  private func stage(_ list: String, _ suffix: String, ignoreCase: Bool = false) throws -> TagGazetteer {
    let path = TemporaryText.path(suffix)
    defer { TemporaryText.remove(path) }
    if suffix == ".sgaz" {
      let compiled = try GazetteerBuilder.compile(Array(list.utf8), named: path, ignoresCase: ignoreCase)
      try TemporaryText.write(compiled.bytes, to: path)
    } else {
      try TemporaryText.write(list, to: path)
    }
    var settings = TagGazetteer.Settings()
    settings.file = SettingFile(path)
    settings.ignoreCase = ignoreCase
    return try TagGazetteer(settings)
  }

  private static func run(_ stage: TagGazetteer, _ text: String) async throws -> Document {
    var stage = stage
    var document = MarkedDocument.make(text)
    document.enter(.tag)
    try await stage.process(&document)
    return document
  }

  @Test func theLongestNameAtWholeWordsIsMarked() async throws {
    let cases = [
      ("the SCO, born in Shanghai", "the [SCO|ORG#1], born in [Shanghai|GPE#2]"),
      (
        "Shanghai Cooperation Organisation of Shanghai Cooperation",
        "[Shanghai Cooperation Organisation|ORG#1] of [Shanghai|GPE#2] Cooperation"
      ),
      (
        "SCOs, SCO's, Ivory Coast’s Côte d'Ivoire",
        "SCOs, [SCO|ORG#1]'s, [Ivory Coast|GPE#2]’s [Côte d'Ivoire|GPE#2]"
      ),
      ("May may be", "[May|PERSON#1] may be"),
      ("the [Shanghai Pact|EVENT#4] and [Mao|PERSON#2]", "the [Shanghai Pact|ORG#1] and [Mao|PERSON#2]"),
      ("", ""),
    ]
    for suffix in [".tsv", ".sgaz"] {
      let stage = try stage(Self.list, suffix)
      for (text, expected) in cases {
        let document = try await Self.run(stage, text)
        #expect(MarkedText.mark(document, withIdentities: true) == expected)
      }
    }
    let folded = try stage(Self.list, ".sgaz", ignoreCase: true)
    let document = try await Self.run(folded, "sco, SHANGHAI, may")
    #expect(
      MarkedText.mark(document, withIdentities: true) == "[sco|ORG#1], [SHANGHAI|GPE#2], [may|PERSON#3]")
    #expect(document[.entities]?.index.map(\.key) == ["Q485207", "Q8686", nil])
    let lines = #"{"name":"Ab","label":"X","aliases":["Cd"]}"#
    let fromLines = try await Self.run(stage(lines, ".jsonl"), "Cd Ab")
    #expect(MarkedText.mark(fromLines, withIdentities: true) == "[Cd|X#1] [Ab|X#1]")
  }

  @Test func damagedFilesAreRefused() throws {
    let good = try GazetteerBuilder.compile(Array(Self.list.utf8), named: "list", ignoresCase: false).bytes
    var generator = SplitMix64(seed: 7)
    var damaged: [[UInt8]] = [
      [], [0], Array(good.prefix(63)), Array(good.prefix(64)), good + [0], Array(good.dropLast()),
    ]
    for _ in 0..<300 {
      var copy = good
      let at = Int(generator.next() % UInt64(copy.count))
      copy[at] ^= UInt8(truncatingIfNeeded: generator.next() | 1)
      damaged.append(copy)
      damaged.append(Array(good.prefix(at)))
    }
    let path = TemporaryText.path(".sgaz")
    defer { TemporaryText.remove(path) }
    var settings = TagGazetteer.Settings()
    settings.file = SettingFile(path)
    var accepted = 0
    for bytes in damaged where bytes != good {
      try TemporaryText.write(bytes, to: path)
      do {
        _ = try TagGazetteer(settings)
        accepted += 1
      } catch is SluiceError {}
    }
    #expect(accepted == 0)
    try TemporaryText.write(good, to: path)
    _ = try TagGazetteer(settings)
  }

  @Test func mistakesAreReportedAtTheirPlaces() throws {
    for (list, complaint) in [
      ("a\tORG\nb", "list:2:1: error: a line has a name"), ("a\torg", "list:1:1: error: 'org' is no label"),
      ("\tORG", "list:1:1: error: a name cannot be empty"), ("a\tB\tc\td\te", "this has 5 columns"),
      ("{\"name\":1}", "needs the setting 'label'"), ("{\"name\":", "list:1:9: error: this is no JSON"),
    ] {
      let error = #expect(throws: ConfigurationError.self) {
        try GazetteerBuilder.compile(Array(list.utf8), named: "list", ignoresCase: false)
      }
      #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
    }
  }

  @Test func itKeepsThePromisesOfAStage() async throws {
    let list = "Ab Ab Ab\tA\nof the\tB\n1-\tC\n’s\tD\nx\tE\nAmerican President\tF"
    #expect(try await checkStage(stage(list, ".sgaz"), on: HostileText.all) == [])
    #expect(try await checkStage(TagGazetteer(), on: HostileText.all) == [])
  }
}
