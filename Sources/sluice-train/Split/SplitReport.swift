import SluiceSentences

/// Scores by set, as a table.
struct SplitReport {
  private var whole: [String: SplitScore] = [:]
  private var interior: [String: SplitScore] = [:]

  mutating func add(_ documents: [SplitDocument], _ splitter: SentenceTraining) {
    for document in documents {
      let ranges = splitter.split(document.text)
      whole[document.set, default: SplitScore()] += .of(document, ranges, interior: false)
      interior[document.set, default: SplitScore()] += .of(document, ranges, interior: true)
    }
  }

  var table: String {
    let rows = whole.sorted { $0.key < $1.key }.map { name, score in
      let inner = interior[name] ?? SplitScore()
      return "\(name.padding(14)) \(score.f1.digits) \(inner.f1.digits)  +\(score.wrong) -\(score.missing)"
    }
    let macro = mean(whole.values.map(\.f1)), inner = mean(interior.values.map(\.f1))
    return (rows + ["\("macro".padding(14)) \(macro.digits) \(inner.digits)"]).joined(separator: "\n")
  }

  private func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}

extension Double {
  /// Four digits behind the point.
  var digits: String {
    let scaled = Int((self * 10_000).rounded())
    return "\(scaled / 10_000).\(String(scaled % 10_000 + 10_000).dropFirst())"
  }
}

extension String {
  func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
