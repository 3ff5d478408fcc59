/// ROUGE-1, ROUGE-2 and ROUGE-L F1 (Lin, 2004), from 0 to 1.
package struct Rouge {
  package var one = 0.0
  package var two = 0.0
  package var longest = 0.0

  /// Stems with their counts.
  package struct Text {
    package let stems: [UInt64]
    package let unigrams: [UInt64: Int]
    package let bigrams: [UInt64: Int]

    /// - Parameter stems: a hash of each.
    package init(_ stems: [UInt64]) {
      self.stems = stems
      unigrams = stems.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      bigrams = zip(stems, stems.dropFirst()).reduce(into: [:]) { $0[Self.pair($1.0, $1.1), default: 0] += 1 }
    }

    package init(stems: [String]) {
      self.init(stems.map { SummaryWords.hash($0.utf8) })
    }

    package static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 { (a &* 0x9E37_79B9_7F4A_7C15) ^ b }
  }

  package init() {}

  package init(_ text: Text, _ reference: Text) {
    one = Self.f1(text.unigrams, reference.unigrams)
    two = Self.f1(text.bigrams, reference.bigrams)
    let common = Self.longestCommon(text.stems, reference.stems)
    longest = Self.f1(common, text.stems.count, reference.stems.count)
  }

  /// The better of two for each measure.
  package func best(with other: Rouge) -> Rouge {
    var best = self
    best.one = max(one, other.one)
    best.two = max(two, other.two)
    best.longest = max(longest, other.longest)
    return best
  }

  package static func += (sum: inout Rouge, rouge: Rouge) {
    sum.one += rouge.one
    sum.two += rouge.two
    sum.longest += rouge.longest
  }

  package static func * (rouge: Rouge, factor: Double) -> Rouge {
    var product = rouge
    product.one *= factor
    product.two *= factor
    product.longest *= factor
    return product
  }

  package static func f1(_ common: Int, _ a: Int, _ b: Int) -> Double {
    a + b > 0 ? 2 * Double(common) / Double(a + b) : 0
  }

  package static func f1(_ a: [UInt64: Int], _ b: [UInt64: Int]) -> Double {
    let common = a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) }
    return f1(common, a.values.reduce(0, +), b.values.reduce(0, +))
  }

  /// Length of the longest common subsequence.
  private static func longestCommon(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for word in a {
      var diagonal = 0
      for (index, other) in b.enumerated() {
        let above = row[index + 1]
        row[index + 1] = word == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
