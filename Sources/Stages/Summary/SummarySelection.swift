/// Chooses sentences by score, budget, redundancy and coherence.
///
/// Greedy: the best sentence by score, less what the chosen ones have said already. A word is said once, so
/// all updates together cost one pass over the words; scores only fall, so a heap with late repair finds the
/// best.
struct SummarySelection {
  /// How much of a sentence's score goes when all of its words have been said.
  private static let redundancy: Float = 0.5
  /// A sentence brings at most so many others that it points back to.
  private static let longestUnit = 3

  let sentences: [SentenceWords]
  let scores: [Float]
  let isCandidate: [Bool]
  /// Sentences that cannot be taken without the one before.
  let pointsBack: [Bool]
  /// Sentences that nothing stands before: the first of the text and of each turn.
  let opensTurn: [Bool]
  let weights: [Float]

  private var isSaid: [Bool] = []
  private var isChosen: [Bool] = []

  init(
    _ sentences: [SentenceWords], scores: [Float], isCandidate: [Bool], pointsBack: [Bool], opensTurn: [Bool],
    vocabulary: Vocabulary
  ) {
    self.sentences = sentences
    self.scores = scores
    self.isCandidate = isCandidate
    self.pointsBack = pointsBack
    self.opensTurn = opensTurn
    weights = vocabulary.frequencies.map { 1 / Float($0 + 1).squareRoot() }
    isSaid = Array(repeating: false, count: vocabulary.count)
    isChosen = Array(repeating: false, count: sentences.count)
  }

  /// Indices of the chosen sentences, in document order.
  mutating func choose(_ budget: SummaryBudget) -> [Int] {
    let total = sentences.indices.reduce(0) { $0 + (isCandidate[$1] ? sentences[$1].count : 0) }
    let limits = budget.limits(words: total)
    var heap = ScoreHeap()
    for index in sentences.indices where isCandidate[index] { heap.push(scores[index], index) }
    var chosen: [Int] = []
    var words = 0
    while let (old, index) = heap.pop() {
      if isChosen[index] { continue }
      let now = value(index)
      if now < old - 1e-6 {
        heap.push(now, index)
        continue
      }
      guard let unit = unit(of: index) else { continue }
      let more = unit.reduce(0) { $0 + sentences[$1].count }
      let tolerance =
        chosen.isEmpty && unit.count == 1 ? SummaryBudget.firstTolerance : SummaryBudget.tolerance
      guard chosen.count + unit.count <= limits.sentences, Double(words + more) <= limits.words * tolerance
      else { continue }
      for part in unit { take(part) }
      chosen += unit
      words += more
      if chosen.count >= limits.sentences || Double(words) >= limits.words * SummaryBudget.enough { break }
    }
    return chosen.isEmpty ? fallback() : chosen.sorted()
  }

  private func value(_ index: Int) -> Float {
    var all: Float = 0
    var said: Float = 0
    for word in sentences[index].content {
      all += weights[Int(word)]
      if isSaid[Int(word)] { said += weights[Int(word)] }
    }
    return all > 0 ? scores[index] * (1 - Self.redundancy * said / all) : scores[index]
  }

  private mutating func take(_ index: Int) {
    isChosen[index] = true
    for word in sentences[index].content { isSaid[Int(word)] = true }
  }

  /// The sentence and those before it that its opening needs; `nil` when they cannot be had.
  private func unit(of index: Int) -> [Int]? {
    var unit = [index]
    var first = index
    while pointsBack[first] {
      // The first of all has nothing that it could leave out.
      if first == 0 { break }
      if opensTurn[first] { return nil }
      first -= 1
      if isChosen[first] { break }
      guard isCandidate[first], unit.count < Self.longestUnit else { return nil }
      unit.insert(first, at: 0)
    }
    return unit
  }

  /// A summary is never empty: the shortest of the best five.
  private func fallback() -> [Int] {
    let standing = sentences.indices.filter { isCandidate[$0] && !pointsBack[$0] }
    let usable = standing.isEmpty ? sentences.indices.filter { isCandidate[$0] } : standing
    var heap = ScoreHeap()
    for index in usable { heap.push(scores[index], index) }
    var best: [Int] = []
    while best.count < 5, let (_, index) = heap.pop() { best.append(index) }
    return best.min { (sentences[$0].count, $0) < (sentences[$1].count, $1) }.map { [$0] } ?? []
  }
}
