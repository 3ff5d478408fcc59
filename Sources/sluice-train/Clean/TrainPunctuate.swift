import ArgumentParser
import Sluice
import SluiceTranscript

/// `sluice-train punctuate`: the table of `clean.punctuation`.
struct TrainPunctuate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "punctuate", abstract: "Trains the table of clean.punctuation.")

  @Argument(
    help: """
      Turns to train on, JSON lines: words, punct and case; text; turns of text; or sentences with their turns. \
      FILE:KIND,KIND takes the lines of these kinds only.
      """)
  var turns: [String]
  @Option(help: "Folder with word vectors: glove50.i8 and glove_words.txt.") var vectors: String
  @Option(help: "How many of the words are taken.") var words = 20_000
  @Option(help: "Rounds over the data.") var epochs = 3
  @Option(help: "Turns to measure on.") var test: [String] = []
  @Option(name: .shortAndLong, help: "File to write.") var output: String

  func run() throws {
    let lexicon = try PunctuationLexicon(vectors, most: words)
    let known = lexicon.vectors
    var train: [PunctuationTurn] = []
    var held: [PunctuationTurn] = []
    for file in turns {
      // Every twentieth turn chooses the biases.
      let all = try Self.read(file, known)
      print("\(file): \(all.count) turns, \(all.reduce(0) { $0 + $1.words.count }) words")
      held += all.enumerated().filter { $0.offset % 20 == 7 }.map(\.element)
      train += all.enumerated().filter { $0.offset % 20 != 7 }.map(\.element)
    }
    let trainer = try PunctuationTrainer(lexicon)
    fit(trainer, train)
    func table(_ biases: [Float]) throws -> PunctuationTable {
      guard let table = trainer.bytes(biases: biases).withUnsafeBufferPointer(PunctuationTable.init) else {
        throw SluiceError(.io, "the table cannot be read back")
      }
      return table
    }
    let (biases, best) = Self.biases(try PunctuationScore.scores(table([0, 0, 0, 0]), held), held)
    let result = trainer.bytes(biases: biases)
    try OutputFile.write(result, to: output)
    print("\(train.count) turns, \(result.count) bytes, biases \(biases), held out micro F1 \(best)")
    let final = try table(biases)
    for path in test {
      let turns = try Self.read(path, known)
      let score = PunctuationScore(try PunctuationScore.scores(final, turns), turns)
      print("\(path): micro F1 \(score.micro), boundaries \(score.boundary), case F1 \(score.letterCase)")
    }
  }

  private static func read(_ file: String, _ vectors: PunctuationVectors) throws -> [PunctuationTurn] {
    let parts = file.split(separator: ":", maxSplits: 1).map(String.init)
    let kinds = parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : []
    return try PunctuationTurn.read(parts[0], kinds: kinds, vectors)
  }

  /// The biases of the marks with the best F1, tried one by one, coarse and then fine.
  private static func biases(
    _ scores: [PunctuationScores], _ turns: [PunctuationTurn]
  ) -> (biases: [Float], f1: Double) {
    var biases: [Float] = [0, 0, 0, 0]
    var best = PunctuationScore(scores, turns).micro
    for size in [0.2 as Float, 0.1] {
      for mark in 1..<4 {
        let start = biases
        for step in -4...6 {
          var trial = start
          trial[mark] += Float(step) * size
          let score = PunctuationScore(scores, turns, adding: trial).micro
          if score > best { (best, biases) = (score, trial) }
        }
      }
    }
    return (biases, best)
  }

  /// Rounds over the turns, each in another order; a turn may be joined to those behind it, as captions do not tell one
  /// speaker from the next.
  private func fit(_ trainer: PunctuationTrainer, _ turns: [PunctuationTurn]) {
    let most = PunctuationTrainer.most
    var random = SplitMix64(1)
    var order = Array(turns.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for (done, number) in order.enumerated() {
        trainer.setProgress((Double(epoch) + Double(done) / Double(order.count)) / Double(epochs))
        var turn = turns[number]
        if turn.words.count > most {
          turn = turn.part(Int.random(in: 0...turn.words.count - most, using: &random), most)
        }
        var next = number + 1
        while next < turns.count, turns[next].source == turn.source,
          Int.random(in: 0..<10, using: &random) < 3,
          turn.words.count + turns[next].words.count <= most
        {
          turn.join(turns[next])
          next += 1
        }
        trainer.learn(turn.words, marks: turn.marks, cases: turn.cases)
      }
    }
  }
}
