import SluiceTranscript

/// An averaged perceptron over hashed features, greedy from left to right (Collins 2002).
struct RestartTrainer {
  var epochs = 5
  var seed: UInt64 = 1

  /// - Returns: the averaged weights, one for each bucket.
  func train(_ examples: [RestartTraining.Example]) -> [Float] {
    var weights = [Float](repeating: 0, count: RestartTable.buckets)
    var totals = [Double](repeating: 0, count: RestartTable.buckets)
    var clock = 1.0
    var random = SplitMix64(seed)
    var order = Array(examples.indices)
    var features: [Int] = []
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for number in order {
        let example = examples[number]
        var last = 0
        var before = 0
        for index in example.isOpen.indices {
          var decision = 0
          if example.isOpen[index] {
            let wanted = example.isTaken[index] ? 1 : 0
            example.features(index, last: last, before: before, into: &features)
            var score: Float = 0
            for feature in features { score += weights[feature] }
            decision = score > 0 ? 1 : 0
            if decision != wanted {
              let step: Float = wanted == 1 ? 1 : -1
              for feature in features {
                weights[feature] += step
                totals[feature] += clock * Double(step)
              }
            }
            clock += 1
            // Half of the time what was guessed, so that errors of its own are known to it.
            if random.next() & 1 == 0 { decision = wanted }
          }
          before = last
          last = decision
        }
      }
    }
    return weights.indices.map { weights[$0] - Float(totals[$0] / clock) }
  }
}
