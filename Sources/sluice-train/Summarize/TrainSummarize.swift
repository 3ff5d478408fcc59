import ArgumentParser
import Sluice
import SluiceSummary

/// `sluice-train summarize`: the weights of `summarize.extract`.
struct TrainSummarize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize", abstract: "Fits the weights that summarize.extract ranks sentences by.",
    discussion: """
      A file is named for its set and holds lines of {"id", "sentences", "references", "budget"}. Sets to measure \
      on are measured by weights trained without them, and without sets whose names begin alike up to the first \
      underscore.
      """)

  @Argument(help: "Sets to train on.") var files: [String]
  @Option(name: .shortAndLong, help: "Swift file to write.") var output: String?
  @Option(name: .long, parsing: .upToNextOption, help: "Sets to measure on.") var measure: [String] = []
  @Option(help: "File for the summaries of the measured sets, as JSON lines.") var predictions: String?
  /// The sets whose licence allows weights to be shipped.
  private static let licensed: Set<String> = ["scitldr", "scitldr_train", "qmsum"]

  func validate() throws {
    for file in files where !Self.licensed.contains(Self.name(of: file)) {
      throw ValidationError("\(file): weights that ship may be trained only on \(Self.licensed.sorted())")
    }
  }

  func run() throws {
    var read: [String: [RankedDocument]] = [:]
    for file in files + measure where read[file] == nil { read[file] = try RankedDocument.read(file) }
    let weights = RankRegression().fit(files.compactMap { read[$0] })
    for (name, weight) in zip(SummaryTraining.featureNames, weights) { print("  \(name): \(weight)") }
    if let output { try OutputFile.write(Array(source(weights).utf8), to: output) }
    var lines: [UInt8] = []
    var trained: [[String]: [Float]] = [:]
    for file in measure {
      let others = files.filter { Self.family(of: $0) != Self.family(of: file) }
      let weights = trained[others] ?? RankRegression().fit(others.compactMap { read[$0] })
      trained[others] = weights
      var sum = Rouge()
      let documents = read[file] ?? []
      for document in documents {
        let choice = document.training.summary(weights: weights, budget: document.budget)
        sum += document.rouge(choice) * (100 / Double(documents.count))
        lines += prediction(document, choice)
      }
      print(
        "\(Self.name(of: file)): R1 \(sum.one.hundredths) R2 \(sum.two.hundredths) RL \(sum.longest.hundredths)"
      )
    }
    if let predictions { try OutputFile.write(lines, to: predictions) }
  }

  private func prediction(_ document: RankedDocument, _ choice: [Int]) -> [UInt8] {
    let sentences = choice.map { String(decoding: document.sentences[$0], as: UTF8.self) }
    var line = JSONWriter()
    line.object { line in
      line.member("id", document.id)
      line.member("summary", sentences.joined(separator: " "))
      line.key("sentences")
      line.array { line in for sentence in sentences { line.string(sentence) } }
    }
    return line.bytes + [0x0A]
  }

  private func source(_ weights: [Float]) -> String {
    let rows = zip(SummaryTraining.featureNames, weights).map { "    \($1),  // \($0)\n" }
    return """
      // Written by `sluice-train summarize`, from SciTLDR (Apache-2.0) and QMSum (MIT); see Models.md.

      extension RankWeights {
        /// The weights of the product.
        static let shipped: [Float] = [
      \(rows.joined())  ]
      }

      """
  }

  private static func name(of file: String) -> String {
    String((file.split(separator: "/").last ?? "").split(separator: ".").first ?? "")
  }

  private static func family(of file: String) -> String {
    String(name(of: file).split(separator: "_").first ?? "")
  }
}

extension Double {
  fileprivate var hundredths: Double { (self * 100).rounded() / 100 }
}
