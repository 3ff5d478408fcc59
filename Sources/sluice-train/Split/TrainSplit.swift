import ArgumentParser
import Sluice
import SluiceSentences

/// `sluice-train split`: the table of `split.sentences`.
struct TrainSplit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Trains, measures and applies the table of split.sentences.",
    subcommands: [Export.self, Evaluate.self, Predict.self, Speed.self], defaultSubcommand: Export.self)

  struct Options: ParsableArguments {
    @Argument(help: "Folder of annotated .jsonl files.") var data: String
    @Option(help: "Sets to train on, as SET or SET/GENRE; all for every set.")
    var sets: [String] = SplitSets.shipped
    @Option(help: "Buckets of the weight table, as a power of two.") var bits = 14
    @Option(help: "Slots of the case table, as a power of two.") var caseBits = 13
    @Option(help: "How closely to fit.") var c = 0.3
    @Option(help: "The log-odds that the opinion of the rules counts for.") var prior = 5.0

    var trainer: SplitTrainer {
      SplitTrainer(bits: bits, caseBits: caseBits, c: c, prior: prior)
    }

    func mayTrain(_ document: SplitDocument) -> Bool {
      sets.contains("all") || sets.contains(document.set)
        || sets.contains("\(document.set)/\(document.genre)")
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes the table.")
    @OptionGroup var options: Options
    @Option(name: .shortAndLong, help: "File to write.") var output: String

    func run() throws {
      let documents = try SplitDocument.read(options.data).filter(options.mayTrain)
      let table = options.trainer.train(documents)
      try OutputFile.write(table.bytes, to: output)
      print(
        "\(documents.count) documents, \(table.weights.count { $0 != 0 }) weights, \(table.bytes.count) bytes"
      )
      print("hash \(BoundaryTable.hash(table.bytes)): write it into Sources/CSluiceModels/models.S")
    }
  }

  struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measures by 5 folds and with each set left out, never on what was trained on.")
    @OptionGroup var options: Options
    @Flag(help: "Leave whole sets out instead of folds.") var leaveOut = false
    @Flag(help: "Use no table: the rules alone.") var rules = false

    func run() throws {
      let documents = try SplitDocument.read(options.data)
      var report = SplitReport()
      if rules {
        report.add(documents, SentenceTraining())
      } else if leaveOut {
        for family in Set(documents.map(\.family)).sorted() {
          let table = options.trainer.train(documents.filter { options.mayTrain($0) && $0.family != family })
          report.add(documents.filter { $0.family == family }, SentenceTraining(table: table))
        }
      } else {
        for fold in 0..<5 {
          let table = options.trainer.train(documents.filter { options.mayTrain($0) && $0.fold != fold })
          report.add(documents.filter { $0.fold == fold }, SentenceTraining(table: table))
        }
      }
      print(report.table)
    }
  }

  struct Predict: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Splits the texts of .jsonl files by the shipped table, with offsets in code points.")
    @Argument(help: "A .jsonl file or a folder of them.") var data: String
    @Option(help: "A table other than the shipped one.") var table: String?
    @Flag(help: "Use no table: the rules alone.") var rules = false

    func run() throws {
      var training = rules ? SentenceTraining() : .shipped
      if let table {
        training = SentenceTraining(table: try FileBytes.read(table).withUnsafeBytes { BoundaryTable($0) })
      }
      for document in try SplitDocument.read(data) {
        let points = CodePointOffsets(document.text)
        var line = JSONWriter()
        line.object { line in
          line.member("id", document.id)
          line.key("sentences")
          line.array { line in
            for sentence in training.split(document.text) {
              let (start, end) = points.points(sentence)
              line.array { pair in
                pair.integer(start)
                pair.integer(end)
              }
            }
          }
        }
        print(String(decoding: line.bytes, as: UTF8.self))
      }
    }
  }

  struct Speed: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measures megabytes per CPU second of the shipped splitter, on one core.")
    @Argument(help: "A .jsonl file or a folder of them.") var data: String
    @Option(help: "Rounds; the best counts.") var rounds = 7
    @Flag(help: "Use no table: the rules alone.") var rules = false

    func run() throws {
      let texts = try SplitDocument.read(data).map(\.text)
      let bytes = texts.reduce(0) { $0 + $1.count }
      var training = rules ? SentenceTraining() : .shipped
      var best = Double.infinity
      var sentences = 0
      for _ in 0..<rounds {
        let start = CPUClock.seconds
        sentences = texts.reduce(0) { $0 + training.countSentences($1) }
        best = min(best, CPUClock.seconds - start)
      }
      print(
        "\(bytes) bytes, \(sentences) sentences, \((Double(bytes) / best / 1e6).digits) MB per CPU second")
    }
  }
}
