import CSluiceModels

/// Which words are English, and which of them common: hashes of a list of words by frequency.
///
/// The file is little-endian: the number of common words and of the others as `UInt32`, then the hashes of each,
/// sorted, as `UInt32`.
package struct KnownWords: Sendable {
  private let common: [UInt32]
  private let others: [UInt32]

  package static let shipped: KnownWords? = {
    let table = sluice_clean_words()
    return KnownWords([UInt8](UnsafeBufferPointer(start: table.bytes, count: table.count)))
  }()

  /// - Returns: `nil` when the bytes are no table.
  package init?(_ bytes: [UInt8]) {
    func number(_ index: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[index * 4 + $1]) << UInt32(8 * $1) }
    }
    guard bytes.count >= 8 else { return nil }
    let counts = (Int(number(0)), Int(number(1)))
    guard bytes.count == 8 + 4 * (counts.0 + counts.1) else { return nil }
    common = (0..<counts.0).map { number(2 + $0) }
    others = (0..<counts.1).map { number(2 + counts.0 + $0) }
  }

  /// The table of a list of words, the most frequent first.
  package static func table(_ words: [String], common: Int) -> [UInt8] {
    let hashes = words.map { hash(Array($0.utf8)) }
    let first = Set(hashes.prefix(common)).sorted()
    let rest = Set(hashes.dropFirst(common)).subtracting(first).sorted()
    var bytes: [UInt8] = []
    for value in [UInt32(first.count), UInt32(rest.count)] + first + rest {
      for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(8 * shift))) }
    }
    return bytes
  }

  private static func hash(_ word: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: (wordHash(word, 0..<word.count) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  func isCommon(_ word: [UInt8]) -> Bool { Self.contains(common, Self.hash(word)) }
  func isKnown(_ word: [UInt8]) -> Bool { isCommon(word) || Self.contains(others, Self.hash(word)) }

  private static func contains(_ hashes: [UInt32], _ hash: UInt32) -> Bool {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }

  /// The common word that one letter too many, too few, wrong or out of order makes of this one.
  func neighbour(of word: [UInt8]) -> [UInt8]? {
    for index in word.indices {
      var other = word
      other.remove(at: index)
      if isCommon(other) { return other }
    }
    for index in word.indices.dropLast() where word[index] != word[index + 1] {
      var other = word
      other.swapAt(index, index + 1)
      if isCommon(other) { return other }
    }
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      for index in 0...word.count {
        var other = word
        other.insert(letter, at: index)
        if isCommon(other) { return other }
      }
    }
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      for index in word.indices where word[index] != letter {
        var other = word
        other[index] = letter
        if isCommon(other) { return other }
      }
    }
    return nil
  }
}
