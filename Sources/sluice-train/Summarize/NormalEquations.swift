/// Gradient and Hessian of a logistic loss; the bias is the last column.
struct NormalEquations {
  var gradient: [Double]
  /// The lower triangle counts, row by row.
  var matrix: [Double]
  private let width: Int
  private var columns: [Int] = []
  private var scaled: [Double] = []

  init(width: Int) {
    self.width = width
    gradient = Array(repeating: 0, count: width)
    matrix = Array(repeating: 0, count: width * width)
  }

  /// Adds a row; most of its values are zero.
  mutating func add(
    _ row: Slice<UnsafeBufferPointer<Float>>, _ scale: [Double], _ point: [Double], _ label: Bool,
    _ weight: Double
  ) {
    columns.removeAll(keepingCapacity: true)
    scaled.removeAll(keepingCapacity: true)
    var score = point[width - 1]
    for (column, value) in row.enumerated() where value != 0 {
      columns.append(column)
      scaled.append(Double(value) * scale[column])
      score += point[column] * Double(value) * scale[column]
    }
    columns.append(width - 1)
    scaled.append(1)
    let probability = 1 / (1 + exponential(-min(20, max(-20, score))))
    let error = weight * (probability - (label ? 1 : 0))
    let curvature = weight * probability * (1 - probability) + 1e-6
    for (index, column) in columns.enumerated() { gradient[column] += error * scaled[index] }
    columns.withUnsafeBufferPointer { columns in
      scaled.withUnsafeBufferPointer { scaled in
        matrix.withUnsafeMutableBufferPointer { matrix in
          for index in columns.indices {
            let start = columns[index] * width
            let factor = curvature * scaled[index]
            for other in 0...index { matrix[start + columns[other]] += factor * scaled[other] }
          }
        }
      }
    }
  }

  /// The matrix' inverse times the gradient, by Cholesky's decomposition.
  consuming func solve() -> [Double] {
    for row in 0..<width {
      for column in 0...row {
        var sum = matrix[row * width + column]
        for k in 0..<column { sum -= matrix[row * width + k] * matrix[column * width + k] }
        if row == column {
          matrix[row * width + row] = max(sum, 1e-12).squareRoot()
        } else {
          matrix[row * width + column] = sum / matrix[column * width + column]
        }
      }
    }
    var solution = gradient
    for row in 0..<width {
      for k in 0..<row { solution[row] -= matrix[row * width + k] * solution[k] }
      solution[row] /= matrix[row * width + row]
    }
    for row in stride(from: width - 1, through: 0, by: -1) {
      for k in row + 1..<width { solution[row] -= matrix[k * width + row] * solution[k] }
      solution[row] /= matrix[row * width + row]
    }
    return solution
  }
}
