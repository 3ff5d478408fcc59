/// A binary heap: the highest score first, the earlier sentence among equals.
struct ScoreHeap {
  private var items: [(score: Float, index: Int)] = []

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    items[a].score != items[b].score ? items[a].score > items[b].score : items[a].index < items[b].index
  }

  mutating func push(_ score: Float, _ index: Int) {
    items.append((score, index))
    var at = items.count - 1
    while at > 0, precedes(at, (at - 1) / 2) {
      items.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  mutating func pop() -> (score: Float, index: Int)? {
    guard let top = items.first else { return nil }
    let last = items.removeLast()
    guard !items.isEmpty else { return top }
    items[0] = last
    var at = 0
    while true {
      var best = at
      for child in [2 * at + 1, 2 * at + 2] where child < items.count && precedes(child, best) {
        best = child
      }
      if best == at { return top }
      items.swapAt(at, best)
      at = best
    }
  }
}
