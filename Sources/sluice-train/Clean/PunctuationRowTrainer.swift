/// Rows of numbers in training, by AdaGrad with one sum of squares a row.
struct PunctuationRowTrainer {
  let columns: Int
  private(set) var values: [Float]
  private var squares: [Float]

  init(columns: Int, _ values: [Float]) {
    self.columns = columns
    self.values = values
    squares = [Float](repeating: 0, count: values.count / columns)
  }

  /// Rows of random numbers.
  init(columns: Int, count: Int, spread: Float, _ random: inout SplitMix64) {
    self.init(
      columns: columns,
      (0..<columns * count).map { _ in spread * (Float.random(in: -1...1, using: &random) * 1.7) })
  }

  func copy(_ row: Int, to numbers: UnsafeMutablePointer<Float>) {
    for column in 0..<columns { numbers[column] = values[row * columns + column] }
  }

  /// One step against the gradient of a row.
  mutating func learn(_ row: Int, _ gradient: UnsafePointer<Float>, rate: Float) {
    var sum: Float = 0
    for column in 0..<columns { sum += gradient[column] * gradient[column] }
    squares[row] += sum / Float(columns)
    let step = rate / (squares[row].squareRoot() + 1e-4)
    for column in 0..<columns { values[row * columns + column] -= step * gradient[column] }
  }
}
