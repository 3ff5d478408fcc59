import Foundation
import Sluice
import Testing

@Suite struct CommandTests {
  static let pages = "Pipelines/fixtures/pages"

  static func records(_ data: Data) throws -> [JSONValue] {
    try data.split(separator: 0x0A).map { try JSONParser.parse(Array($0)) }
  }

  @Test func bytesAreEqualForAnyNumberOfWorkersAndForJSONLines() throws {
    let one = try Program.run("run", "talks", Self.pages, "--jobs", "1")
    #expect(one.status == 0, "\(one.errors)")
    for jobs in ["2", "8"] {
      #expect(try Program.run("run", "talks", Self.pages, "--jobs", jobs).output == one.output)
    }

    // The same pages as lines of JSON: ids and places differ, all else is the same.
    let folder = Program.root.appendingPathComponent(Self.pages)
    var lines = JSONWriter()
    var text = Data()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let html = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      guard let html = String(validating: html, as: UTF8.self) else { continue }
      lines.removeAll()
      lines.object {
        $0.member("id", name)
        $0.member("html", html)
      }
      text += Data(lines.bytes) + [0x0A]
    }
    let fromLines = try Self.records(Program.run("run", "talks", "-", input: text).output)
    let fromFiles = try Self.records(one.output)
    #expect(fromLines.count == 9)
    for record in fromLines {
      let file = fromFiles.first { $0["id"] == record["id"] }
      for member in ["metadata", "text", "turns", "edits", "sentences", "entities", "summary", "alignment"] {
        #expect(record[member] == file?[member], "\(record["id"]?.string ?? "?") \(member)")
      }
    }
  }

  @Test func outputsAreProvenAndTamperingIsFound() throws {
    let folder = try TemporaryFolder()
    let output = folder.file("records.jsonl").path
    let run = try Program.run("run", "talks", "Pipelines/fixtures", "-o", output)
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    let tokens = try folder.write(
      Data("sluice: 1\nname: t\nstages: [parse.text, split.sentences, split.tokens]\n".utf8),
      to: "tokens.yaml")
    let words = folder.file("words.jsonl").path
    #expect(try Program.run("run", tokens, "Pipelines/fixtures/plain", "--tokens", "-o", words).status == 0)
    #expect(try Program.run("verify", words).text.contains("tokens"))

    let proof = try Program.run("verify", output)
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("100 %") && !proof.text.contains(" 0 of"))
    let honest = String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
    let forged = try folder.write(
      Data(honest.replacingOccurrences(of: "global order", with: "global 0rder").utf8), to: "forged.jsonl")
    #expect(forged.isEmpty == false && honest.contains("global order"))
    let refuted = try Program.run("verify", forged)
    #expect(refuted.status == 3 && refuted.errors.contains("mismatch: smart-take.html"))
    #expect(try Program.run("verify", folder.write(Data(), to: "empty.jsonl")).status == 3)
  }

  @Test func recordsAreReadFromTheFolderOfARun() throws {
    let folder = try TemporaryFolder()
    let output = folder.file("records.jsonl").path
    let run = folder.file("run").path
    #expect(try Program.run("run", "talks", "Pipelines/fixtures", "-o", output).status == 0)
    #expect(try Program.run("run", "talks", "Pipelines/fixtures", "-o", run + "/").status == 0)
    let readers: [(arguments: [String], shows: String)] = [
      (["digest", "--by", "speaker"], "Daniel Rowe"), (["digest", "--by", "entity"], "Beijing"),
      (["digest", "--by", "date", "--format", "html"], "<h2>2024-05-16"), (["index"], "Corvane Institute"),
      (["revert"], "on the we on our security"), (["verify"], "100 %"),
    ]
    for (arguments, shows) in readers {
      let fromFile = try Program.run(arguments + [output])
      let fromFolder = try Program.run(arguments + [run])
      #expect(fromFolder.status == 0 && fromFolder.text.contains(shows), "\(arguments): \(fromFolder.errors)")
      #expect(fromFolder.text == fromFile.text, "\(arguments)")
    }
    let part = folder.file("run/part-00000.jsonl.zst")
    let bytes = try Data(contentsOf: part)
    let cut = try folder.write(bytes.prefix(bytes.count / 2), to: "cut.jsonl.zst")
    try FileManager.default.createDirectory(at: folder.file("empty"), withIntermediateDirectories: true)
    let broken: [(path: String, status: Int32, says: String)] = [
      (cut, 1, "cut.jsonl.zst is cut off"), (folder.file("empty").path, 2, "holds no run"),
      (folder.file("none").path, 2, "cannot open"),
    ]
    for (path, status, says) in broken {
      let result = try Program.run("digest", path)
      #expect(result.status == status && result.errors.contains(says), "\(result.status) \(result.errors)")
    }
    #expect(try Program.run("digest", part.path).status == 0)
  }

  @Test func exitCodesAndStreamsTellWhatHappened() throws {
    let folder = try TemporaryFolder()
    let png = try folder.write(
      Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 0, count: 99)),
      to: "image.html")
    let broken = try folder.write(
      Data("sluice: 1\nname: x\nstages: [parse.htlm, split.sentances]\n".utf8), to: "broken.yaml")
    let good = "Pipelines/fixtures/plain/column.txt"
    let cases: [(arguments: [String], status: Int32, output: String, errors: String)] = [
      (["run", "plain", good], 0, "\"id\":\"column.txt\"", "1 document read = 1 written + 0 failed"),
      ([good], 0, "\"summary\"", ""),
      (["run", "talks", png], 1, "", "image.html: parse.html: "),
      (["run", "plain", "/nowhere/at/all.txt"], 2, "", "/nowhere/at/all.txt"),
      (["run", "plain", good, "-o", "/nowhere/out.jsonl"], 2, "", "cannot write /nowhere/out.jsonl"),
      (["run", "plain", good, "-o", "/dev/full"], 2, "", "No space left on device"),
      (["run", broken, good], 2, "", "did you mean 'parse.html'?"),
      (["check", broken], 2, "", "did you mean 'split.sentences'?"),
      (["check", "talks", "--graph", "mermaid"], 0, "flowchart", ""),
      (["check", "talks", "--set", "stages.summarize.extract.sentences=many"], 2, "", "summarize.extract"),
      (["run", "plain", good, "--format", "jsnl"], 2, "", "did you mean 'jsonl'?"),
      (["run", "plain", good, "--format", "text"], 0, "column.txt", ""),
      (["run", "plain", good, "--tokens"], 2, "", "add split.tokens"),
      (["check", "--bogus"], 2, "", "Usage"),
      (["--version"], 0, Release.version, ""),
      (["stages", "show", "split.sentence"], 2, "", "did you mean 'split.sentences'?"),
      (["explain", "Pipelines/fixtures/smart-take.html"], 0, "summarize.extract", ""),
      (["demo"], 0, "Where the first sentence of the digest stands in the page", ""),
      (["build", "--plugin", "Sources", "-o", "x"], 2, "", "has no Package.swift"),
    ]
    for (arguments, status, output, errors) in cases {
      let result = try Program.run(arguments, input: Data())
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(
        output.isEmpty ? result.output.isEmpty : result.text.contains(output),
        "\(arguments): \(result.text.prefix(200))")
      #expect(errors.isEmpty || result.errors.contains(errors), "\(arguments): \(result.errors)")
    }
  }

  @Test func checkAndRunNeverDisagree() throws {
    let broken = Program.root.appendingPathComponent("Tests/SluicePipelinesTests/Fixtures/broken")
    let files = try FileManager.default.contentsOfDirectory(atPath: broken.path).filter {
      $0.hasSuffix(".yaml")
    }
    let ready = ["Pipelines/talks.yaml", "Pipelines/article.yaml", "Pipelines/plain.yaml"]
    for file in ready + files.sorted().prefix(12).map({ broken.appendingPathComponent($0).path }) {
      let check = try Program.run("check", file)
      let run = try Program.run("run", file, "Pipelines/fixtures/plain/column.txt", "--quiet")
      #expect((check.status == 2) == (run.status == 2), "\(file)")
      if check.status == 2 { #expect(check.errors == run.errors, "\(file)") }
    }
  }

  @Test func builtInPipelinesAreTheFiles() throws {
    for name in ["talks", "article", "plain"] {
      let builtin = try Program.run("check", "--print", name)
      let file = try Program.run("check", "--print", "Pipelines/\(name).yaml")
      #expect(
        builtin.status == 0 && builtin.text == file.text, "build anew: Pipelines/\(name).yaml has changed")
    }
  }

  @Test func everyStageAndSchemaCanBeShown() throws {
    let list = try Program.run("stages").text.split(separator: "\n").compactMap {
      $0.split(separator: " ").first
    }
    #expect(list.count >= 8)
    for stage in list {
      #expect(try Program.run("stages", "show", String(stage)).text.contains("settings"))
    }
    for subject in ["pipeline", "record"] {
      let schema = try JSONParser.parse(Array(Program.run("schema", subject).output))
      #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    }
  }

  /// People, institutions and countries of the page of a talk, one by one; two secretaries in a row are two people.
  @Test func thePageOfATalkNamesWhomItShould() throws {
    let run = try Program.run("run", "talks", "Pipelines/fixtures/smart-take.html")
    let record = try JSONParser.parse(Array(run.output))
    let index = (record["entityIndex"]?.array ?? []).map { row in
      "\(row["label"]?.string ?? "") \(row["name"]?.string ?? "") \(row["mentions"]?.integer ?? 0)"
    }
    let wanted = [
      "PERSON Daniel Rowe 3", "PERSON Putin 2", "PERSON Xi Jinping 2", "PERSON Blinken 1", "PERSON Yellen 1",
      "ORG SCO 1", "ORG Corvane Institute 2", "GPE United States 2", "GPE China 2", "GPE Russia 1",
      "GPE Beijing 2", "GPE Moscow 1", "GPE Washington 1", "GPE Ukraine 1", "LOC Africa 1", "NORP Russian 2",
    ]
    #expect(wanted.filter { !index.contains($0) } == [], "\(index)")
  }

  /// Lists of patterns and corrections are JSON Lines or YAML; what is wrong with them has its line and column.
  @Test func listsMayBeYAML() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      Data(
        "# terms\n- label: ORG\n  phrases: [SCO, Shanghai Club]\n  id: Q1\n- { label: LAW, phrase: Jones Act }\n"
          .utf8),
      to: "terms.yaml")
    _ = try folder.write(Data("- version: 1\n- rename: SCO\n  name: The Club\n".utf8), to: "fix.yml")
    let pipeline = try folder.write(
      Data(
        "sluice: 1\nname: p\nstages:\n  - parse.text\n  - tag.patterns: { file: terms.yaml }\n  - tag.corrections: { file: fix.yml }\n"
          .utf8), to: "p.yaml")
    let input = try folder.write(
      Data("The SCO is the Shanghai Club; the Jones Act is not.".utf8), to: "a.txt")
    let run = try Program.run("run", pipeline, input)
    #expect(run.status == 0, "\(run.errors)")
    let index = try JSONParser.parse(Array(run.output))["entityIndex"]?.array ?? []
    #expect(index.map { $0["name"]?.string } == ["The Club", "Jones Act"])

    _ = try folder.write(
      Data("- label: ORG\n  phrase: A\n- label: LAW\n  frase: B\n- C\n".utf8), to: "terms.yaml")
    let check = try Program.run("check", pipeline)
    #expect(
      check.status == 2 && check.errors.contains("terms.yaml:4:3: ")
        && check.errors.contains("terms.yaml:5:3: "),
      "\(check.errors)")
  }

  @Test func nothingIsLostWhateverIsFedIn() throws {
    let folder = try TemporaryFolder()
    let inputs: [(String, Data)] = [
      ("a-empty.html", Data()),
      ("b-zip.html", Data("PK\u{3}\u{4}".utf8) + Data(repeating: 0xFE, count: 5000)),
      ("c-good.html", Data("<p>This is a page of plain words, nothing more.</p>".utf8)),
      ("d-nul.txt", Data(repeating: 0, count: 1000)),
      ("e-open.html", Data("<p>Unclosed <b>everything <i>here".utf8)),
      ("f-deep.html", Data((String(repeating: "<div>", count: 3000) + "deep words in here").utf8)),
      ("g-latin.txt", Data([0x63, 0x61, 0x66, 0xE9, 0x2E])),
      ("h.jsonl", Data("{\"id\": \"one\", \"text\": \"A.\"}\nno json\n{}\n".utf8)),
      ("i-truncated.html", Data("<html><body><p>A page that ends in the mid<a href=\"x".utf8)),
    ]
    for (name, data) in inputs { _ = try folder.write(data, to: name) }
    let dead = try TemporaryFolder()
    let result = try Program.run("run", "talks", folder.url.path, "--dead", dead.file("dead.jsonl").path)
    #expect(result.status == 1)
    let written = try Self.records(result.output)
    let letters = try Self.records(Data(contentsOf: dead.file("dead.jsonl")))
    #expect(written.count + letters.count == 11, "\(result.errors)")
    #expect(result.errors.contains("11 documents read = \(written.count) written + \(letters.count) failed"))
    for name in ["c-good.html", "e-open.html", "f-deep.html", "g-latin.txt", "i-truncated.html", "one"] {
      #expect(written.contains { $0["id"]?.string == name }, "\(name)")
    }
    for letter in letters { #expect(letter["message"]?.string?.isEmpty == false && letter["code"] != nil) }
  }

  @Test func anInterruptedRunEndsCleanly() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<20_000).map {
      "{\"id\": \"\($0)\", \"text\": \"Mr. Smith met Ann Lee in Lima. It rained all day long.\"}\n"
    }
    let input = try folder.write(Data(lines.joined().utf8), to: "many.jsonl")
    let output = folder.file("out.jsonl")
    let errors = Pipe()
    let process = try Program.start(
      ["run", "plain", input, "-o", output.path], FileHandle.nullDevice, errors)
    // Once the first records are out, the run is under way.
    let partial = output.path + ".partial"
    var size: Any?
    while process.isRunning, (size as? Int ?? 0) == 0 {
      Thread.sleep(forTimeInterval: 0.05)
      size = (try? FileManager.default.attributesOfItem(atPath: partial))?[.size]
    }
    process.interrupt()
    process.waitUntilExit()
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationStatus == 130, "\(message)")
    #expect(message.contains("interrupted"))
    let written = try Self.records(Data(contentsOf: output))
    #expect(written.count < 20_000 && written.indices.allSatisfy { written[$0]["id"]?.string == "\($0)" })
  }
}
