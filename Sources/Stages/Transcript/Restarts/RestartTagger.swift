/// Decides which words of a segment the speaker took back: greedy from left to right, by the weights of a table.
struct RestartTagger {
  let table: RestartTable
  /// Score that a word needs to go. Higher is surer: see Models.md for what it costs.
  let threshold: Float
  let isEdited: Bool

  private var open: [Bool] = []
  private var features: [Int] = []
  private(set) var isTaken: [Bool] = []

  init(table: RestartTable, threshold: Float, isEdited: Bool) {
    self.table = table
    self.threshold = threshold
    self.isEdited = isEdited
  }

  /// Fills in ``isTaken``, a flag for each word of the segment.
  ///
  /// - Returns: whether any word is to go.
  mutating func tag(_ segment: RestartSegment, _ page: PageWords, _ bytes: [UInt8]) -> Bool {
    isTaken.removeAll(keepingCapacity: true)
    let sure = SureRestarts(segment: segment, page: page, bytes: bytes, isEdited: isEdited)
    guard segment.windows(isEdited: isEdited, page, bytes, into: &open) else {
      isTaken.append(contentsOf: repeatElement(false, count: segment.count))
      return sure.mark(&isTaken)
    }
    let reader = RestartFeatures(segment: segment, page: page, bytes: bytes)
    var last = 0
    var before = 0
    var isAny = false
    for index in 0..<segment.count {
      var decision = 0
      if open[index] {
        reader.fill(index, last: last, before: before, into: &features)
        decision = table.score(features) > threshold ? 1 : 0
      }
      isTaken.append(decision == 1)
      isAny = isAny || decision == 1
      before = last
      last = decision
    }
    return sure.mark(&isTaken) || isAny
  }
}
