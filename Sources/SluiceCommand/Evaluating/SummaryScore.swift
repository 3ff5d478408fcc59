/// Scores summaries by ROUGE-1, ROUGE-2 and ROUGE-L F1 (Lin, 2004) over stems, as the package rouge-score counts them.
///
/// Of several references, each measure takes the best.
struct SummaryScore {
  struct Rouge {
    var one = 0.0
    var two = 0.0
    var longest = 0.0
  }

  /// By set, in order of appearance: the sums over its documents.
  private(set) var rows: [(name: String, count: Int, sum: Rouge)] = []

  mutating func add(_ summary: String, references: [String], set: String) {
    let words = Self.stems(summary)
    var best = Rouge()
    for reference in references {
      let wanted = Self.stems(reference)
      best.one = max(best.one, Self.f1(Self.grams(words, 1), Self.grams(wanted, 1)))
      best.two = max(best.two, Self.f1(Self.grams(words, 2), Self.grams(wanted, 2)))
      best.longest = max(
        best.longest, Self.f1(Self.longestCommon(words, wanted), words.count, wanted.count))
    }
    let index = rows.firstIndex { $0.name == set } ?? rows.count
    if index == rows.count { rows.append((set, 0, Rouge())) }
    rows[index].count += 1
    rows[index].sum.one += best.one
    rows[index].sum.two += best.two
    rows[index].sum.longest += best.longest
  }

  /// Means by set.
  var means: [(name: String, count: Int, rouge: Rouge)] {
    rows.map { row in
      let count = Double(max(1, row.count))
      return (
        row.name, row.count,
        Rouge(one: row.sum.one / count, two: row.sum.two / count, longest: row.sum.longest / count)
      )
    }
  }

  /// Means of the sets.
  var macro: Rouge {
    let means = means
    let count = Double(max(1, means.count))
    return Rouge(
      one: means.reduce(0) { $0 + $1.rouge.one } / count, two: means.reduce(0) { $0 + $1.rouge.two } / count,
      longest: means.reduce(0) { $0 + $1.rouge.longest } / count)
  }

  /// Runs of small letters a-z and digits; those of more than three characters by their stems.
  static func stems(_ text: String) -> [String] {
    let isWord: (UInt8) -> Bool = { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    return text.lowercased().utf8.split { !isWord($0) }.map { word in
      word.count > 3 ? EnglishStem.stem(Array(word)) : String(decoding: word, as: UTF8.self)
    }
  }

  private static func grams(_ words: [String], _ size: Int) -> [String: Int] {
    guard words.count >= size else { return [:] }
    return (0...words.count - size).reduce(into: [:]) {
      $0[words[$1..<$1 + size].joined(separator: " "), default: 0] += 1
    }
  }

  private static func f1(_ common: Int, _ a: Int, _ b: Int) -> Double {
    common > 0 ? 2 * Double(common) / Double(a + b) : 0
  }

  private static func f1(_ a: [String: Int], _ b: [String: Int]) -> Double {
    f1(a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) }, a.values.reduce(0, +), b.values.reduce(0, +))
  }

  private static func longestCommon(_ a: [String], _ b: [String]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for word in a {
      var diagonal = 0
      for (index, other) in b.enumerated() {
        let above = row[index + 1]
        row[index + 1] = word == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
