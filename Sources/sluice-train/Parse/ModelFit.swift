import SluiceHTML

/// Fits a ``BlockModel``: odds of words and names, the first forest, the second forest on what the first says of
/// pages that it was not fitted to, and the rule that draws the line.
struct ModelFit {
  let sets: [PageSet]
  /// Fold of each page, set by set.
  let folds: [Int]
  let pages: [LabelledPage]
  let setOf: [Int]
  var forest = ForestFit()

  /// Judgements of pages by models that were not fitted to them.
  private(set) var heldOut: [BlockModel] = []
  private(set) var model = BlockModel.neutral

  private let starts: [Int]
  private let rows: Int
  private var labels: [Bool] = []
  private var weights: [Float] = []
  private var groups: [Int32] = []

  init(_ sets: [PageSet], fold: (_ set: Int, LabelledPage) -> Int) {
    self.sets = sets
    var (pages, setOf, folds): ([LabelledPage], [Int], [Int]) = ([], [], [])
    for (index, set) in sets.enumerated() {
      for page in set.pages {
        pages.append(page)
        setOf.append(index)
        folds.append(fold(index, page))
      }
    }
    (self.pages, self.setOf, self.folds) = (pages, setOf, folds)
    var starts = [0]
    for page in pages { starts.append(starts[starts.count - 1] + page.labels.count) }
    self.starts = starts
    rows = starts[starts.count - 1]
    for (index, page) in pages.enumerated() {
      for block in page.labels.indices {
        labels.append(page.labels[block] ?? false)
        weights.append(page.weight(of: block) * sets[setOf[index]].weight)
        groups.append(Int32(index))
      }
    }
  }

  private var foldCount: Int { (folds.max() ?? 0) + 1 }

  /// Rows with a label of the pages that are wanted.
  private func rows(where isWanted: (Int) -> Bool) -> [Int32] {
    pages.indices.filter(isWanted).flatMap { page in
      (starts[page]..<starts[page + 1]).filter { weights[$0] > 0 }.map(Int32.init)
    }
  }

  private func bin(_ values: [[Float]], columns: Int) -> BinnedColumns {
    BinnedColumns(rows: rows, columns: columns) { column, into in
      for (page, values) in values.enumerated() {
        let stride = pages[page].page.stride
        for block in 0..<(starts[page + 1] - starts[page]) {
          into[starts[page] + block] = values[column * stride + block]
        }
      }
    }
  }

  private func fit(_ data: BinnedColumns, where isWanted: (Int) -> Bool) -> ObliviousForest {
    forest.fit(data, rows: rows(where: isWanted), labels: labels, weights: weights, groups: groups)
  }

  /// - Parameter log: hears of each step.
  mutating func run(final: Bool = true, log: (String) -> Void) {
    let tables = (0..<foldCount).map { fold in
      EvidenceFit.tables(pages.indices.filter { folds[$0] != fold }.map { pages[$0] })
    }
    log("tables: \(tables[0].words.entries.count) words, \(tables[0].names.entries.count) names")
    let first = pages.indices.map { pages[$0].page.columns(tables[folds[$0]]) }
    let binned = bin(first, columns: TrainingPage.firstColumns)
    log("\(rows) blocks, \(TrainingPage.firstColumns) columns")
    let firstForests = (0..<foldCount).map { fold in fit(binned) { folds[$0] != fold } }
    log("first forests")
    let scores = pages.indices.map { page in
      pages[page].page.score(first[page], by: firstForests[folds[page]])
    }
    let second = pages.indices.map { page in
      pages[page].page.columns(tables[folds[page]], first: scores[page])
    }
    let binnedSecond = bin(second, columns: TrainingPage.secondColumns)
    let secondForests = (0..<foldCount).map { fold in fit(binnedSecond) { folds[$0] != fold } }
    log("second forests")
    heldOut = (0..<foldCount).map { fold in
      BlockModel(
        tables: tables[fold], first: firstForests[fold], second: secondForests[fold],
        rule: .even)
    }
    let rule = RuleFit(self, pages.indices.map { pages[$0].page.scores(by: heldOut[folds[$0]]) }).best(
      log: log)
    for fold in heldOut.indices { heldOut[fold].rule = rule }
    guard final else { return }
    model = BlockModel(
      tables: EvidenceFit.tables(pages), first: fit(binned) { _ in true },
      second: fit(binnedSecond) { _ in true },
      rule: rule)
    log("model")
  }
}
