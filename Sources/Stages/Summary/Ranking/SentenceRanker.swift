/// Scores sentences by how well they stand for the document: half by learned weights, half by what they share with
/// all others.
///
/// Weights that are learned on some kinds of documents say little of others; overlap centrality, which needs no
/// training, holds everywhere. A long summary wants coverage, so the longer it is, the more centrality counts.
struct SentenceRanker {
  /// What is known of the document beside its sentences.
  struct Evidence {
    /// Content words of the title.
    var title: [Int32] = []
    /// Mentions of named things in each sentence, weighed by how often the document names them.
    var salience: [Float] = []
  }

  /// One for each of ``SentenceFeatures/names``.
  var weights = RankWeights.shipped
  /// Part of the learned rank in a short summary.
  private static let learnedPart: Float = 0.5
  /// A summary of this part of the document's words is ranked by centrality alone.
  static let longSummary: Float = 0.4
  private static let titleWeight: Float = 0.1
  private static let salienceWeight: Float = 0.04
  private static let questionFactor: Float = 0.7

  /// Higher is better; comparable within the document only.
  ///
  /// - Parameter ratio: part of the document's words that the summary may have.
  func scores(
    _ sentences: [SentenceWords], _ features: SentenceFeatures, ratio: Float, evidence: Evidence = .init()
  )
    -> [Float]
  {
    let width = SentenceFeatures.width
    let learned = SentenceFeatures.rank(
      sentences.indices.map { row in
        var sum: Float = 0
        for column in 0..<width { sum += features.values[row * width + column] * weights[column] }
        return sum
      })
    let part = Self.learnedPart * max(0, 1 - ratio / Self.longSummary)
    let title = Set(evidence.title)
    return sentences.indices.map { index in
      var score = part * learned[index] + (1 - part) * features.centrality[index]
      if !title.isEmpty {
        let shared = sentences[index].content.count { title.contains($0) }
        score += Self.titleWeight * Float(shared) / Float(title.count)
      }
      if index < evidence.salience.count { score += Self.salienceWeight * min(2, evidence.salience[index]) }
      return sentences[index].isQuestion ? score * Self.questionFactor : score
    }
  }
}
