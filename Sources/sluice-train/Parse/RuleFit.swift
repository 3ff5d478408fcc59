import SluiceHTML

extension DecisionRule {
  /// The same for pages of all kinds.
  static let even = DecisionRule(shifts: (0, 0, 0), limits: (0.15, 0.5))
}

/// Finds the ``DecisionRule`` with the highest mean over the sets of a page F1, by words of labelled blocks.
struct RuleFit {
  private struct Page {
    var kind: Int
    var set: Int
    var scores: [Float]
    var words: [Int]
    var labels: [Bool?]
    /// Blocks that hold each snippet that the text has, and each that it has not.
    var with: [[Int]]
    var without: [[Int]]
    /// Words of the true text; 0 where only snippets are known.
    var truth: Int
  }

  private let pages: [Page]
  private let sets: Int

  init(_ fit: ModelFit, _ scores: [[Float]]) {
    sets = fit.sets.count
    pages = fit.pages.indices.map { index in
      let page = fit.pages[index]
      return Page(
        kind: page.page.kind, set: fit.setOf[index], scores: scores[index], words: page.page.words,
        labels: page.labels, with: page.with.map { Self.blocks(of: page, with: $0) },
        without: page.without.map { Self.blocks(of: page, with: $0) }, truth: page.truth.count)
    }
  }

  private static func blocks(of page: LabelledPage, with snippet: [UInt64]) -> [Int] {
    snippet.isEmpty ? [] : page.words.indices.filter { BlockLabels.contains(page.words[$0], snippet) }
  }

  /// Tries the shifts of one kind of page after the other; a shift has to earn something, lest it follow noise.
  func best(log: (String) -> Void) -> DecisionRule {
    var best = DecisionRule.even
    var value = self.value(best)
    let steps: [Float] = [-1.5, -1.25, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5]
    for kind in [2, 0, 1] {
      for step in steps {
        var rule = best
        switch kind {
        case 0: rule.shifts.news = step
        case 1: rule.shifts.article = step
        default: rule.shifts.other = step
        }
        let found = self.value(rule)
        if found > value { (best, value) = (rule, found) }
      }
    }
    log("rule: shifts \(best.shifts), limits \(best.limits), mean F1 \(value)")
    return best
  }

  private func value(_ rule: DecisionRule) -> Double {
    var sums = [(f1: Double, pages: Double)](repeating: (0, 0), count: sets)
    var snippets = [(right: Double, wrong: Double, missing: Double)](repeating: (0, 0, 0), count: sets)
    for page in pages {
      let shift = [rule.shifts.news, rule.shifts.article, rule.shifts.other][page.kind]
      let probabilities = page.scores.map { Float(1 / (1 + exponential(Double(-$0 - shift)))) }
      let keep = rule.keep(probabilities, words: page.words)
      if page.truth > 0 {
        var (kept, right) = (0, 0)
        for block in keep.indices where keep[block] {
          kept += page.words[block]
          if page.labels[block] == true { right += page.words[block] }
        }
        sums[page.set].f1 += 2 * Double(min(right, page.truth)) / Double(max(1, kept + page.truth))
        sums[page.set].pages += 1
      } else {
        for blocks in page.with {
          if blocks.contains(where: { keep[$0] }) {
            snippets[page.set].right += 1
          } else {
            snippets[page.set].missing += 1
          }
        }
        for blocks in page.without where blocks.contains(where: { keep[$0] }) {
          snippets[page.set].wrong += 1
        }
      }
    }
    var total = 0.0
    for set in 0..<sets {
      if sums[set].pages > 0 {
        total += sums[set].f1 / sums[set].pages
      } else {
        let counts = snippets[set]
        total += 2 * counts.right / max(1, 2 * counts.right + counts.wrong + counts.missing)
      }
    }
    let shifts = [rule.shifts.news, rule.shifts.article, rule.shifts.other]
    return total / Double(sets) - 0.0002 * Double(shifts.reduce(0) { $0 + abs($1) })
  }
}
