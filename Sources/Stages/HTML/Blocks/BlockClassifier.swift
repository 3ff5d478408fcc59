/// Decides which blocks of a page are its main text.
///
/// This file is the whole of the decision: rows of ``BlockFeatures`` in, one flag a block out. It is a weighted
/// sum of all evidence (logistic regression), set against a threshold that is stricter on pages of one article,
/// where next to everything else is boilerplate. `sluice-train parse` fits the weights.
enum BlockClassifier {
  /// Changes whenever an answer may.
  static let model = "blocks-linear-2"

  /// In log odds.
  private static let articleThreshold: Float = 0.5
  private static let threshold: Float = -0.3
  /// How much less is asked of a block that two clearly wanted ones enclose.
  private static let enclosedBonus: Float = 1.5

  static func keep(_ features: BlockFeatures, by weights: BlockWeights = .shipped) -> [Bool] {
    let scores = scores(features, by: weights)
    let threshold = features.isArticle ? articleThreshold : threshold
    var keep = scores.map { $0 > threshold }
    for index in scores.indices where !keep[index] {
      // Speaker labels, short replies and subheadings stand between the paragraphs that they belong to.
      let isEnclosed =
        index > 0 && scores[index - 1] > threshold
        && index + 1 < scores.count && scores[index + 1] > threshold
      let hasLinks = features[index, 2] > 0.5
      if isEnclosed, !hasLinks, scores[index] + enclosedBonus > threshold { keep[index] = true }
    }
    return keep
  }

  /// Log odds of each block.
  static func scores(_ features: BlockFeatures, by table: BlockWeights = .shipped) -> [Float] {
    table.columns.withUnsafeBufferPointer { weights in
      features.values.withUnsafeBufferPointer { values in
        (0..<features.count).map { block in
          var sum = table.bias
          let row = block * BlockFeatures.width
          for column in 0..<BlockFeatures.width { sum += weights[column] * values[row + column] }
          return sum
        }
      }
    }
  }
}
