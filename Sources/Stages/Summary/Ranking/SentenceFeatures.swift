import Glibc

/// What the ranker knows of each sentence of a document: a row of ``width`` numbers, comparable between documents.
///
/// Costs time linear in the words but for sorting the sentences. The features are those of the literature on
/// extraction: position and length (Edmundson, 1969), topic words and signatures (Lin and Hovy, 2000), word
/// probability (Nenkova and Vanderwende, 2005), the centroid (Radev et al., 2004) and overlap centrality.
struct SentenceFeatures {
  static let names = [
    "index", "1 / (1 + index)", "relative position", "first three", "distance to the end",
    "length", "log length", "deviation of length", "log content", "short", "density",
    "rank of overlap", "overlap / mean", "rank of centroid", "centroid", "similarity to the lead",
    "rank of topic", "mean topic", "rank of probability", "rank of signature", "signature",
    "names", "rank of name salience", "figures", "quote", "points back", "first person", "second person",
    "fillers", "question", "courtesy", "cues", "neighbours",
  ]
  static let width = names.count

  private(set) var values: [Float]
  /// The rank of each sentence's overlap with all others, 0 to 1.
  let centrality: [Float]

  init(_ sentences: [SentenceWords], vocabulary: Vocabulary, coherence: [Coherence]) {
    let count = sentences.count
    values = []
    values.reserveCapacity(count * Self.width)
    let degrees = Centrality.degrees(sentences, vocabulary: vocabulary)
    centrality = Self.rank(degrees)
    let topic = Topic(sentences, vocabulary)
    let overlapMean = max(Self.mean(degrees), 1e-6)
    let lengths = sentences.map { Float($0.length) }
    let lengthMean = Self.mean(lengths)
    let deviation = Self.mean(lengths.map { ($0 - lengthMean) * ($0 - lengthMean) }).squareRoot() + 1e-6
    let centroidRank = Self.rank(topic.centroid)
    let topicRank = Self.rank(topic.sums)
    let probabilityRank = Self.rank(topic.probabilities)
    let signatureRank = Self.rank(topic.signatures)
    let nameRank = Self.rank(topic.nameSalience)
    let last = Float(max(1, count - 1))
    for (index, sentence) in sentences.enumerated() {
      let at = Float(index)
      let length = lengths[index]
      let content = Float(sentence.content.count)
      let share = 1 / max(1, length)
      values += [
        min(at, 50) / 50, 1 / (1 + at), at / last, index < 3 ? 1 : 0, 1 / Float(count - index),
        min(length, 60) / 60, log1p(length) / 4, (length - lengthMean) / deviation, log1p(content),
        length < 6 ? 1 : 0, content * share,
        centrality[index], degrees[index] / overlapMean / 3, centroidRank[index], topic.centroid[index],
        topic.leadSimilarity[index],
        topicRank[index], topic.sums[index] / max(3, content), probabilityRank[index],
        signatureRank[index], topic.signatures[index] / 5,
        Float(min(sentence.names.count, 8)) / 4, nameRank[index], Float(min(sentence.figures, 5)) / 3,
        sentence.hasQuote ? 1 : 0, coherence[index] == .pointsBack ? 1 : 0,
        Float(sentence.classes[.firstPerson]) * share, Float(sentence.classes[.secondPerson]) * share,
        Float(sentence.classes[.filler]) * share, sentence.isQuestion ? 1 : 0,
        sentence.classes[.courtesy] > 0 ? 1 : 0, Float(min(sentence.classes[.cue], 4)) / 2,
        topic.neighbours[index],
      ]
    }
  }

  private static func mean(_ values: [Float]) -> Float {
    values.isEmpty ? 0 : values.reduce(0, +) / Float(values.count)
  }

  /// The rank of each value, from 0 for the smallest to 1; equal values keep their order.
  static func rank(_ values: [Float]) -> [Float] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Float](repeating: 0, count: values.count)
    let last = Float(max(1, values.count - 1))
    for (rank, index) in order.enumerated() { ranks[index] = Float(rank) / last }
    return ranks
  }
}
