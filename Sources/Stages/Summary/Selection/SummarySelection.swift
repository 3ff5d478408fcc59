/// Chooses sentences by score, budget, redundancy and coherence.
///
/// Greedy: the best sentence by score, less what the chosen ones have said already. A word is said once, so
/// all updates together cost one pass over the words; scores only fall, so a heap with late repair finds the
/// best.
struct SummarySelection {
  /// How much of a sentence's score goes when all of its words have been said, in a short summary. A long one
  /// covers the document, so that saying a thing twice does less harm than leaving one out.
  private static let redundancy: Float = 1
  /// What remains of the score of a sentence that leans only by its first word.
  private static let softFactor: Float = 0.95
  /// A sentence brings at most so many others that it points back to.
  private static let longestUnit = 3

  let sentences: [SentenceWords]
  let scores: [Float]
  let isCandidate: [Bool]
  let coherence: [Coherence]
  /// Sentences that nothing stands before: the first of the text and of each turn.
  let opensTurn: [Bool]
  let weights: [Float]

  private var redundancy: Float = 0
  private var isSaid: [Bool] = []
  private var isChosen: [Bool] = []

  init(
    _ sentences: [SentenceWords], scores: [Float], isCandidate: [Bool], coherence: [Coherence],
    opensTurn: [Bool],
    vocabulary: Vocabulary
  ) {
    self.sentences = sentences
    self.scores = scores
    self.isCandidate = isCandidate
    self.coherence = coherence
    self.opensTurn = opensTurn
    weights = vocabulary.frequencies.map { 1 / Float($0 + 1).squareRoot() }
    isSaid = Array(repeating: false, count: vocabulary.count)
    isChosen = Array(repeating: false, count: sentences.count)
  }

  /// Indices of the chosen sentences, in document order.
  mutating func choose(_ budget: SummaryBudget) -> [Int] {
    let total = sentences.indices.reduce(0) { $0 + (isCandidate[$1] ? sentences[$1].count : 0) }
    let ratio = budget.ratio(of: total, sentences: sentences.count)
    redundancy = Self.redundancy * max(0, 1 - ratio / SentenceRanker.longSummary)
    let limits = budget.limits(words: total)
    var heap = ScoreHeap()
    for index in sentences.indices where isCandidate[index] { heap.push(scores[index], index) }
    var chosen: [Int] = []
    var words = 0
    while let (old, index) = heap.pop() {
      if isChosen[index] { continue }
      guard let unit = unit(of: index) else { continue }
      let now = value(unit)
      if now < old - 1e-6 {
        heap.push(now, index)
        continue
      }
      let more = unit.reduce(0) { $0 + sentences[$1].count }
      let tolerance =
        chosen.isEmpty && unit.count == 1 ? SummaryBudget.firstTolerance : SummaryBudget.tolerance
      guard chosen.count + unit.count <= limits.sentences, Double(words + more) <= limits.words * tolerance
      else { continue }
      for part in unit { take(part) }
      // What pointed back to these needs them no more.
      for part in unit
      where part + 1 < sentences.count && !isChosen[part + 1] && coherence[part + 1] == .pointsBack
        && isCandidate[part + 1]
      {
        heap.push(value(part + 1), part + 1)
      }
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
    let score = coherence[index] == .soft ? scores[index] * Self.softFactor : scores[index]
    return all > 0 ? score * (1 - redundancy * said / all) : score
  }

  /// The mean over the words of what has to be taken together.
  private func value(_ unit: [Int]) -> Float {
    guard unit.count > 1 else { return unit.first.map { value($0) } ?? 0 }
    var sum: Float = 0
    var words: Float = 0
    for index in unit {
      sum += value(index) * Float(sentences[index].count)
      words += Float(sentences[index].count)
    }
    return sum / max(1, words)
  }

  private mutating func take(_ index: Int) {
    isChosen[index] = true
    for word in sentences[index].content { isSaid[Int(word)] = true }
  }

  /// The sentence and those before it that its opening needs; `nil` when they cannot be had.
  private func unit(of index: Int) -> [Int]? {
    var unit = [index]
    var first = index
    while coherence[first] == .pointsBack {
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
    let standing = sentences.indices.filter { isCandidate[$0] && coherence[$0] != .pointsBack }
    let usable = standing.isEmpty ? sentences.indices.filter { isCandidate[$0] } : standing
    var heap = ScoreHeap()
    for index in usable { heap.push(scores[index], index) }
    var best: [Int] = []
    while best.count < 5, let (_, index) = heap.pop() { best.append(index) }
    return best.min { (sentences[$0].count, $0) < (sentences[$1].count, $1) }.map { [$0] } ?? []
  }
}
