import SluiceSummary

/// The sentences that greedily raise ROUGE-1 + ROUGE-2 F1 most: what a ranker is taught to choose (Nallapati,
/// Zhai and Zhou, 2017).
enum GreedyOracle {
  private static let tolerance = 1.15
  /// Sentences that are tried: those that are best alone.
  private static let most = 80

  /// For the reference that its choice recalls best.
  static func best(_ stems: [[UInt64]], lengths: [Int], references: [Rouge.Text], budget: Int) -> Set<Int> {
    var best: (recall: Double, choice: [Int]) = (-1, [])
    let sentences = stems.map(Rouge.Text.init)
    for reference in references {
      let choice = choose(sentences, lengths, reference, budget)
      let words = Rouge.Text(choice.flatMap { stems[$0] }).unigrams
      let common = words.reduce(0) { $0 + min($1.value, reference.unigrams[$1.key] ?? 0) }
      let recall = Double(common) / Double(reference.stems.count + 1)
      if recall > best.recall { best = (recall, choice) }
    }
    return Set(best.choice)
  }

  private static func choose(
    _ sentences: [Rouge.Text], _ lengths: [Int], _ reference: Rouge.Text, _ budget: Int
  ) -> [Int] {
    var candidates = sentences.indices.filter { index in
      sentences[index].unigrams.contains { reference.unigrams[$0.key] != nil }
    }
    if candidates.count > most {
      let alone = candidates.map { index in
        Rouge.f1(sentences[index].unigrams, reference.unigrams)
          + 2 * Rouge.f1(sentences[index].bigrams, reference.bigrams)
      }
      let order = candidates.indices.sorted { (-alone[$0], $0) < (-alone[$1], $1) }
      candidates = order.prefix(most).map { candidates[$0] }
    }
    var chosen: [Int] = []
    var unigrams: [UInt64: Int] = [:]
    var bigrams: [UInt64: Int] = [:]
    var total = 0
    var best = 0.0
    while true {
      var winner: Int?
      for index in candidates where !chosen.contains(index) {
        if !chosen.isEmpty, Double(total + lengths[index]) > tolerance * Double(budget) { continue }
        let value =
          Rouge.f1(unigrams.merging(sentences[index].unigrams, uniquingKeysWith: +), reference.unigrams)
          + Rouge.f1(bigrams.merging(sentences[index].bigrams, uniquingKeysWith: +), reference.bigrams)
        if value > best + 1e-9 { (best, winner) = (value, index) }
      }
      guard let winner else { return chosen }
      chosen.append(winner)
      unigrams.merge(sentences[winner].unigrams, uniquingKeysWith: +)
      bigrams.merge(sentences[winner].bigrams, uniquingKeysWith: +)
      total += lengths[winner]
    }
  }
}
