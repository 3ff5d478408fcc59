/// All that is learned of how text differs from boilerplate: the odds of words and names, the trees of both passes,
/// and how much is asked of a block.
package struct BlockModel: Sendable {
  package var tables: EvidenceTables
  package var first: ObliviousForest
  package var second: ObliviousForest
  package var rule: DecisionRule

  package init(tables: EvidenceTables, first: ObliviousForest, second: ObliviousForest, rule: DecisionRule) {
    (self.tables, self.first, self.second, self.rule) = (tables, first, second, rule)
  }
}

/// Which blocks to keep, given how likely each is text: those that make the expected F1 of the page's words highest.
///
/// Lewis, Evaluating and optimizing autonomous text classification systems (1995): the best threshold depends on how
/// sure one can be of the page as a whole; it is half the F1 that can be reached.
package struct DecisionRule: Sendable {
  /// Added to all log odds on pages that declare themselves news, articles of another kind, and on others.
  package var shifts: (news: Float, article: Float, other: Float)
  /// The least and the highest threshold, as probabilities.
  package var limits: (least: Float, most: Float)

  package init(shifts: (news: Float, article: Float, other: Float), limits: (least: Float, most: Float)) {
    (self.shifts, self.limits) = (shifts, limits)
  }

  func shift(_ kinds: PageEvidence.Kinds) -> Float {
    kinds.contains(.news) ? shifts.news : kinds.contains(.article) ? shifts.article : shifts.other
  }

  package func keep(_ probabilities: [Float], words: [Int]) -> [Bool] {
    let order = probabilities.indices.sorted { (probabilities[$0], $1) > (probabilities[$1], $0) }
    var wanted: Float = 0
    for index in order { wanted += probabilities[index] * Float(words[index]) }
    var (kept, right, best, threshold): (Float, Float, Float, Float) = (0, 0, 0, limits.most)
    for index in order {
      kept += Float(words[index])
      right += probabilities[index] * Float(words[index])
      let f1 = 2 * right / max(1e-6, kept + wanted)
      if f1 > best { (best, threshold) = (f1, probabilities[index]) }
    }
    threshold = min(limits.most, max(limits.least, threshold))
    return probabilities.map { $0 >= threshold }
  }
}
