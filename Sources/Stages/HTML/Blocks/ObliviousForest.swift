internal import CSluiceModels

/// Gradient-boosted trees that ask one question a level, so that a block's leaf is a number of ``depth`` bits.
///
/// All blocks of a page go through a tree side by side. Prokhorenkova et al., CatBoost: unbiased
/// boosting with categorical features (2018).
package struct ObliviousForest: Sendable {
  package static let depth = SLUICE_FOREST_DEPTH
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

  /// The log odds of each block.
  ///
  /// - Parameters:
  ///   - values: columns of `stride` numbers.
  ///   - stride: blocks, rounded up to a multiple of eight.
  func scores(_ values: [Float], stride: Int) -> [Float] {
    var sums = [Int32](repeating: 0, count: stride)
    sluice_forest_sum(columns, thresholds, leaves, trees, values, stride, &sums)
    return sums.map { Float($0) / Self.scale + bias }
  }
}
