import Glibc

/// Scores sentences by how well they stand for the document.
///
/// All weights of the rules stand here, so that a trained ranker can take the place of this file.
enum SentenceScores {
  /// What is known of the document beside its sentences.
  struct Evidence {
    /// Content words of the title.
    var title: [Int32] = []
    /// Mentions of named things in each sentence, weighed by how often the document names them.
    var salience: [Float] = []
  }

  /// Weight of the first places against centrality; it halves with the second sentence.
  private static let leadWeight: Float = 0.5
  private static let titleWeight: Float = 0.3
  private static let salienceWeight: Float = 0.1
  private static let questionFactor: Float = 0.6

  /// Higher is better; comparable within the document only.
  static func scores(_ sentences: [SentenceWords], vocabulary: Vocabulary, evidence: Evidence) -> [Float] {
    let degrees = Centrality.degrees(sentences, vocabulary: vocabulary)
    let mean = max(degrees.reduce(0, +) / Float(max(1, degrees.count)), 1e-6)
    let title = Set(evidence.title)
    return sentences.indices.map { index in
      var score = degrees[index] / mean + leadWeight / Float(1 + index)
      if !title.isEmpty {
        let shared = sentences[index].content.count { title.contains($0) }
        score += titleWeight * Float(shared) / Float(title.count)
      }
      if index < evidence.salience.count { score += salienceWeight * min(2, evidence.salience[index]) }
      return sentences[index].isQuestion ? score * questionFactor : score
    }
  }
}
