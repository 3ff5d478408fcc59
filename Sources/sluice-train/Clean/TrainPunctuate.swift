import ArgumentParser
import Sluice
import SluiceTranscript

/// `sluice-train punctuate`: the table of `clean.punctuation`.
struct TrainPunctuate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "punctuate", abstract: "Trains the table of clean.punctuation.")

  @Argument(help: "Turns to train on: rows with words, punct and case.") var turns: String
  @Option(help: "Rounds over the data.") var epochs = 3
  @Option(help: "Turns to measure on.") var test: [String] = []
  @Option(name: .shortAndLong, help: "File to write.") var output: String

  func run() throws {
    let all = try PunctuationTurn.read(turns)
    // Every twentieth turn chooses the biases.
    let held = all.enumerated().filter { $0.offset % 20 == 7 }.map(\.element)
    let train = all.enumerated().filter { $0.offset % 20 != 7 }.map(\.element)
    let marks = fitMarks(train)
    let cases = fitCases(train)
    var biases: [Float] = [0, 0, 0, 0]
    var best = -1.0
    for round in 0..<2 {
      for mark in 1...3 {
        for step in -8...8 {
          var trial = biases
          trial[mark] = (round == 0 ? 0 : biases[mark]) + Float(step) * (round == 0 ? 0.2 : 0.05)
          let score = try table(marks, cases, trial).map { PunctuationScore($0, held).micro } ?? 0
          if score > best {
            best = score
            biases = trial
          }
        }
      }
    }
    let bytes = PunctuationTable.bytes(marks: marks, cases: cases, biases: biases)
    try OutputFile.write(bytes, to: output)
    print("\(train.count) turns, \(bytes.count) bytes, biases \(biases), held out micro F1 \(best)")
    for path in test {
      guard let table = try table(marks, cases, biases) else { continue }
      let score = PunctuationScore(table, try PunctuationTurn.read(path))
      print("\(path): micro F1 \(score.micro), case F1 \(score.letterCase)")
    }
  }

  private func table(_ marks: [Float], _ cases: [Float], _ biases: [Float]) throws -> PunctuationTable? {
    PunctuationTable.bytes(marks: marks, cases: cases, biases: biases).withUnsafeBufferPointer(
      PunctuationTable.init)
  }

  private func fitMarks(_ turns: [PunctuationTurn]) -> [Float] {
    var model = SoftmaxRegression(
      buckets: PunctuationTable.markBuckets, classes: PunctuationTable.marks.count, rate: 0.12)
    var random = SplitMix64(1)
    var order = Array(turns.indices)
    var features: [Int] = []
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for number in order {
        let turn = turns[number]
        var sentence = 0
        var clause = 0
        for index in 0..<turn.words.count {
          PunctuationFeatures.mark(turn.words, index, sentence: sentence, clause: clause, into: &features)
          let guess = model.learn(features, turn.marks[index])
          // Later rounds see their own errors half of the time.
          let mark = epoch > 0 && random.next() & 1 == 0 ? guess : turn.marks[index]
          if mark > 0 { clause = index + 1 }
          if mark > 1 { sentence = index + 1 }
        }
      }
    }
    return model.weights
  }

  private func fitCases(_ turns: [PunctuationTurn]) -> [Float] {
    var model = SoftmaxRegression(
      buckets: PunctuationTable.caseBuckets, classes: PunctuationTable.cases.count, rate: 0.12)
    var random = SplitMix64(2)
    var order = Array(turns.indices)
    var features: [Int] = []
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for number in order {
        let turn = turns[number]
        var last = 0
        for index in 0..<turn.words.count {
          PunctuationFeatures.letterCase(
            turn.words, index, startsSentence: index == 0 || turn.marks[index - 1] > 1, last: last,
            into: &features)
          let guess = model.learn(features, turn.cases[index])
          last = epoch > 0 && random.next() & 1 == 0 ? guess : turn.cases[index]
        }
      }
    }
    return model.weights
  }
}
