import SluiceSummary

/// Weighted logistic regression on the oracle's choices, with an L2 prior on standardised columns, by Newton's
/// method from zero: deterministic, one thread.
struct RankRegression {
  /// Inverse variance of the prior.
  var prior = 10.0
  private let iterations = 20
  private let tolerance = 1e-6
  /// Documents of a set that are learnt from, at most.
  private let mostDocuments = 300

  /// Every set weighs the same, and every document of a set, and every sentence of a document.
  func fit(_ sets: [[RankedDocument]]) -> [Float] {
    let width = SummaryTraining.featureNames.count
    let documents = sets.flatMap { set in
      let taken = set.prefix(mostDocuments).filter { !$0.oracle.isEmpty }
      return taken.map { ($0, weight: 1000 / Double(taken.count * sets.count)) }
    }
    let scale = scales(documents)
    var point = [Double](repeating: 0, count: width + 1)
    for _ in 0..<iterations {
      var system = NormalEquations(width: width + 1)
      for column in 0..<width {
        system.gradient[column] = prior * point[column]
        system.matrix[column * (width + 1) + column] = prior
      }
      for (document, weight) in documents {
        let each = weight * 20 / Double(document.sentences.count)
        document.training.features.withUnsafeBufferPointer { values in
          for row in document.sentences.indices {
            system.add(
              values[(row * width)..<((row + 1) * width)], scale, point, document.oracle.contains(row), each)
          }
        }
      }
      let step = system.solve()
      for column in point.indices { point[column] -= step[column] }
      if step.allSatisfy({ abs($0) < tolerance }) { break }
    }
    return (0..<width).map { Float(point[$0] * scale[$0]) }
  }

  /// One over the deviation of each column.
  private func scales(_ documents: [(RankedDocument, weight: Double)]) -> [Double] {
    let width = SummaryTraining.featureNames.count
    var sums = [Double](repeating: 0, count: width)
    var squares = sums
    var all = 0.0
    for (document, weight) in documents {
      let each = weight / Double(document.sentences.count)
      let values = document.training.features
      for row in document.sentences.indices {
        all += each
        for column in 0..<width {
          let value = Double(values[row * width + column])
          sums[column] += each * value
          squares[column] += each * value * value
        }
      }
    }
    return (0..<width).map { column in
      let mean = sums[column] / all
      return 1 / (max(0, squares[column] / all - mean * mean).squareRoot() + 1e-6)
    }
  }
}
