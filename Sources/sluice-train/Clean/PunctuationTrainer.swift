import CSluiceTraining
import Glibc
import Sluice
import SluiceTranscript

/// The network of `clean.punctuation` in training, with the rows that it reads.
final class PunctuationTrainer {
  /// Words of the longest stretch.
  static let most = 384
  /// Steps of the network and of the rows at the start.
  private static let (rate, rowRate) = (0.002 as Float, 0.02 as Float)
  /// Results of the layers and words that are left out, the latter so that names and rare words are not needed, and pairs
  /// of words that are; words between two steps of the network; what the case of a word weighs beside its mark.
  private static let (dropout, wordDropout, pairDropout) = (0.2 as Float, 0.12 as Float, 0.1 as Float)
  private static let (batch, caseWeight) = (1000, 0.5 as Float)

  private let network: OpaquePointer
  private let lexicon: PunctuationLexicon
  private var words: PunctuationRowTrainer
  private var endings: PunctuationRowTrainer
  private var pairs: PunctuationRowTrainer
  /// What the first word of a sentence adds to the cases.
  private var starts: [Float] = [0, 2, 0]
  private var startGradients: [Float] = [0, 0, 0]
  private var random = SplitMix64(3)
  private var progress = 0.0
  private var pending = 0
  private var inputs = [Float](repeating: 0, count: (most + 2) * PunctuationWords.inputs)
  private var gradients = [Float](repeating: 0, count: most * PunctuationWords.inputs)
  private var scores = [Float](repeating: 0, count: most * PunctuationTable.scores)

  init(_ lexicon: PunctuationLexicon) throws {
    self.lexicon = lexicon
    let columns = PunctuationVectors.dimensions
    words = PunctuationRowTrainer(
      columns: columns, lexicon.rows + [Float](repeating: 0, count: columns))
    endings = PunctuationRowTrainer(
      columns: PunctuationWords.endingColumns, count: PunctuationWords.endingRows, spread: 0.3, &random)
    pairs = PunctuationRowTrainer(
      columns: PunctuationWords.pairColumns, count: PunctuationWords.pairRows, spread: 0.1, &random)
    let shape = sluice_sequence_shape(
      inputs: PunctuationWords.inputs, units: PunctuationTable.units, scores: PunctuationTable.scores,
      layers: PunctuationTable.layers)
    guard let network = sluice_sequence_trainer_make(shape, Self.most, 12_345) else {
      throw SluiceError(.io, "no memory for the network")
    }
    self.network = network
  }

  deinit { sluice_sequence_trainer_free(network) }

  /// - Parameter progress: from 0 at the start to 1 at the end.
  func setProgress(_ progress: Double) { self.progress = progress }

  /// One step on words with the marks and cases that they should have.
  func learn(_ text: PunctuationWords, marks: [Int], cases: [Int]) {
    let count = text.count
    let width = PunctuationWords.inputs
    let endingStart = PunctuationVectors.dimensions
    let pairStart = endingStart + PunctuationWords.endingColumns
    let extraStart = pairStart + PunctuationWords.pairColumns
    // Without a word, and without a pair.
    var wordRows: [Int] = []
    var pairRows: [Int?] = []
    inputs.withUnsafeMutableBufferPointer { inputs in
      guard let inputs = inputs.baseAddress else { return }
      for index in 0..<count {
        let numbers = inputs + (index + 1) * width
        let isLeftOut = Float.random(in: 0..<1, using: &random) < Self.wordDropout
        let word = isLeftOut ? lexicon.hashes.count : Int(text.words[index])
        let hasPair = !isLeftOut && Float.random(in: 0..<1, using: &random) >= Self.pairDropout
        wordRows.append(word)
        pairRows.append(hasPair ? Int(text.pairs[index]) : nil)
        words.copy(word, to: numbers)
        endings.copy(Int(text.endings[index]), to: numbers + endingStart)
        (numbers + pairStart).update(repeating: 0, count: PunctuationWords.pairColumns)
        if hasPair { pairs.copy(Int(text.pairs[index]), to: numbers + pairStart) }
        text.writeExtras(
          index, numbers + extraStart, isKnown: Int(text.words[index]) < lexicon.hashes.count)
      }
      (inputs + (count + 1) * width).update(repeating: 0, count: width)
    }
    sluice_sequence_trainer_run(network, inputs, count, Self.dropout, &scores)
    for index in 0..<count { turnIntoGradients(index, marks, cases) }
    sluice_sequence_trainer_learn(network, scores, count, &gradients)
    let rowRate = Self.rowRate * Float(1 - 0.9 * progress)
    gradients.withUnsafeBufferPointer { gradients in
      guard let gradients = gradients.baseAddress else { return }
      for index in 0..<count {
        let gradient = gradients + index * width
        words.learn(wordRows[index], gradient, rate: rowRate)
        endings.learn(Int(text.endings[index]), gradient + endingStart, rate: rowRate)
        if let pair = pairRows[index] { pairs.learn(pair, gradient + pairStart, rate: rowRate) }
      }
    }
    pending += count
    if pending >= Self.batch { step() }
  }

  /// Puts the gradients of a word's scores in their place.
  private func turnIntoGradients(_ index: Int, _ marks: [Int], _ cases: [Int]) {
    let place = index * PunctuationTable.scores
    let starts = index == 0 || marks[index - 1] > 1
    let markShares = Self.softmax((0..<4).map { scores[place + $0] })
    let caseShares = Self.softmax((0..<3).map { scores[place + 4 + $0] + (starts ? self.starts[$0] : 0) })
    for number in 0..<4 {
      scores[place + number] = markShares[number] - (number == marks[index] ? 1 : 0)
    }
    for number in 0..<3 {
      let gradient = Self.caseWeight * (caseShares[number] - (number == cases[index] ? 1 : 0))
      scores[place + 4 + number] = gradient
      if starts, number > 0 { startGradients[number] += gradient }
    }
    scores[place + 7] = 0
  }

  private static func softmax(_ scores: [Float]) -> [Float] {
    let highest = scores.max() ?? 0
    let powers = scores.map { expf($0 - highest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private func step() {
    // Faster over the first fiftieth, then ever slower.
    let share = Float(progress < 0.02 ? progress / 0.02 + 0.01 : 1.02 - progress)
    sluice_sequence_trainer_step(network, Self.rate * share)
    for number in 0..<3 {
      starts[number] -=
        0.5 * Self.rate * share * (startGradients[number] > 0 ? 1 : startGradients[number] < 0 ? -1 : 0)
      startGradients[number] = 0
    }
    pending = 0
  }

  /// The bytes of the table.
  func bytes(biases: [Float]) -> [UInt8] {
    let shape = sluice_sequence_shape(
      inputs: PunctuationWords.inputs, units: PunctuationTable.units, scores: PunctuationTable.scores,
      layers: PunctuationTable.layers)
    let weights = UnsafeBufferPointer(
      start: sluice_sequence_trainer_weights(network), count: sluice_sequence_count(shape))
    return PunctuationTable.bytes(
      biases: biases, starts: starts, hashes: lexicon.hashes,
      rows: [words, endings, pairs].flatMap { PunctuationRows.bytes(columns: $0.columns, $0.values) },
      weights: Array(weights))
  }
}
