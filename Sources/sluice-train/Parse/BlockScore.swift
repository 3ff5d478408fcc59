/// How well blocks are chosen: by the block, and by the words of each page.
struct BlockScore {
  private var right = 0
  private var wrong = 0
  private var missing = 0
  private var pages: [Double] = []

  mutating func add(_ page: LabelledPage, _ keep: [Bool]) {
    var words: [UInt64] = []
    for (index, kept) in keep.enumerated() {
      if kept { words += page.words[index] }
      switch (kept, page.labels[index]) {
      case (true, true?): right += 1
      case (true, false?): wrong += 1
      case (false, true?): missing += 1
      default: break
      }
    }
    guard !page.truth.isEmpty else { return }
    pages.append(Self.f1(words, page.truth))
  }

  /// F1 over all blocks with precision and recall, and the mean of the pages' F1 over words.
  var line: String {
    let precision = Double(right) / Double(max(1, right + wrong))
    let recall = Double(right) / Double(max(1, right + missing))
    let blocks = 2 * Double(right) / Double(max(1, 2 * right + wrong + missing))
    let words = pages.reduce(0, +) / Double(max(1, pages.count))
    return "blocks \(blocks.digits) (\(precision.digits)/\(recall.digits))  words \(words.digits)"
  }

  /// Of bags of words.
  private static func f1(_ words: [UInt64], _ truth: [UInt64]) -> Double {
    var bag: [UInt64: Int] = [:]
    for word in truth { bag[word, default: 0] += 1 }
    var common = 0
    for word in words {
      guard let left = bag[word], left > 0 else { continue }
      bag[word] = left - 1
      common += 1
    }
    let all = words.count + truth.count
    return all == 0 ? 1 : 2 * Double(common) / Double(all)
  }
}
