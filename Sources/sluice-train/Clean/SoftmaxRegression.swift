import Glibc

/// Logistic regression over hashed features with several classes, fitted by AdaGrad (Duchi, Hazan and Singer 2011).
struct SoftmaxRegression {
  let classes: Int
  private(set) var weights: [Float]
  private var squares: [Float]
  private var scores: [Float]
  let rate: Float

  init(buckets: Int, classes: Int, rate: Float) {
    self.classes = classes
    self.rate = rate
    weights = [Float](repeating: 0, count: buckets * classes)
    squares = weights
    scores = [Float](repeating: 0, count: classes)
  }

  /// The scores of the classes.
  mutating func score(_ features: [Int]) -> [Float] {
    for number in 0..<classes { scores[number] = 0 }
    for feature in features {
      for number in 0..<classes { scores[number] += weights[feature * classes + number] }
    }
    return scores
  }

  /// One step towards a class; the class that had the highest score before it.
  mutating func learn(_ features: [Int], _ wanted: Int) -> Int {
    _ = score(features)
    var best = 0
    for number in 1..<classes where scores[number] > scores[best] { best = number }
    let highest = scores[best]
    var total: Float = 0
    for number in 0..<classes {
      scores[number] = expf(scores[number] - highest)
      total += scores[number]
    }
    for number in 0..<classes {
      let gradient = scores[number] / total - (number == wanted ? 1 : 0)
      guard abs(gradient) > 0.002 else { continue }
      for feature in features {
        let place = feature * classes + number
        squares[place] += gradient * gradient
        weights[place] -= rate * gradient / (squares[place].squareRoot() + 0.1)
      }
    }
    return best
  }
}
