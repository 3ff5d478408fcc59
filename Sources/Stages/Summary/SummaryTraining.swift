import Sluice

/// What `sluice-train` needs of the summariser: features of given sentences, and summaries by weights of its own.
package struct SummaryTraining: Sendable {
  package static let featureNames = SentenceFeatures.names

  /// Row by row.
  package var features: [Float] { table.values }
  /// Words between white space.
  package var wordCounts: [Int] { words.map(\.count) }

  private let words: [SentenceWords]
  private let vocabulary: Vocabulary
  private let table: SentenceFeatures
  private let coherence: [Coherence]

  package init(_ sentences: [[UInt8]]) {
    var vocabulary = Vocabulary()
    words = sentences.enumerated().map { number, bytes in
      vocabulary.read(bytes, TextRange(0, bytes.count), number: Int32(number))
    }
    self.vocabulary = vocabulary
    let usesCapitals = words.count { $0.startsSmall } * 3 < words.count
    coherence = words.map { Coherence($0, usesCapitals: usesCapitals) }
    table = SentenceFeatures(words, vocabulary: vocabulary, coherence: coherence)
  }

  /// The sentences of a summary, in document order.
  ///
  /// - Parameter budget: in words.
  package func summary(weights: [Float], budget: Int) -> [Int] {
    let total = words.reduce(0) { $0 + $1.count }
    let scores = SentenceRanker(weights: weights).scores(
      words, table, ratio: Float(budget) / Float(max(1, total)))
    var selection = SummarySelection(
      words, scores: scores, isCandidate: words.map { $0.count > 0 }, coherence: coherence,
      opensTurn: words.indices.map { $0 == 0 }, vocabulary: vocabulary)
    return selection.choose(.words(budget))
  }

  /// The stems of a text's words, as hashes: runs of letters a-z and digits in small letters, and the stem of those
  /// of more than three, as the package rouge-score counts them.
  package static func stems(of text: [UInt8]) -> [UInt64] {
    var stemmer = WordStem()
    var found: [UInt64] = []
    var word: [UInt8] = []
    for byte in text + [0x20] {
      let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if small &- 0x61 < 26 || small &- 0x30 < 10 {
        word.append(small)
      } else if !word.isEmpty {
        found.append(SummaryWords.hash(stemmer.stem(word[...])))
        word.removeAll(keepingCapacity: true)
      }
    }
    return found
  }
}
