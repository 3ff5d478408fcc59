import ArgumentParser
import Sluice
import SluiceEntities
import SluiceSentences

/// `sluice-train tag`: the table of `tag.entities`.
struct TrainTag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Trains, measures and applies the table of tag.entities.",
    subcommands: [Export.self, Predict.self, Speed.self], defaultSubcommand: Export.self)

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Trains and writes the table.")
    @Argument(help: "Files to train on, such as wnut17.train.jsonl, in the order that counts.") var files:
      [String]
    @Option(help: "Folder of word vectors, clusters and gazetteer.") var lexicon: String
    @Option(help: "Folder of what two other taggers say of the same records, in files of the same names.")
    var silver: String?
    @Option(help: "Leaves out records whose id or source contains this.") var without: [String] = []
    @Option(help: "Passes over the data.") var epochs = 5
    @Option(help: "Weights below it are left out.") var prune: Float = 0.095
    @Option(help: "Share of records read again in small letters.") var lower = 0.7
    @Option(help: "Share of features left out while training.") var dropout: Float = 0.15
    @Option(help: "Of every so many records of the files named silver_, one is read.") var every = 1
    @Option(help: "What sentences of re3d, CrossNER and WNUT count, whose conventions are their own.")
    var ownWeight: Float = 1
    @Option(help: "What silver sentences count.") var silverWeight: Float = 1
    @Flag(help: "Also takes corpora that are for measuring only; never for a table that is shipped.")
    var measureOnly = false
    @Option(name: .shortAndLong, help: "File to write.") var output: String

    func run() throws {
      var trainer = try TagTrainer(lexicon: TagLexicon(lexicon))
      trainer.epochs = epochs
      trainer.prune = prune
      trainer.lowerShare = lower
      trainer.dropout = dropout
      for file in files {
        guard var corpus = TagCorpus.of(file: file) else {
          throw SluiceError(.unreadable, "unknown corpus: \(file)")
        }
        guard corpus.isOpen || measureOnly else {
          throw SluiceError(.unreadable, "\(corpus.name) is for measuring only")
        }
        if corpus.name.hasPrefix("silver"), corpus.name != "silver_md" { corpus.weight = silverWeight }
        if ["re3d", "crossner_politics", "wnut17"].contains(corpus.name) { corpus.weight = ownWeight }
        var records = try TagRecord.read(file).filter { record in
          !without.contains { record.id.contains($0) || record.source.contains($0) }
        }
        if corpus.name != "silver_md", corpus.name.hasPrefix("silver") {
          records = records.enumerated().compactMap { $0.offset % every == 0 ? $0.element : nil }
        }
        if let silver { try Self.merge(silver, file, into: &records) }
        trainer.add(records, corpus)
        print("\(file): \(records.count) records, \(trainer.tokenCount) tokens so far")
      }
      let table = try trainer.train { print($0) }
      try OutputFile.write(table, to: output)
      print("hash \(TaggerTable.hash(table)): write it into Sources/CSluiceModels/models.S")
    }

    /// Adds what other taggers say of the records.
    private static func merge(_ folder: String, _ file: String, into records: inout [TagRecord]) throws {
      let path = "\(folder)/\(file.split(separator: "/").last ?? "")"
      guard path != file, FileBytes.isReadableFile(path) else { return }
      let others = Dictionary(try TagRecord.read(path).map { ($0.id, $0) }) { first, _ in first }
      for index in records.indices {
        guard let other = others[records[index].id], other.text == records[index].text else { continue }
        records[index].agreed = other.agreed
        records[index].disputed = other.disputed
      }
    }
  }

  struct Predict: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tags the texts of .jsonl files, with offsets in code points.")
    @Argument(help: ".jsonl files.") var files: [String]
    @Option(help: "A table other than the shipped one.") var table: String?
    @Option(name: .shortAndLong, help: "Folder to write files of the same names to.") var output: String

    func run() throws {
      var tagger = try TrainTag.tagger(table)
      let splitter = SentenceTraining.shipped
      for file in files {
        var lines: [UInt8] = []
        for record in try TagRecord.read(file) {
          let entities = tagger.tag(Text(validUTF8: record.text), splitter.split(record.text))
          let points = CodePointOffsets(record.text)
          var line = JSONWriter()
          line.object { line in
            line.member("id", record.id)
            line.key("entities")
            line.array { line in
              for (row, range) in entities.ranges.enumerated() {
                line.array { line in
                  let (start, end) = points.points(range)
                  line.integer(start)
                  line.integer(end)
                  line.string(entities.labels[row].name)
                }
              }
            }
            line.key("groups")
            line.array { line in
              for id in entities.ids { line.integer(Int(id)) }
            }
          }
          lines += line.bytes + [0x0A]
        }
        try OutputFile.write(lines, to: "\(output)/\(file.split(separator: "/").last ?? "out.jsonl")")
      }
    }
  }

  struct Speed: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measures tokens per CPU second: tokens, features, tags and identities, on one core.")
    @Argument(help: ".jsonl files.") var files: [String]
    @Option(help: "A table other than the shipped one.") var table: String?
    @Option(help: "Rounds; all are printed.") var rounds = 5

    func run() throws {
      var tagger = try TrainTag.tagger(table)
      let splitter = SentenceTraining.shipped
      let texts = try files.flatMap { try TagRecord.read($0) }.map { Text(validUTF8: $0.text) }
      let sentences = texts.map { splitter.split($0.bytes) }
      var counter = TokenTraining()
      let tokens = texts.reduce(0) { $0 + counter.countTokens($1.bytes) }
      for _ in 0..<rounds {
        let start = CPUClock.seconds
        var found = 0
        for (text, ranges) in zip(texts, sentences) { found += tagger.tag(text, ranges).ranges.count }
        let seconds = CPUClock.seconds - start
        print("\(tokens) tokens, \(found) mentions, \(Int(Double(tokens) / seconds)) tokens per CPU second")
      }
    }
  }

  private static func tagger(_ path: String?) throws -> EntityTagging {
    let table = try path.map { TaggerTable(try FileBytes.read($0)) } ?? .shipped
    guard let table else { throw SluiceError(.unreadable, "the table is damaged") }
    return TaggerTraining.tagger(table)
  }
}
