/// Finds the stretches between ends of sentences in which something may have been taken back: few.
struct RestartScreen {
  private let words: PageWords
  private let isEdited: Bool

  init(_ words: PageWords, isEdited: Bool) {
    self.words = words
    self.isEdited = isEdited
  }

  private static let breaks: PageWords.Gap = [.cutoff, .dash, .ellipsis]

  /// Calls the body for the words of each such stretch.
  func forEach(_ body: (Range<Int>) -> Void) {
    words.hashes.withUnsafeBufferPointer { hashes in
      words.gaps.withUnsafeBufferPointer { gaps in
        var start = 0
        while start < hashes.count {
          var end = start
          var seen: UInt8 = 0
          while true {
            let gap = gaps[end].rawValue
            seen |= gap
            if gap & PageWords.Gap.end.rawValue != 0 || end + 1 == hashes.count { break }
            end += 1
          }
          let isSuspect = seen & Self.breaks.rawValue != 0
          if isSuspect || hasRepeat(start..<end + 1, hashes, gaps) { body(start..<end + 1) }
          start = end + 1
        }
      }
    }
  }

  private func hasRepeat(
    _ range: Range<Int>, _ hashes: UnsafeBufferPointer<UInt64>, _ gaps: UnsafeBufferPointer<PageWords.Gap>
  ) -> Bool {
    // A hesitation between the copies makes the way to the second longer.
    let reach = RestartSegment.longestRepeat + 1
    for index in range {
      let hash = hashes[index]
      if index + 1 < range.upperBound, words.traits[index + 1].contains(.joined), RestartWords.isSubject(hash)
      {
        return true
      }
      let limit = min(range.upperBound, index + 1 + reach)
      var next = index + 1
      while next < limit {
        if hashes[next] == hash, isRepeat(index, next - index, range.upperBound, gaps) {
          return true
        }
        next += 1
      }
    }
    return false
  }

  private func isRepeat(
    _ index: Int, _ distance: Int, _ end: Int, _ gaps: UnsafeBufferPointer<PageWords.Gap>
  ) -> Bool {
    let hashes = words.hashes
    let traits = words.traits
    if isEdited {
      if gaps[index + distance - 1].contains(.comma) { return true }
      if RestartWords.clash(hashes[index + distance - 1], hashes[index + distance]) { return true }
    }
    for offset in 1..<max(distance, 2) where traits[index + offset - 1].contains(.hesitation) { return true }
    if traits[index + distance - 1].contains(.hesitation) { return true }
    guard index + 2 * distance <= end else { return false }
    for offset in 0..<distance where hashes[index + offset] != hashes[index + distance + offset] {
      return false
    }
    return true
  }
}
