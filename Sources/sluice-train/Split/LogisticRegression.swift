/// Binary logistic regression over sparse binary features, by L-BFGS: deterministic, one thread.
///
/// Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 7.5, with a backtracking line search.
struct LogisticRegression {
  struct Sample {
    /// Indices below the number of buckets.
    var buckets: [UInt32]
    var label: Bool
    var weight: Float
    /// Log-odds that the weights are added to.
    var offset: Double
  }

  /// Variance of the prior: larger fits closer.
  var c: Double
  var iterations = 120
  var tolerance = 1e-4
  private let memory = 8

  init(c: Double) {
    self.c = c
  }

  /// The weights, with the bias behind them.
  func fit(_ samples: [Sample], bucketCount: Int) -> [Double] {
    let count = bucketCount + 1
    var point = [Double](repeating: 0, count: count)
    var gradient = [Double](repeating: 0, count: count)
    var value = loss(samples, point, &gradient)
    let first = norm(gradient)
    var steps: [(s: [Double], y: [Double], rho: Double)] = []
    for _ in 0..<iterations {
      var direction = gradient.map { -$0 }
      var alphas: [Double] = []
      for (s, y, rho) in steps.reversed() {
        let alpha = rho * dot(s, direction)
        alphas.append(alpha)
        add(&direction, y, -alpha)
      }
      if let last = steps.last {
        let scale = 1 / (last.rho * dot(last.y, last.y))
        for index in direction.indices { direction[index] *= scale }
      } else {
        let scale = 1 / max(1, norm(gradient))
        for index in direction.indices { direction[index] *= scale }
      }
      for ((s, y, rho), alpha) in zip(steps, alphas.reversed()) {
        let beta = rho * dot(y, direction)
        add(&direction, s, alpha - beta)
      }
      let slope = dot(gradient, direction)
      guard slope < 0 else { break }
      var step = 1.0
      var newGradient = gradient
      var newPoint = point
      var newValue = value
      var found = false
      for _ in 0..<20 {
        newPoint = point
        add(&newPoint, direction, step)
        newValue = loss(samples, newPoint, &newGradient)
        if newValue <= value + 1e-4 * step * slope {
          found = true
          break
        }
        step /= 2
      }
      guard found else { break }
      var s = newPoint, y = newGradient
      add(&s, point, -1)
      add(&y, gradient, -1)
      let curvature = dot(s, y)
      if curvature > 1e-12 {
        steps.append((s, y, 1 / curvature))
        if steps.count > memory { steps.removeFirst() }
      }
      let gain = value - newValue
      point = newPoint
      gradient = newGradient
      value = newValue
      if norm(gradient) < tolerance * first || gain < 1e-7 * value { break }
    }
    return point
  }

  private func loss(_ samples: [Sample], _ point: [Double], _ gradient: inout [Double]) -> Double {
    let bias = point.count - 1
    var value = 0.0
    for index in 0..<bias {
      gradient[index] = point[index] / c
      value += point[index] * point[index] / (2 * c)
    }
    gradient[bias] = 0
    point.withUnsafeBufferPointer { point in
      gradient.withUnsafeMutableBufferPointer { gradient in
        for sample in samples {
          var score = point[bias] + sample.offset
          for bucket in sample.buckets { score += point[Int(bucket)] }
          let signed = sample.label ? score : -score
          let weight = Double(sample.weight)
          value += weight * (signed > 0 ? log1pExp(-signed) : -signed + log1pExp(signed))
          let probability = 1 / (1 + exponential(-score))
          let error = weight * (probability - (sample.label ? 1 : 0))
          for bucket in sample.buckets { gradient[Int(bucket)] += error }
          gradient[bias] += error
        }
      }
    }
    return value
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var sum = 0.0
        for index in a.indices { sum += a[index] * b[index] }
        return sum
      }
    }
  }

  private func norm(_ a: [Double]) -> Double { dot(a, a).squareRoot() }

  private func add(_ a: inout [Double], _ b: [Double], _ scale: Double) {
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        for index in a.indices { a[index] += scale * b[index] }
      }
    }
  }
}
