/// Gradient-boosted trees that ask one question a level, so that a block's leaf is a number of ``depth`` bits.
///
/// All blocks of a page go through a tree side by side, eight at a time. Prokhorenkova et al., CatBoost: unbiased
/// boosting with categorical features (2018).
package struct ObliviousForest: Sendable {
  package static let depth = 6
  /// Leaves are written in this many parts of one.
  package static let scale: Float = 4096

  /// Column and threshold of each level of each tree; a block goes right when its value is above.
  package let columns: [UInt16]
  package let thresholds: [Float]
  /// 64 log odds a tree, in parts of one.
  package let leaves: [Int16]
  package let bias: Float

  package init(columns: [UInt16], thresholds: [Float], leaves: [Int16], bias: Float) {
    precondition(
      columns.count == thresholds.count && leaves.count == (columns.count / Self.depth) << Self.depth,
      "six questions and 64 leaves a tree")
    (self.columns, self.thresholds, self.leaves, self.bias) = (columns, thresholds, leaves, bias)
  }

  package var trees: Int { columns.count / Self.depth }

  /// Adds the log odds of each block to a column of eight or a multiple of it.
  ///
  /// - Parameters:
  ///   - values: columns of `stride` numbers.
  ///   - stride: blocks, rounded up to a multiple of eight.
  func scores(_ values: UnsafeBufferPointer<Float>, stride: Int) -> [Float] {
    let groups = stride / 8
    var sums = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: groups)
    guard let base = values.baseAddress else { return [] }
    let vectors = UnsafeRawPointer(base)
    columns.withUnsafeBufferPointer { columns in
      thresholds.withUnsafeBufferPointer { thresholds in
        leaves.withUnsafeBufferPointer { leaves in
          sums.withUnsafeMutableBufferPointer { sums in
            for tree in 0..<trees {
              let first = tree * Self.depth
              let leaf = leaves.baseAddress.unsafelyUnwrapped + tree << Self.depth
              for group in 0..<groups {
                var index = SIMD8<UInt32>(repeating: 0)
                for level in 0..<Self.depth {
                  let at = (Int(columns[first + level]) * stride + group * 8) * 4
                  let value = vectors.loadUnaligned(fromByteOffset: at, as: SIMD8<Float>.self)
                  let above = value .> SIMD8(repeating: thresholds[first + level])
                  index.replace(with: index | SIMD8(repeating: 1 << UInt32(level)), where: above)
                }
                var step = SIMD8<Float>(repeating: 0)
                for lane in 0..<8 { step[lane] = Float(leaf[Int(index[lane])]) }
                sums[group] += step
              }
            }
          }
        }
      }
    }
    var scores = [Float](repeating: 0, count: stride)
    for group in 0..<groups {
      for lane in 0..<8 { scores[group * 8 + lane] = sums[group][lane] / Self.scale + bias }
    }
    return scores
  }
}
