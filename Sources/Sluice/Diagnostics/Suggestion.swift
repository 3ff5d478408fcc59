/// Finds what a user probably meant.
public enum Suggestion {
  /// `did you mean 'sentences'?` when one of the candidates is close to the word, else `nil`.
  public static func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// The candidate with the smallest edit distance, if that is at most a third of the word's length; ties go to
  /// the alphabetically first.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    // Nobody mistypes a name this long; what stands here is something else.
    guard word.utf8.count <= 100 else { return nil }
    let limit = max(1, word.count / 3)
    return candidates.map { (distance(word, $0), $0) }
      .filter { $0.0 <= limit }
      .min { $0 < $1 }?.1
  }

  /// Damerau-Levenshtein distance with adjacent transpositions, ignoring case.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.lowercased().unicodeScalars)
    let b = Array(b.lowercased().unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
