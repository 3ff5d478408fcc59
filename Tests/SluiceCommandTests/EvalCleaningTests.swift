import Foundation
import Sluice
import Testing

@Suite struct EvalCleaningTests {
  private static func score(_ stage: String, _ rows: [String]) throws -> JSONValue {
    let folder = try TemporaryFolder()
    let gold = try folder.write(Data(rows.joined(separator: "\n").utf8), to: "gold.jsonl")
    let run = try Program.run("eval", stage, "--gold", gold, "--json")
    #expect(run.status == 0, "\(run.errors)")
    return try JSONParser.parse(run.text)
  }

  @Test func whatWentOfSpeechIsCountedByWords() throws {
    // One hesitation goes and should, one goes and should not, one name stays and should go: P 1/2, R 1/2. Of the 11
    // words, and of the 14 tokens, that should stay one went.
    let result = try Self.score(
      "clean",
      [
        #"{"id": "a", "text": "I um think it rains.", "tokens": [[0,1],[2,4],[5,10],[11,13],[14,19],[19,20]], "delete": [0,1,0,0,0,0]}"#,
        #"{"id": "b", "text": "We uh saw Bob there.", "tokens": [[0,2],[3,5],[6,9],[10,13],[14,19],[19,20]], "delete": [0,0,0,1,0,0]}"#,
        #"{"id": "c", "text": "Yes it was.", "tokens": [[0,3],[4,6],[7,10],[10,11]], "delete": [0,0,0,0]}"#,
      ])
    let words = result["words"]
    #expect(words?["precision"]?.number == 0.5 && words?["recall"]?.number == 0.5)
    #expect(words?["f1"]?.number == 0.5)
    #expect(abs((words?["overDeletion"]?.number ?? 0) - 1.0 / 11) < 1e-4)
    #expect(abs((result["tokens"]?["overDeletion"]?.number ?? 0) - 1.0 / 14) < 1e-4)
  }

  @Test func marksAndCapitalsAreCountedByWords() throws {
    // A turn ends with a mark and begins with a capital, whatever else is found. Of the marks 2 are found, 2 right, 3
    // wanted; of the capitals likewise.
    let result = try Self.score(
      "punctuate",
      [
        #"{"id": "a", "words": ["thank", "you"], "punct": ["", "."], "case": ["T", "L"]}"#,
        #"{"id": "b", "words": ["thank", "you"], "punct": [",", "."], "case": ["T", "U"]}"#,
        #"{"id": "c", "words": [], "punct": [], "case": []}"#,
      ])
    #expect(result["marks"]?["precision"]?.number == 1 && result["changed"]?.integer == 0)
    #expect(abs((result["marks"]?["recall"]?.number ?? 0) - 2.0 / 3) < 1e-4)
    #expect(abs((result["marks"]?["f1"]?.number ?? 0) - 0.8) < 1e-4)
    #expect(result["case"]?["precision"]?.number == 1)
    #expect(abs((result["case"]?["recall"]?.number ?? 0) - 2.0 / 3) < 1e-4)
    // What the user reads.
    let folder = try TemporaryFolder()
    let gold = try folder.write(
      Data(#"{"id": "a", "words": ["thank", "you"], "punct": ["", "."], "case": ["T", "L"]}"#.utf8),
      to: "gold.jsonl")
    let table = try Program.run("eval", "punctuate", "--gold", gold)
    #expect(table.text.contains("0 of 1 texts not scored"), "\(table.text)")
  }

  @Test func whatCannotBeScoredIsToldWithItsLine() throws {
    let folder = try TemporaryFolder()
    let good =
      #"{"id": "z", "words": ["a"], "punct": ["."], "case": ["T"], "text": "a", "tokens": [[0, 1]], "delete": [0]}"#
    var missed: [String] = []
    for (stage, row, complaint) in [
      ("clean", #"{"id": "a", "text": "b""#, "this is no JSON"),
      ("clean", #"{"id": "a", "text": "b"}"#, "and tokens"),
      (
        "clean", #"{"id": "a", "text": "b", "tokens": [[1, 0]], "delete": [0]}"#,
        "'[1,0]' in tokens is no range"
      ),
      ("clean", #"{"id": "a", "text": "b", "tokens": [[0, 1]], "delete": []}"#, "as many members as tokens"),
      ("punctuate", "[1", "this is no JSON"),
      ("punctuate", #"{"id": "a", "text": "b"}"#, "and words"),
      ("punctuate", #"{"id": "z", "words": [], "punct": [], "case": []}"#, "stands twice"),
      ("punctuate", #"{"id": "a", "words": ["b"], "punct": [], "case": ["L"]}"#, "as many members as words"),
      (
        "punctuate", #"{"id": "a", "words": ["b"], "punct": ["!"], "case": ["L"]}"#,
        "'\"!\"' cannot stand in punct"
      ),
      ("punctuate", #"{"id": "a", "words": ["b"], "punct": [""], "case": [1]}"#, "'1' cannot stand in case"),
    ] {
      let gold = try folder.write(Data("\(good)\n\(row)\n".utf8), to: "gold.jsonl")
      let run = try Program.run("eval", stage, "--gold", gold)
      if run.status != 2 || !run.errors.contains(complaint) || !run.errors.contains("gold.jsonl:2:") {
        missed.append("\(stage) \(row): \(run.status) \(run.errors)")
      }
    }
    #expect(missed == [])
  }
}
