import Foundation
import Sluice
import Testing

@Suite struct EvalCommandTests {
  @Test func entitiesAreScoredAsExactSpansOfAType() throws {
    let folder = try TemporaryFolder()
    let gold = try folder.write(
      Data(
        """
        {"id": "a", "text": "The Thing met Thing's Bob and É Foo.", "entities": [[0, 9, "ORG"], [14, 21, "PERSON"], [22, 25, "GPE|LOC"], [30, 35, "PERSON"]]}
        {"id": "b", "text": "Zone Bob is here.", "entities": [[0, 8, "?"]]}

        """.utf8), to: "gold.jsonl")
    let patterns = [("Thing", "ORG"), ("Bob", "GPE"), ("É Foo", "ORG"), ("here", "DATE")].map {
      #"{ label: \#($0.1), phrase: "\#($0.0)" }"#
    }
    let pipeline = try folder.write(
      Data(
        "sluice: 1\nname: p\nstages:\n  - parse.text\n  - tag.patterns: { patterns: [\(patterns.joined(separator: ", "))] }\n"
          .utf8), to: "p.yaml")
    let run = try Program.run("eval", "tag", "--gold", gold, "--pipeline", pipeline, "--types", "4", "--json")
    #expect(run.status == 0, "\(run.errors)")
    let result = try JSONParser.parse(run.text)
    // Normalised: The Thing and Thing's are Thing; of two mentions one has the right label. The zone counts nothing.
    let micro = result["normalised"]?["micro"]
    #expect(micro?["gold"]?.integer == 4 && micro?["predicted"]?.integer == 4)
    #expect(micro?["f1"]?.number == 0.5)
    #expect(result["strict"]?["micro"]?["f1"]?.number == 0.25)
    #expect(result["confusions"]?["PER → ORG"]?.integer == 2)
    let table = try Program.run("eval", "tag", "--gold", gold, "--pipeline", pipeline)
    #expect(table.text.contains("micro") && table.text.contains("PER → ORG"))
  }

  @Test func sentencesAreScoredByTheirEnds() throws {
    let folder = try TemporaryFolder()
    let gold = try folder.write(
      Data(
        """
        {"id": "a", "dataset": "x", "text": "It rains. We go home. Good.", "sentences": [[0, 9], [10, 27]]}

        """.utf8), to: "gold.jsonl")
    let run = try Program.run("eval", "split", "--gold", gold, "--json")
    #expect(run.status == 0, "\(run.errors)")
    let result = try JSONParser.parse(run.text)
    #expect(result["sets"]?["x"]?["right"]?.integer == 1)
    #expect(result["sets"]?["x"]?["wrong"]?.integer == 1)
    #expect(result["micro"]?["recall"]?.number == 1)
  }

  @Test func textsAreScoredByShinglesWordsAndSnippets() throws {
    let folder = try TemporaryFolder()
    let gold = try folder.write(
      Data(
        """
        {"id": "a", "html": "<p>One two three four five six seven.</p>", "text": "One two three four five six eight."}
        {"id": "b", "html": "<p>Keep  this\\nhere.</p>", "with": ["this here", "not there"], "without": ["Keep", "other"]}
        {"id": "c", "html": "<p>One</p>", "text": "Two", "dup_of": "a"}

        """.utf8), to: "gold.jsonl")
    let found = folder.file("found.jsonl").path
    let run = try Program.run("eval", "parse", "--gold", gold, "--predictions", found, "--json")
    #expect(run.status == 0, "\(run.errors)")
    let result = try JSONParser.parse(run.text)
    #expect(result["pages"]?.integer == 2)
    #expect(result["shingles"]?["f1"]?.number == 0.75)
    #expect(abs((result["words"]?["f1"]?.number ?? 0) - 6.0 / 7) < 1e-9)
    #expect(result["snippets"]?["precision"]?.number == 0.5 && result["snippets"]?["recall"]?.number == 0.5)
    let lines = try String(contentsOfFile: found, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2 && lines[0].contains("six seven."))
  }

  @Test func summariesAreScoredByStems() throws {
    let folder = try TemporaryFolder()
    let gold = try folder.write(
      Data(
        """
        {"id": "a", "set": "x", "budget": 5, "sentences": ["The dogs are running home."], \
        "references": ["Nothing.", "a dog runs to homes"]}

        """.utf8), to: "gold.jsonl")
    let run = try Program.run("eval", "summarize", "--gold", gold, "--json")
    #expect(run.status == 0, "\(run.errors)")
    let set = try JSONParser.parse(run.text)["sets"]?["x"]
    // Of five words each, dog, run and home are in both; no two of them stand together.
    #expect(set?["rouge1"]?.number == 0.6 && set?["rouge2"]?.number == 0 && set?["rougeL"]?.number == 0.6)
  }

  @Test func whatCannotBeScoredIsToldWithItsLine() throws {
    let folder = try TemporaryFolder()
    for (text, complaint) in [
      ("{\"id\": \"a\"", "gold.jsonl:1:1: this is no JSON"),
      ("{\"id\": \"a\", \"text\": \"b\"}", "and entities"),
      ("", "has no documents"), (#"{"id": "a", "text": "b", "entities": [[1, 0, "X"]]}"#, "is no range"),
    ] {
      let gold = try folder.write(Data(text.utf8), to: "gold.jsonl")
      let run = try Program.run("eval", "tag", "--gold", gold)
      #expect(run.status == 2 && run.errors.contains(complaint), "\(run.errors)")
    }
  }

  @Test func gazetteersAreCompiledAndUsed() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write(Data("Foo Bar\tORG\tQ1\tFB\n".utf8), to: "list.tsv")
    let compiled = folder.file("list.sgaz").path
    let compile = try Program.run("gazetteer", "compile", list, "-o", compiled)
    #expect(compile.status == 0 && compile.errors.contains("1 entry, 2 names"), "\(compile.errors)")
    let pipeline = try folder.write(
      Data(
        "sluice: 1\nname: p\nstages:\n  - parse.text\n  - split.sentences\n  - tag.gazetteer: { file: list.sgaz }\n  - tag.quotes\n"
          .utf8),
      to: "p.yaml")
    let text = try folder.write(Data("“We win,” said FB.\n".utf8), to: "a.txt")
    let output = folder.file("out.jsonl").path
    let run = try Program.run("run", pipeline, text, "-o", output)
    #expect(run.status == 0, "\(run.errors)")
    let record = try JSONParser.parse([UInt8](Data(contentsOf: URL(fileURLWithPath: output))))
    #expect(record["entityIndex"]?.array?.first?["key"]?.string == "Q1")
    #expect(record["quotes"]?.array?.first?["speaker"]?["id"]?.integer == 1)
    #expect(record["quotes"]?.array?.first?["text"]?.string == "We win,")
    #expect(try Program.run("verify", output).text.contains("quotes     1 of 1 proven"))

    // A file that is damaged is a configuration that cannot be used.
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: compiled)))
    bytes[bytes.count - 1] ^= 1
    _ = try folder.write(Data(bytes), to: "list.sgaz")
    let damaged = try Program.run("run", pipeline, text)
    #expect(damaged.status == 2 && damaged.errors.contains("its checksum does not fit"), "\(damaged.errors)")
  }
}
