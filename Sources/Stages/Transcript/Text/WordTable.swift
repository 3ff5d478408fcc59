import CSluiceModels

/// A set of words, each with a value, asked by the hash of a word that stands in a text, in any case of ASCII.
///
/// Open addressing over 64-bit hashes, without a copy of the word.
struct WordTable<Value: Sendable>: Sendable {
  private var hashes: [UInt64]
  private var values: [Value?]
  private let mask: Int
  /// Bits that the words' hashes set: most words of a text are no words of the table, and one bit says so.
  private(set) var filter = [UInt64](repeating: 0, count: 128)

  init(_ entries: [(words: String, value: Value)]) {
    var pairs: [UInt64: Value] = [:]
    for (words, value) in entries {
      for word in words.split(separator: " ") {
        let letters = Array(word.utf8)
        pairs[wordHash(letters, 0..<letters.count)] = value
      }
    }
    self.init(hashes: pairs)
  }

  /// - Parameter pairs: values by ``wordHash(_:_:)``.
  init(hashes pairs: [UInt64: Value]) {
    var size = 16
    while size < pairs.count * 4 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    mask = size - 1
    for (hash, value) in pairs.sorted(by: { $0.key < $1.key }) {
      var slot = slot(of: hash)
      while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
      hashes[slot] = hash
      values[slot] = value
      filter[Int(hash.filterBit >> 6)] |= 1 << (hash.filterBit & 63)
    }
  }

  /// Multiplicative hashing (Knuth): the upper bits of the product.
  private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  subscript(hash: UInt64) -> Value? {
    let bit = hash.filterBit
    if filter[Int(bit >> 6)] & (1 << (bit & 63)) == 0 { return nil }
    var slot = slot(of: hash)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Numbers of the hashes that are in the table, in order.
  func places(in all: [UInt64]) -> [Int] {
    var result: [Int] = []
    all.withUnsafeBufferPointer { all in
      filter.withUnsafeBufferPointer { filter in
        for place in all.indices {
          let bit = all[place].filterBit
          guard filter[Int(bit >> 6)] & (1 << (bit & 63)) != 0, self[all[place]] != nil else { continue }
          result.append(place)
        }
      }
    }
    return result
  }

  subscript(bytes: [UInt8], range: Range<Int>) -> Value? {
    self[wordHash(bytes, range)]
  }

  func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    self[bytes, range] != nil
  }
}

extension UInt64 {
  /// One of 8,192, by the upper bits of a product.
  fileprivate var filterBit: UInt64 { (self &* 0xD6E8_FEB8_6659_FD93) >> 51 }
}

extension WordTable where Value == Bool {
  init(_ words: String) {
    self.init([(words, true)])
  }
}

/// The hash of a word, the same for any case of its ASCII letters; never 0. Words of up to seven bytes are their own
/// hash.
func wordHash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
  precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a word lies within its text")
  return bytes.withUnsafeBufferPointer {
    sluice_word_hash($0.baseAddress, range.lowerBound, range.upperBound, $0.count)
  }
}
