import Sluice

/// Scores the removal of hesitations, repetitions and restarts: of the words that people marked, how many went, and
/// how many others did.
struct CleaningScore {
  struct Counts {
    /// Words that went and should, that went and should not, and that should and did not.
    var gone = HitCounts()
    /// All that should stay.
    var fluent = 0

    /// The share of what should stay that went.
    var overDeletion: Double { Double(gone.wrong) / Double(max(1, fluent)) }

    fileprivate mutating func add(isGone: Bool, isWanted: Bool) {
      if !isWanted { fluent += 1 }
      if isGone, isWanted { gone.right += 1 }
      if isGone, !isWanted { gone.wrong += 1 }
      if !isGone, isWanted { gone.missed += 1 }
    }
  }

  /// Of tokens with a letter or digit, and of all.
  private(set) var words = Counts()
  private(set) var tokens = Counts()

  /// - Parameters:
  ///   - gold: ranges of tokens in code points, each with whether it should go.
  mutating func add(_ document: Document, _ text: CodePoints, gold: [(range: Range<Int>, isGone: Bool)]) {
    var isKept = [Bool](repeating: false, count: text.scalars.count)
    for segment in document.alignment.segments where segment.kind != .inserted {
      let first = text.index(ofByte: Int(segment.source.start))
      let last = text.index(ofByte: Int(segment.source.end))
      for place in first..<max(first, last) { isKept[place] = true }
    }
    for (range, isWanted) in gold {
      let range = range.clamped(to: 0..<text.scalars.count)
      // A token is gone when half of it is.
      let isGone = !range.isEmpty && range.count { !isKept[$0] } * 2 >= range.count
      tokens.add(isGone: isGone, isWanted: isWanted)
      let isWord = text.scalars[range].contains {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
      if isWord { words.add(isGone: isGone, isWanted: isWanted) }
    }
  }
}
