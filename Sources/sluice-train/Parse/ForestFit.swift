import SluiceHTML

/// Columns of numbers cut into at most 32 bins each.
struct BinnedColumns {
  static let bins = 32

  let rows: Int
  let columns: Int
  /// Column by column.
  private(set) var values: [UInt8]
  /// Upper bounds of all bins of a column but the last.
  private(set) var borders: [[Float]]

  /// - Parameter fill: writes a column of `rows` numbers.
  init(rows: Int, columns: Int, _ fill: (_ column: Int, _ into: inout [Float]) -> Void) {
    self.rows = rows
    self.columns = columns
    values = Array(repeating: 0, count: rows * columns)
    borders = []
    var column = [Float](repeating: 0, count: rows)
    for index in 0..<columns {
      fill(index, &column)
      let bounds = Self.borders(column)
      borders.append(bounds)
      for row in 0..<rows {
        var (low, high) = (0, bounds.count)
        while low < high {
          let middle = (low + high) / 2
          if column[row] > bounds[middle] { low = middle + 1 } else { high = middle }
        }
        values[index * rows + row] = UInt8(low)
      }
    }
  }

  private static func borders(_ column: [Float]) -> [Float] {
    let step = max(1, column.count / 20_000)
    let sample = stride(from: 0, to: column.count, by: step).map { column[$0] }.sorted()
    var distinct: [Float] = []
    for value in sample where distinct.last != value { distinct.append(value) }
    if distinct.count <= bins { return zip(distinct, distinct.dropFirst()).map { ($0 + $1) / 2 } }
    var bounds: [Float] = []
    for part in 1..<bins {
      let value = sample[sample.count * part / bins]
      // Half way to the next value, so that rounding cannot turn an answer.
      let next = sample[(sample.count * part / bins)...].first { $0 > value } ?? value
      let bound = value + (next - value) / 2
      if bounds.last.map({ $0 < bound }) ?? true { bounds.append(bound) }
    }
    return bounds
  }
}

/// Fits an ``ObliviousForest`` by Newton boosting of the logistic loss: deterministic, one thread.
struct ForestFit {
  var trees = 128
  var rate: Float = 0.12
  /// Added to the curvature of a leaf.
  var prior: Float = 20
  /// Shares of the pages and of the columns that a tree is grown on.
  var pageShare: Float = 0.7
  var columnShare: Float = 0.4
  /// Rows of less weight are drawn by it, and count as much as this when drawn.
  var fullWeight: Float = 2

  /// - Parameters:
  ///   - rows: of the columns, in order.
  ///   - group: of each row; the rows of a group are sampled together.
  func fit(
    _ data: BinnedColumns, rows: [Int32], labels: [Bool], weights: [Float], groups: [Int32]
  ) -> ObliviousForest {
    var random = RandomNumbers(seed: 0x5EED)
    var positive: Double = 0
    var all: Double = 0
    for row in rows {
      all += Double(weights[Int(row)])
      if labels[Int(row)] { positive += Double(weights[Int(row)]) }
    }
    let bias = Float(logarithm(max(1e-6, positive) / max(1e-6, all - positive)))
    var scores = [Float](repeating: bias, count: rows.count)
    var columns: [UInt16] = []
    var thresholds: [Float] = []
    var leaves: [Int16] = []
    let usable = (0..<data.columns).filter { !data.borders[$0].isEmpty }
    var growth = TreeGrowth(prior: prior)
    for _ in 0..<trees {
      growth.active.removeAll(keepingCapacity: true)
      growth.gradients.removeAll(keepingCapacity: true)
      let salt = UInt32(truncatingIfNeeded: random.next())
      let limit = UInt32(pageShare * Float(UInt32.max))
      for (place, row) in rows.enumerated() {
        guard Self.draw(UInt32(bitPattern: groups[Int(row)]) ^ salt) < limit else { continue }
        var weight = weights[Int(row)]
        if weight < fullWeight {
          let share = UInt32(weight / fullWeight * Float(UInt32.max - 1024))
          guard Self.draw(UInt32(bitPattern: row) &* 0x6C8E_9CF5 &+ salt) < share else { continue }
          weight = fullWeight
        }
        let probability = 1 / (1 + Float(exponential(Double(-scores[place]))))
        let error = probability - (labels[Int(row)] ? 1 : 0)
        growth.active.append(row)
        growth.gradients.append(
          SIMD2(weight * error, weight * max(1e-4, probability * (1 - probability))))
      }
      let candidates = usable.filter { _ in
        UInt32(truncatingIfNeeded: random.next() >> 16) < UInt32(columnShare * Float(UInt32.max))
      }
      let grown = growth.grow(data, candidates)
      for level in grown.levels {
        columns.append(UInt16(level.column))
        thresholds.append(data.borders[level.column][level.border])
      }
      let step = grown.leaves.map { Int16(max(-32_000, min(32_000, $0 * -rate * ObliviousForest.scale))) }
      leaves += step
      data.values.withUnsafeBufferPointer { bins in
        for (place, row) in rows.enumerated() {
          var leaf = 0
          for (bit, level) in grown.levels.enumerated()
          where bins[level.column * data.rows + Int(row)] > level.border {
            leaf |= 1 << bit
          }
          scores[place] += Float(step[leaf]) / ObliviousForest.scale
        }
      }
    }
    return ObliviousForest(columns: columns, thresholds: thresholds, leaves: leaves, bias: bias)
  }

  private static func draw(_ seed: UInt32) -> UInt32 {
    var draw = (seed ^ seed >> 16) &* 0x9E37_79B1
    draw = (draw ^ draw >> 15) &* 0x85EB_CA77
    return draw ^ draw >> 13
  }
}

/// Grows one tree.
struct TreeGrowth {
  let prior: Float
  var active: [Int32] = []
  /// First and second derivatives of the loss of each active row.
  var gradients: [SIMD2<Float>] = []
  private var leafOf: [UInt8] = []
  private var histogram: [SIMD2<Float>] = []

  init(prior: Float) { self.prior = prior }

  mutating func grow(
    _ data: BinnedColumns, _ candidates: [Int]
  ) -> (levels: [(column: Int, border: Int)], leaves: [Float]) {
    leafOf = Array(repeating: 0, count: active.count)
    var levels: [(column: Int, border: Int)] = []
    for level in 0..<ObliviousForest.depth {
      var best: (gain: Float, column: Int, border: Int) = (-1, candidates.first ?? 0, 0)
      for column in candidates {
        let found = gain(data, column, leaves: 1 << level)
        if found.gain > best.gain { best = (found.gain, column, found.border) }
      }
      levels.append((best.column, best.border))
      data.values.withUnsafeBufferPointer { bins in
        for place in active.indices
        where bins[best.column * data.rows + Int(active[place])] > best.border {
          leafOf[place] |= 1 << UInt8(level)
        }
      }
    }
    var sums = [SIMD2<Float>](repeating: .zero, count: 1 << ObliviousForest.depth)
    for place in active.indices { sums[Int(leafOf[place])] += gradients[place] }
    return (levels, sums.map { $0.x / ($0.y + prior) })
  }

  private mutating func gain(
    _ data: BinnedColumns, _ column: Int, leaves: Int
  ) -> (gain: Float, border: Int) {
    let bins = BinnedColumns.bins
    histogram.removeAll(keepingCapacity: true)
    for _ in 0..<leaves * bins { histogram.append(.zero) }
    histogram.withUnsafeMutableBufferPointer { histogram in
      data.values.withUnsafeBufferPointer { values in
        active.withUnsafeBufferPointer { active in
          leafOf.withUnsafeBufferPointer { leafOf in
            gradients.withUnsafeBufferPointer { gradients in
              let start = column * data.rows
              for place in 0..<active.count {
                let bin = Int(values[start + Int(active[place])])
                histogram[Int(leafOf[place]) * bins + bin] += gradients[place]
              }
            }
          }
        }
      }
    }
    let borders = data.borders[column].count
    var gains = [Float](repeating: 0, count: borders)
    for leaf in 0..<leaves {
      var all = SIMD2<Float>.zero
      for bin in 0...borders { all += histogram[leaf * bins + bin] }
      if all.y <= 0 { continue }
      var left = SIMD2<Float>.zero
      for border in 0..<borders {
        left += histogram[leaf * bins + border]
        let right = all - left
        gains[border] += left.x * left.x / (left.y + prior) + right.x * right.x / (right.y + prior)
      }
    }
    var best: (gain: Float, border: Int) = (-1, 0)
    for border in 0..<borders where gains[border] > best.gain { best = (gains[border], border) }
    return best
  }
}

/// SplitMix64.
struct RandomNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
