/// The true text of a page, to look blocks up in.
struct TrueText {
  private let words: [UInt64]
  private var places: [UInt64: [Int]] = [:]
  private var triples: Set<[UInt64]> = []

  /// A block of at most this many words has to stand in the text word by word.
  private static let phrase = 5
  /// Of a longer block, more than this share of its runs of three words.
  private static let share = 0.6

  init(_ words: [UInt64]) {
    self.words = words
    for (place, word) in words.enumerated() { places[word, default: []].append(place) }
    for start in words.indices.dropLast(2) { triples.insert(Array(words[start..<start + 3])) }
  }

  /// Whether a block is part of the text.
  func holds(_ block: [UInt64]) -> Bool {
    guard let first = block.first else { return false }
    if block.count <= Self.phrase {
      return (places[first] ?? []).contains { words[$0...].starts(with: block) }
    }
    let starts = block.indices.dropLast(2)
    let found = starts.count { triples.contains(Array(block[$0..<$0 + 3])) }
    return Double(found) > Self.share * Double(starts.count)
  }
}
