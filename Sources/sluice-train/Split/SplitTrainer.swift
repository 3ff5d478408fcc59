import Sluice
import SluiceSentences

/// Trains a ``BoundaryTable`` on annotated documents.
struct SplitTrainer {
  /// Buckets of the weight table, as a power of two.
  var bits = 14
  /// Slots of the case table, as a power of two.
  var caseBits = 13
  /// How closely to fit: see ``LogisticRegression``.
  var c = 0.3
  /// The log-odds that the opinion of the rules counts for.
  var prior = 5.0

  /// Sets count by (size / candidates) ^ power, at most the limit, so that a large one does not rule.
  private let setSize = 4500.0, setPower = 0.7, setLimit = 4.0

  func train(_ documents: [SplitDocument]) -> BoundaryTable {
    let cases = caseTable(documents)
    let training = SentenceTraining()
    var bySet: [String: [LogisticRegression.Sample]] = [:]
    let mask = UInt32(1 << bits - 1)
    for document in documents {
      let gold = document.boundaries
      for example in training.examples(document.text, cases: cases) {
        bySet[document.set, default: []].append(
          .init(
            buckets: example.buckets.map { $0 & mask }, label: gold.contains(example.offset), weight: 1,
            offset: example.rulesSay ? prior : -prior))
      }
    }
    var samples: [LogisticRegression.Sample] = []
    for (_, rows) in bySet.sorted(by: { $0.key < $1.key }) {
      let weight = Float(min(setLimit, power(setSize / Double(rows.count), setPower)))
      for var row in rows {
        row.weight = weight
        samples.append(row)
      }
    }
    let weights = LogisticRegression(c: c).fit(samples, bucketCount: 1 << bits)
    let largest = weights.dropLast().map(abs).max() ?? 0
    let scale = max(largest, 1e-9) / 127
    return BoundaryTable(
      weights: weights.dropLast().map { Int8(clamping: Int(($0 / scale).rounded())) },
      prior: Float(prior), bias: Float(weights.last ?? 0), scale: Float(scale), cases: cases)
  }

  private func caseTable(_ documents: [SplitDocument]) -> CaseTable {
    var counts: [UInt64: (lower: Int, other: Int)] = [:]
    for document in documents {
      SentenceTraining.words(document.text) { hash, isLower in
        if isLower {
          counts[hash, default: (0, 0)].lower += 1
        } else {
          counts[hash, default: (0, 0)].other += 1
        }
      }
    }
    let words = counts.filter { $0.value.lower + $0.value.other >= 3 }
      .sorted { a, b in
        (a.value.lower + a.value.other, a.key) > (b.value.lower + b.value.other, b.key)
      }
    return CaseTable(
      words.map { ($0.key, CaseTable.share(lower: $0.value.lower, other: $0.value.other)) }, bits: caseBits)
  }
}
