/// ROUGE-1, ROUGE-2 and ROUGE-L F1 (Lin, 2004), in percent.
struct Rouge {
  var one = 0.0
  var two = 0.0
  var longest = 0.0

  /// Stems with their counts.
  struct Text {
    let stems: [UInt64]
    let unigrams: [UInt64: Int]
    let bigrams: [UInt64: Int]

    init(_ stems: [UInt64]) {
      self.stems = stems
      unigrams = stems.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      bigrams = zip(stems, stems.dropFirst()).reduce(into: [:]) { $0[Self.pair($1.0, $1.1), default: 0] += 1 }
    }

    static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 { (a &* 0x9E37_79B9_7F4A_7C15) ^ b }
  }

  init() {}

  init(_ text: Text, _ reference: Text) {
    one = Self.f1(text.unigrams, reference.unigrams)
    two = Self.f1(text.bigrams, reference.bigrams)
    let common = Self.longestCommon(text.stems, reference.stems)
    longest = Self.f1(common, text.stems.count, reference.stems.count)
  }

  func best(with other: Rouge) -> Rouge {
    var best = self
    best.one = max(one, other.one)
    best.two = max(two, other.two)
    best.longest = max(longest, other.longest)
    return best
  }

  static func f1(_ common: Int, _ a: Int, _ b: Int) -> Double {
    a + b > 0 ? 200 * Double(common) / Double(a + b) : 0
  }

  static func f1(_ a: [UInt64: Int], _ b: [UInt64: Int]) -> Double {
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
