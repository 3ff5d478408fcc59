import ArgumentParser
import Sluice
import SluiceTranscript

/// `sluice-train punctuate`: the table of `clean.punctuation`.
struct TrainPunctuate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "punctuate", abstract: "Trains the table of clean.punctuation.")

  @Argument(help: "Turns to train on: rows with words, punct and case.") var turns: String
  @Option(help: "Folder with word vectors: glove50.i8 and glove_words.txt.") var vectors: String
  @Option(help: "How many of the words are taken.") var words = 17_000
  @Option(help: "Rounds over the data.") var epochs = 2
  @Option(help: "Turns to measure on.") var test: [String] = []
  @Option(name: .shortAndLong, help: "File to write.") var output: String

  func run() throws {
    let lexicon = try PunctuationLexicon(vectors, most: words)
    let known = lexicon.table
    let all = try PunctuationTurn.read(turns, known)
    // Every twentieth turn chooses the biases.
    let held = all.enumerated().filter { $0.offset % 20 == 7 }.map(\.element)
    let train = all.enumerated().filter { $0.offset % 20 != 7 }.map(\.element)
    let marks = try fitMarks(train, known)
    let cases = try fitCases(train, known)
    func bytes(_ biases: [Float]) -> [UInt8] {
      PunctuationTable.bytes(
        biases: biases, hashes: lexicon.hashes, scale: lexicon.scale, vectors: lexicon.vectors, marks: marks,
        cases: cases)
    }
    var biases: [Float] = [0, 0, 0]
    var best = -1.0
    for (size, reach) in [(0.2 as Float, -1...4), (0.1, -1...1)] {
      for mark in 0..<3 {
        let start = biases
        for step in reach {
          var trial = start
          trial[mark] += Float(step) * size
          guard let table = bytes(trial).withUnsafeBufferPointer(PunctuationTable.init) else { continue }
          let score = PunctuationScore(table, held, withCases: false).micro
          if score > best {
            best = score
            biases = trial
          }
        }
      }
    }
    let result = bytes(biases)
    try OutputFile.write(result, to: output)
    print("\(train.count) turns, \(result.count) bytes, biases \(biases), held out micro F1 \(best)")
    guard let table = result.withUnsafeBufferPointer(PunctuationTable.init) else { return }
    for path in test {
      let score = PunctuationScore(table, try PunctuationTurn.read(path, known))
      print("\(path): micro F1 \(score.micro), case F1 \(score.letterCase)")
    }
  }

  /// Calls the body for each turn of each round, in another order each time.
  private func forEachRound(
    _ turns: [PunctuationTurn], seed: UInt64, _ model: PunctuationTrainer,
    _ body: (PunctuationTurn, _ epoch: Int, inout SplitMix64) -> Void
  ) {
    var random = SplitMix64(seed)
    var order = Array(turns.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for (done, number) in order.enumerated() {
        model.setProgress((Double(epoch) + Double(done) / Double(order.count)) / Double(epochs))
        body(turns[number], epoch, &random)
      }
    }
  }

  private func fitMarks(_ turns: [PunctuationTurn], _ vectors: PunctuationVectors) throws -> [UInt8] {
    let model = try PunctuationTrainer(PunctuationTable.markShape, vectors)
    var input = PunctuationInput()
    forEachRound(turns, seed: 1, model) { turn, epoch, random in
      var sentence = 0
      var clause = 0
      for index in 0..<turn.words.count {
        PunctuationFeatures.mark(turn.words, index, sentence: sentence, clause: clause, into: &input)
        let guess = model.learn(input, turn.marks[index])
        // Later rounds see their own errors half of the time.
        let mark = epoch > 0 && random.next() & 1 == 0 ? guess : turn.marks[index]
        if mark > 0 { clause = index + 1 }
        if mark > 1 { sentence = index + 1 }
      }
    }
    return model.bytes
  }

  private func fitCases(_ turns: [PunctuationTurn], _ vectors: PunctuationVectors) throws -> [UInt8] {
    let model = try PunctuationTrainer(PunctuationTable.caseShape, vectors)
    var input = PunctuationInput()
    forEachRound(turns, seed: 2, model) { turn, epoch, random in
      var last = 0
      for index in 0..<turn.words.count {
        PunctuationFeatures.letterCase(
          turn.words, index, startsSentence: index == 0 || turn.marks[index - 1] > 1, last: last, into: &input
        )
        let guess = model.learn(input, turn.cases[index])
        last = epoch > 0 && random.next() & 1 == 0 ? guess : turn.cases[index]
      }
    }
    return model.bytes
  }
}
