import Glibc

/// How much each sentence says of what the whole document says, by the weights of its words.
struct Topic {
  /// Sum of the topic weights of a sentence's words.
  let sums: [Float]
  /// Mean probability of its words in the document.
  let probabilities: [Float]
  /// How many of the ``signatureLength`` heaviest words it has.
  let signatures: [Float]
  /// Cosine to the sum of all sentences.
  let centroid: [Float]
  /// Cosine to the sum of the first three.
  let leadSimilarity: [Float]
  /// How often the names in it stand in the document, as the sum of logarithms.
  let nameSalience: [Float]
  /// Sum of the cosines to three sentences before and three behind.
  let neighbours: [Float]

  private static let signatureLength = 20
  private static let reach = 3

  init(_ sentences: [SentenceWords], _ vocabulary: Vocabulary) {
    let total = max(1, vocabulary.counts.reduce(0) { $0 + Float($1) })
    let weights = vocabulary.counts.map { log1p(Float($0)) }
    let heaviest = max(weights.max() ?? 1, 1e-6)
    let inSignature = Self.signature(weights)
    // Rarer words tell more of a sentence: the inverse frequency over the document's sentences.
    let rarity = vocabulary.frequencies.map { log(1 + Float(sentences.count) / Float(max(1, $0))) }
    let norms = sentences.map { sentence in
      max(1e-6, sentence.content.reduce(Float(0)) { $0 + rarity[Int($1)] * rarity[Int($1)] }.squareRoot())
    }
    var all = [Float](repeating: 0, count: weights.count)
    var lead = all
    var nameCounts = all
    for (index, sentence) in sentences.enumerated() {
      for word in sentence.content {
        all[Int(word)] += rarity[Int(word)] / norms[index]
        if index < 3 { lead[Int(word)] += rarity[Int(word)] / norms[index] }
      }
      for name in sentence.names { nameCounts[Int(name)] += 1 }
    }
    let allNorm = Self.norm(all)
    let leadNorm = Self.norm(lead)
    func cosine(_ sentence: Int, _ vector: [Float], _ norm: Float) -> Float {
      sentences[sentence].content.reduce(Float(0)) { $0 + rarity[Int($1)] * vector[Int($1)] }
        / (norms[sentence] * norm)
    }
    sums = sentences.map { $0.content.reduce(Float(0)) { $0 + weights[Int($1)] / heaviest } }
    probabilities = sentences.map { sentence in
      sentence.content.reduce(Float(0)) { $0 + Float(vocabulary.counts[Int($1)]) / total }
        / Float(max(3, sentence.content.count))
    }
    signatures = sentences.map { $0.content.reduce(Float(0)) { $0 + (inSignature[Int($1)] ? 1 : 0) } }
    centroid = sentences.indices.map { cosine($0, all, allNorm) }
    leadSimilarity = sentences.indices.map { cosine($0, lead, leadNorm) }
    nameSalience = sentences.map { $0.names.reduce(Float(0)) { $0 + log1p(nameCounts[Int($1)]) } }
    neighbours = Self.neighbours(sentences, rarity, norms)
  }

  private static func norm(_ vector: [Float]) -> Float {
    max(1e-6, vector.reduce(0) { $0 + $1 * $1 }.squareRoot())
  }

  private static func signature(_ weights: [Float]) -> [Bool] {
    var inSignature = [Bool](repeating: false, count: weights.count)
    var heap = ScoreHeap()
    for (index, weight) in weights.enumerated() { heap.push(weight, index) }
    for _ in 0..<min(signatureLength, weights.count) {
      if let top = heap.pop() { inSignature[top.index] = true }
    }
    return inSignature
  }

  private static func neighbours(_ sentences: [SentenceWords], _ rarity: [Float], _ norms: [Float]) -> [Float]
  {
    var sums = [Float](repeating: 0, count: sentences.count)
    var place = [Int](repeating: -1, count: rarity.count)
    for index in sentences.indices {
      for word in sentences[index].content { place[Int(word)] = index }
      for other in index + 1..<max(index + 1, min(index + 1 + reach, sentences.count)) {
        var product: Float = 0
        for word in sentences[other].content where place[Int(word)] == index {
          product += rarity[Int(word)] * rarity[Int(word)]
        }
        let cosine = product / (norms[index] * norms[other])
        sums[index] += cosine
        sums[other] += cosine
      }
    }
    return sums
  }
}
