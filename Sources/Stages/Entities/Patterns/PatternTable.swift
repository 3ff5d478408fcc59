import Sluice

/// All patterns of a stage, found by their first token, so that a text is passed once.
struct PatternTable: Sendable {
  private struct Entry {
    var pattern: TokenPattern
    /// Index of the entry that it was made of.
    var source: Int
  }

  private var entries: [Entry] = []
  private var byExact: [UInt64: [Int]] = [:]
  private var byFolded: [UInt64: [Int]] = [:]
  /// Those that can begin with many tokens.
  private var open: [Int] = []

  mutating func add(_ pattern: TokenPattern, source: Int) {
    let number = entries.count
    entries.append(Entry(pattern: pattern, source: source))
    var isOpen = false
    var exact: Set<UInt64> = []
    var folded: Set<UInt64> = []
    for test in pattern.firstTests {
      switch test {
      case .exact(let hash): exact.insert(hash)
      case .folded(let hash): folded.insert(hash)
      case .shape, .regex, .anything: isOpen = true
      }
    }
    guard !isOpen else { return open.append(number) }
    for hash in exact { byExact[hash, default: []].append(number) }
    for hash in folded { byFolded[hash, default: []].append(number) }
  }

  /// The mentions in document order: at each place the longest, of equal ones the first entry's; none overlap.
  func matches(
    _ tokens: [MatchToken], _ text: UnsafeBufferPointer<UInt8>, checkDeadline: () throws -> Void
  ) rethrows -> [(range: TextRange, source: Int)] {
    var found: [(range: TextRange, source: Int)] = []
    try tokens.withUnsafeBufferPointer { tokens in
      var index = 0
      var steps = 0
      while index < tokens.count {
        steps += 1
        if steps & 0xFFF == 0 { try checkDeadline() }
        var best = 0
        var source = Int.max
        func consider(_ number: Int) {
          let length = entries[number].pattern.longestMatch(tokens, from: index, text)
          guard length > 0, (length, -entries[number].source) > (best, -source) else { return }
          best = length
          source = entries[number].source
        }
        if !byExact.isEmpty { byExact[tokens[index].exact]?.forEach(consider) }
        if !byFolded.isEmpty { byFolded[tokens[index].folded]?.forEach(consider) }
        open.forEach(consider)
        if best > 0 {
          let end = Int(tokens[index + best - 1].end)
          found.append((TextRange(Int(tokens[index].start), end), source))
          index += best
        } else {
          index += 1
        }
      }
    }
    return found
  }
}
