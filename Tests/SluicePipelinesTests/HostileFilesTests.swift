import Sluice
import SluicePipelines
import SluiceTesting
import Testing

struct HostileFilesTests {
  private static let start = "sluice: 1\nname: "
  private static let stages = "stages: [parse.html, split.sentences]\n"

  private static let refused: [(name: String, text: String, complaint: String)] = [
    ("empty", "", "<text>:1:1: error: the file is empty"),
    ("blank", " \n\n# nothing\n", "<text>:1:1: error: the file is empty"),
    (
      "large", String(repeating: "# comment\n", count: 500_000),
      "<text>:1:1: error: the file has more than 1 MiB"
    ),
    ("brackets", start + String(repeating: "[", count: 10_000), "error: nested deeper than 64 levels"),
    ("braces", start + String(repeating: "{a: ", count: 10_000), "error: nested deeper than 64 levels"),
    ("dashes", start + "\n" + String(repeating: "- ", count: 10_000), "error: nested deeper than 64 levels"),
    (
      "closed brackets", "name: " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
      "<text>:1:70: error: nested deeper than 64 levels"
    ),
    ("laughs", laughs(asKeys: false), "error: anchors and aliases (&name, *name) are not supported"),
    ("laughing keys", laughs(asKeys: true), "error: anchors and aliases (&name, *name) are not supported"),
    ("alias of itself", start + "&a [*a]\n", "error: a text cannot begin with '*'"),
    ("binary", "\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR", "<text>:1:1: error: the file is binary, not text"),
    (
      "control character", start + "a\u{1}b\n", "<text>:2:8: error: the character U+0001 cannot stand in YAML"
    ),
    ("tabs", "sluice: 1\nstages:\n\t- parse.html\n", "<text>:3:1: error: a tab cannot indent YAML"),
    ("list as key", start + "x\n? [a, b]\n: c\n" + stages, "<text>:3:3: error: a key must be a text"),
    (
      "deep condition", condition(String(repeating: "(", count: 3_000)),
      "error: in this condition: nested deeper"
    ),
    (
      "long condition", condition(String(repeating: "id and ", count: 9_000) + "id"),
      "a condition of more than"
    ),
    (
      "a name as long as a book", "sluice: 1\nstages: [\(String(repeating: "a.", count: 100_000))]\n",
      "<text>:2:10: error: unknown stage"
    ),
    ("same key often", String(repeating: "name: a\n", count: 10_000), "error: duplicate key 'name'"),
    ("many keys", (0..<20_000).map { "k\($0): v\n" }.joined(), "error: … and 19902 more errors"),
    (
      "many variables", start + String(repeating: "${A}", count: 100_000) + "\n",
      "the variable 'A' is not set"
    ),
    (
      "odd line breaks", "sluice: 1\u{85}name: a\u{2028}x: 1\n" + stages, "<text>:3:1: error: unknown key 'x'"
    ),
    ("emoji before", "{\"sluice\": 1, \"👩‍👩‍👧é\": 1, \"stages\": []}", "<text>:1:15: error: unknown key '👩‍👩‍👧é'"),
    ("directive", "%YAML 3.0\n---\nsluice: 1\n", "error: found incompatible YAML document"),
  ]

  private static func condition(_ text: String) -> String {
    "sluice: 1\nstages: [{ stage: parse.html, when: \"\(text)\" }]\n"
  }

  private static func laughs(asKeys: Bool) -> String {
    var text = "a0: &a0 lol\n"
    for level in 1...40 {
      let aliases =
        asKeys ? "{? *a\(level - 1) : 1, ? [*a\(level - 1)] : 2}" : "[*a\(level - 1), *a\(level - 1)]"
      text += "a\(level): &a\(level) \(aliases)\n"
    }
    return text
  }

  @Test(arguments: refused.map(\.name))
  func `what cannot be a pipeline is refused in words`(name: String) throws {
    let file = try #require(Self.refused.first { $0.name == name })
    let complaints = try #require(try Samples.complaints(text: file.text))
    #expect(complaints.contains(file.complaint), "\(complaints.prefix(2000))")
    let lines = complaints.split(separator: "\n")
    #expect(lines.count <= 101 && lines.allSatisfy { $0.utf8.count < 2_000 })
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x73, 0x00], "a.yaml:1:1: error: the file is UTF-16; save it as UTF-8"),
      (Array("name: ä".utf8) + [0xE4, 0x0A], "a.yaml:1:8: error: the file is not UTF-8 from here on"),
      (Array("a: 1\n".utf8) + [0xC3], "a.yaml:2:1: error: the file is not UTF-8 from here on"),
    ] as [([UInt8], String)])
  func `bytes that are no UTF-8 are refused at their place`(bytes: [UInt8], complaint: String) throws {
    let folder = try Scratch()
    try folder.write(bytes, to: "a.yaml")
    let complaints = try Samples.complaints(in: "") {
      try PipelineFile.load(path: folder.path + "/a.yaml", registry: Samples.registry())
    }
    #expect(complaints?.contains(complaint) == true, "\(complaints ?? "")")
  }

  @Test func `what is no file is refused`() throws {
    for path in ["/nowhere/a.yaml", "/", "/dev/zero", ""] {
      #expect(throws: ConfigurationError.self) {
        try PipelineFile.load(path: path, registry: Samples.registry())
      }
    }
  }

  /// `check` and `run` both load; so it is enough that loading is all there is to disagree about.
  @Test(arguments: ["full.yaml", "short.yaml", "variables.yaml", "json.yaml", "alternatives.yaml"])
  func `a damaged file is refused, or it runs`(name: String) async throws {
    var random = SplitMix64(seed: 7)
    let text = Array(try FileBytes.read("\(Samples.fixtures)/good/\(name)"))
    var loadedCount = 0
    for _ in 0..<300 {
      var bytes = text
      for _ in 0...Int.random(in: 0..<3, using: &random) { damage(&bytes, &random) }
      let damaged = String(decoding: bytes, as: UTF8.self)
      do {
        let loaded = try Samples.load(text: damaged)
        loadedCount += 1
        var pipeline = loaded.pipeline
        #expect(try Samples.load(text: loaded.normalYAML()).hash == loaded.hash, "\(damaged)")
        var document = Document(id: "a", source: Source(Array("Hi.".utf8), mediaType: "text/html"))
        try await pipeline.process(&document)
      } catch let error as SluiceError {
        #expect(error.code == .unreadable, "\(error)\n\(damaged)")
      } catch {
        #expect((error as? ConfigurationError)?.diagnostics.isEmpty == false, "\(damaged)")
      }
    }
    #expect(loadedCount > 0)
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1..<12, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &random))
    case 2: bytes[place] = Array(" :-{}[]\"'&*#!|>%@\n\t,?$ab1".utf8).randomElement(using: &random) ?? 0x20
    default: bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
  }
}
