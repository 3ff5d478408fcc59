import ArgumentParser
import Sluice
import SluiceSentences

/// `sluice-train tokens`: compares `split.tokens` with gold tokens.
struct MeasureTokens: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens", abstract: "Compares split.tokens with gold tokens, and measures its speed.")

  @Argument(
    help: "Files of lines {\"id\",\"text\",\"sents\":[[[start,end],...],...]}, with offsets in code points.")
  var files: [String]
  @Option(help: "Print this many differences of each file.") var differences = 0

  func run() throws {
    for file in files {
      var right = 0, wrong = 0, missing = 0, shown = 0
      var texts: [[UInt8]] = []
      var tokenizer = TokenTraining()
      for line in try FileBytes.read(file).split(separator: 0x0A) {
        let row = try JSONParser.parse(Array(line))
        guard let string = row["text"]?.string, let sentences = row["sents"]?.array else { continue }
        let text = Array(string.utf8)
        texts.append(text)
        let points = CodePointOffsets(text)
        var gold: Set<TextRange> = []
        for token in sentences.flatMap({ $0.array ?? [] }) {
          guard let pair = token.array, pair.count == 2, let start = pair[0].integer,
            let end = pair[1].integer, let range = points.bytes(start, end)
          else { continue }
          gold.insert(range)
        }
        let covered = gold.map(\.end).max() ?? 0
        let found = Set(tokenizer.tokenize(text).filter { $0.end <= covered })
        right += gold.intersection(found).count
        wrong += found.subtracting(gold).count
        missing += gold.subtracting(found).count
        for range in gold.subtracting(found).sorted() where shown < differences {
          shown += 1
          let near = found.filter { $0.overlaps(range) }.sorted()
          print(
            "  gold [\(Self.text(text, range))] found \(near.map { "[\(Self.text(text, $0))]" }.joined())")
        }
      }
      let f1 = Double(2 * right) / Double(max(1, 2 * right + wrong + missing))
      var best = Double.infinity
      for _ in 0..<9 {
        let start = CPUClock.seconds
        _ = texts.reduce(0) { $0 + tokenizer.countTokens($1) }
        best = min(best, CPUClock.seconds - start)
      }
      let speed = Double(texts.reduce(0) { $0 + $1.count }) / best / 1e6
      print(
        "\(file): F1 \(f1.digits) +\(wrong) -\(missing) of \(right + missing), \(speed.digits) MB per CPU second"
      )
    }
  }

  private static func text(_ bytes: [UInt8], _ range: TextRange) -> String {
    String(decoding: bytes[range.bounds], as: UTF8.self)
  }
}
