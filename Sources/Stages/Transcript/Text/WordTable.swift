/// A set of words, each with a value, asked by the hash of a word that stands in a text, in any case of ASCII.
///
/// Open addressing over 64-bit FNV-1a hashes (Fowler, Noll, Vo), without a copy of the word.
struct WordTable<Value: Sendable>: Sendable {
  private var hashes: [UInt64]
  private var values: [Value?]
  private let mask: Int

  init(_ entries: [(words: String, value: Value)]) {
    let pairs = entries.flatMap { entry in
      entry.words.split(separator: " ").map { (Array($0.utf8), entry.value) }
    }
    var size = 16
    while size < pairs.count * 4 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    mask = size - 1
    for (word, value) in pairs {
      let hash = wordHash(word, 0..<word.count)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
      hashes[slot] = hash
      values[slot] = value
    }
  }

  subscript(hash: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  subscript(bytes: [UInt8], range: Range<Int>) -> Value? {
    self[wordHash(bytes, range)]
  }

  func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    self[bytes, range] != nil
  }
}

extension WordTable where Value == Bool {
  init(_ words: String) {
    self.init([(words, true)])
  }
}

/// The hash of a word, the same for any case of its ASCII letters; never 0.
func wordHash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for index in range { hash = (hash ^ UInt64(bytes[index].lowered)) &* 0x100_0000_01B3 }
  return hash | 1
}
