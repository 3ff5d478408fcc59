import Sluice
import Synchronization

/// How often each rule changed the text, over all documents of a run.
///
/// The copies of a stage that the workers hold share it; it takes part in no document's result.
final class RuleCounts: Sendable {
  private struct Counts {
    var documents = 0
    var fallbacks = 0
    var rules: [String: Int] = [:]
  }

  private let counts = Mutex(Counts())

  /// Adds the edits of one document.
  func add(_ edits: ArraySlice<EditLog.Entry>, isFallback: Bool) {
    var rules: [String: Int] = [:]
    // Edits of one rule stand together.
    var first = edits.startIndex
    while first < edits.endIndex {
      let rule = edits[first].rule
      var end = first + 1
      while end < edits.endIndex, edits[end].rule == rule { end += 1 }
      rules[rule, default: 0] += end - first
      first = end
    }
    counts.withLock { counts in
      counts.documents += 1
      if isFallback { counts.fallbacks += 1 }
      counts.rules.merge(rules, uniquingKeysWith: +)
    }
  }

  /// One line for people, `nil` when nothing was changed.
  var remark: String? {
    let counts = counts.withLock { $0 }
    guard !counts.rules.isEmpty else { return nil }
    let order = counts.rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let total = order.reduce(0) { $0 + $1.value }
    var line = "\(total) edits in \(counts.documents) documents: "
    line += order.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    if counts.fallbacks > 0 { line += "; \(counts.fallbacks) kept their hesitations" }
    return line
  }
}
