import Sluice

/// Scores sentence boundaries: the places behind the last character of a sentence that is no white space.
///
/// The end of a text's last sentence is trivial and not counted; boundaries in text that gold leaves out are not
/// either.
struct SentenceScore {
  /// By data set, in order of appearance.
  private(set) var rows: [(name: String, counts: HitCounts)] = []

  var micro: HitCounts {
    rows.reduce(into: HitCounts()) {
      $0.right += $1.counts.right
      $0.wrong += $1.counts.wrong
      $0.missed += $1.counts.missed
    }
  }

  var macroF1: Double { rows.reduce(0) { $0 + $1.counts.f1 } / Double(max(1, rows.count)) }

  mutating func add(_ text: [Unicode.Scalar], gold: [Range<Int>], predicted: [Range<Int>], set: String) {
    var wanted = Self.boundaries(text, gold)
    var found = Self.boundaries(text, predicted)
    if let last = wanted.max() {
      wanted.remove(last)
      found = found.filter { $0 < last }
    }
    found.remove(text.count - text.reversed().prefix(while: CodePoints.isSpace).count)
    for gap in Self.uncovered(text, gold) {
      found = found.filter { wanted.contains($0) || !(gap.lowerBound < $0 && $0 <= gap.upperBound) }
    }
    let index = rows.firstIndex { $0.name == set } ?? rows.count
    if index == rows.count { rows.append((set, HitCounts())) }
    rows[index].counts.right += wanted.intersection(found).count
    rows[index].counts.wrong += found.subtracting(wanted).count
    rows[index].counts.missed += wanted.subtracting(found).count
  }

  private static func boundaries(_ text: [Unicode.Scalar], _ sentences: [Range<Int>]) -> Set<Int> {
    var result: Set<Int> = []
    for sentence in sentences {
      var end = min(sentence.upperBound, text.count)
      while end > sentence.lowerBound, CodePoints.isSpace(text[end - 1]) { end -= 1 }
      if end > sentence.lowerBound { result.insert(end) }
    }
    return result
  }

  /// Stretches between gold sentences that are not blank.
  private static func uncovered(_ text: [Unicode.Scalar], _ gold: [Range<Int>]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var previous = 0
    for sentence in gold.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      let end = min(sentence.lowerBound, text.count)
      if previous < end, !text[previous..<end].allSatisfy(CodePoints.isSpace) {
        gaps.append(previous..<sentence.lowerBound)
      }
      previous = sentence.upperBound
    }
    return gaps
  }
}
