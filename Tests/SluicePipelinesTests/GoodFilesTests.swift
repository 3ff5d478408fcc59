import Foundation
import Sluice
import SluicePipelines
import Testing

struct GoodFilesTests {
  @Test(arguments: Samples.names(in: "good"))
  func `the normal form loads again with the same hash`(name: String) throws {
    let loaded = try Samples.load("good/\(name)")
    let again = try Samples.load(text: loaded.normalYAML())
    #expect(again.hash == loaded.hash)
    #expect(again.normalForm == loaded.normalForm, "\(loaded.normalYAML())")
    #expect(again.normalYAML() == loaded.normalYAML())
  }

  @Test(arguments: Samples.names(in: "good"))
  func `what loads, runs`(name: String) async throws {
    var pipeline = try Samples.load("good/\(name)").pipeline
    for mediaType in ["text/html", "text/plain"] where pipeline.reads(mediaType) {
      var document = Document(id: "a", source: Source(Array("Hello.".utf8), mediaType: mediaType))
      try await pipeline.process(&document)
      #expect(document.isParsed)
    }
  }

  @Test func `files are found from wherever they are named`() throws {
    let written = try Samples.load("good/grandchild.yaml").normalYAML()
    #expect(written.contains("file: parts/fixes.yaml"))
    let full = try Samples.load("good/full.yaml")
    #expect(full.normalYAML().contains("extra: [parts/fixes.yaml, parts/more.txt]"))
    #expect(full.tests.map(\.input) == ["\(Samples.fixtures)/good/parts/page.html"])
  }

  @Test func `a child's settings are put over its base's`() throws {
    let loaded = try Samples.load("good/grandchild.yaml")
    let entities = loaded.normalForm["stages"]?.array?[3]["with"]
    #expect(loaded.name == "child")
    #expect(entities?["labels"] == .strings(["ORG"]))
    #expect(entities?["window"]?.jsonText == #"{"size":9,"step":1,"patience":"1000ms"}"#)
    #expect(loaded.normalForm["stages"]?.array?[2]["with"]?["newlines"] == .string("hard"))
    #expect(try Samples.load("good/replaced.yaml").pipeline.steps.count == 2)
  }

  @Test func `variables are replaced in values, after parsing`() throws {
    let loaded = try Samples.load("good/variables.yaml")
    #expect(loaded.name == "variables")
    #expect(loaded.description == "was empty, , parts, ${DIR}, $DIR")
    #expect(loaded.normalForm["stages"]?.array?[2]["with"]?["sentences"] == .number("7"))
    let injected = try PipelineFile.load(
      path: "\(Samples.fixtures)/good/variables.yaml", registry: Samples.registry(),
      environment: ["NAME": "a: b\n- c # d", "SENTENCES": "7", "DIR": "\"", "EMPTY": "{"])
    #expect(injected.name == "a: b\n- c # d")
  }

  @Test func `the hash covers what decides about the records, and nothing else`() throws {
    let text = try String(contentsOfFile: "\(Samples.fixtures)/good/full.yaml", encoding: .utf8)
    let hash = try Samples.load(text: text).hash
    let same = [
      text.replacing("name: full", with: "name: other"),
      text.replacing("- parse.text", with: "- parse.text: {}"),
      text.replacing("1.5s", with: "1500ms"), text + "# A comment.\n",
      text.replacing("parts/page.html", with: "parts/other.html"),
    ]
    let other = [
      text.replacing("newlines: hard", with: "newlines: soft"), text.replacing("1.5s", with: "2s"),
      text.replacing("on-error: skip", with: "on-error: fail"),
      text.replacing("file: parts/fixes.yaml", with: "file: parts/more.txt"),
    ]
    #expect(try same.allSatisfy { try $0 != text && Samples.load(text: $0).hash == hash })
    #expect(try other.allSatisfy { try Samples.load(text: $0).hash != hash })
    #expect(hash.hasPrefix("sha256:") && hash.count == 71)
  }

  @Test func `the hash covers the contents of files`() throws {
    let folder = try Scratch()
    try folder.write(
      Array("sluice: 1\nstages: [parse.html, tag.patterns: { file: w.txt }]\n".utf8), to: "a.yaml")
    var hashes: Set<String> = []
    for words in ["one", "two", "one"] {
      try folder.write(Array(words.utf8), to: "w.txt")
      let path = "\(folder.path)/a.yaml"
      hashes.insert(try PipelineFile.load(path: path, registry: Samples.registry()).hash)
    }
    #expect(hashes.count == 2)
  }
}

extension Pipeline {
  fileprivate func reads(_ mediaType: String) -> Bool {
    steps.contains { type(of: $0.stage).mediaTypes?.contains(mediaType) == true }
  }
}
