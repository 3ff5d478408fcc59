import SluiceHTML

/// Weighted logistic regression with an L2 prior on standardised columns, by Newton's method from zero:
/// deterministic, one thread.
///
/// Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, section 4.4.1.
struct BlockRegression {
  struct Sample {
    let page: LabelledPage
    /// Of the page; its blocks share it by their words, of which at most 100 count.
    let weight: Double

    init(_ page: LabelledPage, weight: Double) {
      self.page = page
      self.weight = weight
    }

    func forEachBlock(_ body: (_ row: Int, _ label: Bool, _ weight: Double) -> Void) {
      let all = page.words.reduce(0) { $0 + $1.count + 1 }
      for (row, words) in page.words.enumerated() {
        body(row, page.labels[row], weight * 100 * Double(min(100, words.count + 1)) / Double(all))
      }
    }
  }

  /// Inverse variance of the prior.
  var prior = 30.0
  var iterations = 20
  var tolerance = 1e-6

  func fit(_ samples: [Sample]) -> FittedWeights {
    let width = TrainingPage.width
    let scale = scales(samples)
    var point = [Double](repeating: 0, count: width + 1)
    for _ in 0..<iterations {
      var system = NormalEquations(width: width + 1)
      for column in 0..<width {
        system.gradient[column] = prior * point[column]
        system.matrix[column * (width + 1) + column] = prior
      }
      for sample in samples {
        sample.page.page.values.withUnsafeBufferPointer { values in
          sample.forEachBlock { row, label, weight in
            system.add(values[(row * width)..<((row + 1) * width)], scale, point, label, weight)
          }
        }
      }
      let step = system.solve()
      for column in point.indices { point[column] -= step[column] }
      if step.allSatisfy({ abs($0) < tolerance }) { break }
    }
    return FittedWeights(bias: point[width], columns: (0..<width).map { point[$0] * scale[$0] })
  }

  /// One over the deviation of each column.
  private func scales(_ samples: [Sample]) -> [Double] {
    let width = TrainingPage.width
    var sums = [Double](repeating: 0, count: width)
    var squares = sums
    var all = 0.0
    for sample in samples {
      let values = sample.page.page.values
      sample.forEachBlock { row, _, weight in
        all += weight
        for column in 0..<width {
          let value = Double(values[row * width + column])
          sums[column] += weight * value
          squares[column] += weight * value * value
        }
      }
    }
    return (0..<width).map { column in
      let mean = sums[column] / all
      return 1 / (max(0, squares[column] / all - mean * mean).squareRoot() + 1e-6)
    }
  }
}
