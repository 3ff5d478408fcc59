import Sluice

/// What a speaker took back: words said twice, words cut off, and starts that were given up.
///
/// `I was — I was there` becomes `I was there`, `the comm- the problem` `the problem`. A learned tagger decides, on
/// places that look like it; whatever it says, negations, numbers, names and whole sentences stay, unless of words
/// said twice a copy stays.
struct RestartRule {
  /// Scores that a word needs at the levels clean and edited.
  static let cleanThreshold: Float = 4
  static let editedThreshold: Float = -1

  let isEdited: Bool
  var table = RestartTable.shipped

  func edits(in page: CleaningPage) -> [Edit] {
    let words = page.scan.words
    let bytes = page.bytes
    var tagger = RestartTagger(
      table: table, threshold: isEdited ? Self.editedThreshold : Self.cleanThreshold, isEdited: isEdited)
    var segment = RestartSegment()
    var edits: [Edit] = []
    RestartScreen(words, isEdited: isEdited).forEach { range in
      segment.removeAll()
      for word in range { segment.add(word, of: words, bytes) }
      guard segment.count > 1, tagger.tag(segment, words, bytes) else { return }
      edits += self.edits(segment, tagger.isTaken, words, bytes)
    }
    return edits
  }

  private func edits(
    _ segment: RestartSegment, _ isTaken: [Bool], _ words: PageWords, _ bytes: [UInt8]
  ) -> [Edit] {
    guard isTaken.contains(false) else { return [] }
    var result: [Edit] = []
    var first = 0
    while first < segment.count {
      guard isTaken[first] else {
        first += 1
        continue
      }
      var last = first
      while last + 1 < segment.count, isTaken[last + 1] { last += 1 }
      // The next word is the whole of a last one that was cut off: what stands before has nothing to do with it.
      if last + 1 < segment.count, segment[last].isCutOff,
        segment.isStart(last, of: last + 1, letters: nil, words, bytes)
      {
        first = last
      }
      if let edit = edit(RestartRun(segment: segment, words: words, bytes: bytes, first: first, last: last)) {
        // A second copy that went with the first run is not looked at again.
        if (result.last?.range.end ?? 0) <= edit.range.start { result.append(edit) }
      }
      first = last + 1
    }
    return result
  }

  private func edit(_ run: RestartRun) -> Edit? {
    guard let range = run.range else { return nil }
    let rule: String
    if run.isRepeated {
      rule = run.first == run.last ? "asr.repeat1" : "asr.repeat2"
    } else {
      rule = run.isCutOff ? "asr.cutoff" : "asr.restart"
    }
    return Edit(TextRange(range), rule: rule, kind: run.isRepeated ? .repetition : .falseStart)
  }
}
