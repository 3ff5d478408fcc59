/// A set of words, by hash.
struct WordSet: Sendable {
  private var slots: [UInt64]

  init(_ words: String) {
    let hashes = Set(words.split(whereSeparator: \.isWhitespace).map { WordHash.of($0.utf8) })
    var size = 16
    while size < hashes.count * 3 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for hash in hashes.sorted() {
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[index] != 0 { index = (index + 1) & (size - 1) }
      slots[index] = hash
    }
  }

  func contains(_ word: Word) -> Bool {
    word.isEmpty ? false : contains(word.hash)
  }

  func contains(_ hash: UInt64) -> Bool {
    slots.withUnsafeBufferPointer { slots in
      var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[index] != 0 {
        if slots[index] == hash { return true }
        index = (index + 1) & (slots.count - 1)
      }
      return false
    }
  }
}
