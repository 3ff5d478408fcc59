import Glibc

/// How much each sentence shares with all others: the degree in the overlap graph of TextRank (Mihalcea and
/// Tarau, 2004), |A ∩ B| / (log |A| + log |B|) over distinct content words.
///
/// The denominator depends on two lengths only. So sentences are grouped by length, each word knows in how
/// many sentences of each length it stands, and the exact degree costs one pass over the words.
enum Centrality {
  /// Longer sentences are counted as this long.
  private static let longest = 64

  static func degrees(_ sentences: [SentenceWords], vocabulary: Vocabulary) -> [Float] {
    let lengths = sentences.map { max(2, min(longest, $0.content.count)) }
    var column = [Int](repeating: -1, count: longest + 1)
    var logs: [Float] = []
    for length in lengths where column[length] < 0 {
      column[length] = logs.count
      logs.append(log(Float(length)))
    }
    let width = logs.count
    // A word of one sentence joins it to no other.
    var row = [Int32](repeating: -1, count: vocabulary.count)
    var rows: Int32 = 0
    for word in row.indices where vocabulary.frequencies[word] > 1 {
      row[word] = rows
      rows += 1
    }
    var counts = [Float](repeating: 0, count: Int(rows) * width)
    for (index, sentence) in sentences.enumerated() {
      for word in sentence.content where row[Int(word)] >= 0 {
        counts[Int(row[Int(word)]) * width + column[lengths[index]]] += 1
      }
    }
    var shared = [Float](repeating: 0, count: width)
    return sentences.indices.map { index in
      for at in 0..<width { shared[at] = 0 }
      var own: Float = 0
      for word in sentences[index].content where row[Int(word)] >= 0 {
        let base = Int(row[Int(word)]) * width
        for at in 0..<width { shared[at] += counts[base + at] }
        own += 1
      }
      let length = logs[column[lengths[index]]]
      var degree: Float = 0
      for at in 0..<width { degree += shared[at] / (length + logs[at]) }
      return degree - own / (2 * length)
    }
  }
}
