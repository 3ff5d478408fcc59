import SluiceSummary

/// Scores summaries by ROUGE-1, ROUGE-2 and ROUGE-L F1 (Lin, 2004) over stems, as the package rouge-score counts them.
///
/// Of several references, each measure takes the best.
struct SummaryScore {
  /// By set, in order of appearance: the sums over its documents.
  private(set) var rows: [(name: String, count: Int, sum: Rouge)] = []

  mutating func add(_ summary: String, references: [String], set: String) {
    let words = Rouge.Text(stems: Self.stems(summary))
    let best = references.reduce(Rouge()) {
      $0.best(with: Rouge(words, Rouge.Text(stems: Self.stems($1))))
    }
    let index = rows.firstIndex { $0.name == set } ?? rows.count
    if index == rows.count { rows.append((set, 0, Rouge())) }
    rows[index].count += 1
    rows[index].sum += best
  }

  /// Means by set.
  var means: [(name: String, count: Int, rouge: Rouge)] {
    rows.map { ($0.name, $0.count, $0.sum * (1 / Double(max(1, $0.count)))) }
  }

  /// Mean of the means.
  var macro: Rouge {
    let means = means
    return means.reduce(into: Rouge()) { $0 += $1.rouge } * (1 / Double(max(1, means.count)))
  }

  /// Runs of small letters a-z and digits; those of more than three characters by their stems.
  static func stems(_ text: String) -> [String] {
    let isWord: (UInt8) -> Bool = { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    return text.lowercased().utf8.split { !isWord($0) }.map { word in
      word.count > 3 ? EnglishStem.stem(Array(word)) : String(decoding: word, as: UTF8.self)
    }
  }
}
