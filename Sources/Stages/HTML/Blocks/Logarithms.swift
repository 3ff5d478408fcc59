import Glibc

/// Logarithms of counts.
enum Logarithms {
  private static let table: [Float] = (0..<4096).map { Glibc.log1p(Float($0)) }

  /// The natural logarithm of one more than a count.
  static func log1p(_ count: Int) -> Float {
    count >= 0 && count < 4096 ? table[count] : Glibc.log1p(Float(count))
  }
}
