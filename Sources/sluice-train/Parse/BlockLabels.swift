/// Which blocks of a page belong to its true text.
///
/// Long blocks are looked up by their runs of three words. The heaviest chain of them that stands in the same order
/// in both texts then tells where a short block would have to stand, and of two copies of a block which is meant.
struct BlockLabels {
  /// `nil` for blocks of which nothing is known.
  private(set) var labels: [Bool?]

  /// A block of at most this many words has to stand in the text word by word.
  private static let phrase = 5
  /// Of a longer block, more than this share of its runs of three words.
  private static let share = 0.6
  /// Words by which a short block may stand off its place.
  private static let slack = 4

  /// By the full text.
  init(_ blocks: [[UInt64]], truth: [UInt64]) {
    labels = Array(repeating: false, count: blocks.count)
    var triples: [UInt64: [Int]] = [:]
    for start in truth.indices.dropLast(2) { triples[Self.triple(truth, start), default: []].append(start) }
    var places: [UInt64: [Int]] = [:]
    for (place, word) in truth.enumerated() { places[word, default: []].append(place) }
    var anchors: [(block: Int, place: Int, words: Int)] = []
    for (index, block) in blocks.enumerated() where block.count > Self.phrase {
      var found = 0
      var offsets: [Int: Int] = [:]
      for start in block.indices.dropLast(2) {
        guard let hits = triples[Self.triple(block, start)] else { continue }
        found += 1
        for hit in hits.prefix(8) { offsets[hit - start, default: 0] += 1 }
      }
      guard Double(found) > Self.share * Double(block.count - 2) else { continue }
      labels[index] = true
      let most = offsets.values.max() ?? 0
      for offset in offsets.filter({ $0.value * 2 > most }).keys.sorted().prefix(6) {
        anchors.append((index, max(0, offset), block.count))
      }
    }
    let chain = Self.chain(anchors)
    var taken: [Int: Int] = [:]
    for anchor in chain { taken[anchor.place] = anchor.block }
    let inChain = Set(chain.map(\.block))
    // A copy elsewhere of what the chain has is not the text.
    for anchor in anchors where !inChain.contains(anchor.block) {
      if taken[anchor.place] != nil { labels[anchor.block] = false }
    }
    shortBlocks(blocks, truth, places, chain)
  }

  private mutating func shortBlocks(
    _ blocks: [[UInt64]], _ truth: [UInt64], _ places: [UInt64: [Int]],
    _ chain: [(block: Int, place: Int, words: Int)]
  ) {
    var next = 0
    var low = 0
    for (index, block) in blocks.enumerated() {
      while next < chain.count, chain[next].block < index {
        low = chain[next].place + chain[next].words - Self.slack
        next += 1
      }
      if next < chain.count, chain[next].block == index { continue }
      guard block.count <= Self.phrase, let first = block.first else { continue }
      let high = next < chain.count ? chain[next].place + Self.slack : truth.count
      for place in places[first] ?? [] where place >= low && place + block.count <= high {
        if truth[place...].starts(with: block) {
          labels[index] = true
          // The next one stands behind it.
          if block.count > 1 { low = max(low, place) }
          break
        }
      }
    }
  }

  /// The heaviest chain that runs forward in both.
  private static func chain(
    _ anchors: [(block: Int, place: Int, words: Int)]
  ) -> [(block: Int, place: Int, words: Int)] {
    var best = [Int](repeating: 0, count: anchors.count)
    var before = [Int](repeating: -1, count: anchors.count)
    for index in anchors.indices {
      best[index] = anchors[index].words
      for other in Swift.max(0, index - 400)..<index
      where anchors[other].block < anchors[index].block && anchors[other].place < anchors[index].place
        && best[other] + anchors[index].words > best[index]
      {
        best[index] = best[other] + anchors[index].words
        before[index] = other
      }
    }
    guard var at = best.indices.max(by: { best[$0] < best[$1] }) else { return [] }
    var chain: [(block: Int, place: Int, words: Int)] = []
    while at >= 0 {
      chain.append(anchors[at])
      at = before[at]
    }
    return chain.reversed()
  }

  private static func triple(_ words: [UInt64], _ start: Int) -> UInt64 {
    (words[start] &* 31 &+ words[start + 1]) &* 0x9E37_79B9_7F4A_7C15 ^ words[start + 2]
  }

  /// By snippets that the text has, and by such as it has not.
  init(_ blocks: [[UInt64]], with: [[UInt64]], without: [[UInt64]]) {
    labels = Array(repeating: nil, count: blocks.count)
    for (snippets, label) in [(without, false), (with, true)] {
      for snippet in snippets where !snippet.isEmpty {
        for (index, block) in blocks.enumerated() where Self.contains(block, snippet) {
          labels[index] = label
        }
      }
    }
  }

  static func contains(_ block: [UInt64], _ snippet: [UInt64]) -> Bool {
    guard block.count >= snippet.count else { return false }
    for start in 0...(block.count - snippet.count) where block[start] == snippet[0] {
      if block[start...].starts(with: snippet) { return true }
    }
    return false
  }
}
