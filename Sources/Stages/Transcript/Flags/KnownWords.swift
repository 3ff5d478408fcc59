import CSluiceModels

/// Which words are English, and which of them common: hashes of a list of words by frequency.
///
/// The file is little-endian: the number of common words and of the others as `UInt32`, then the hashes of each,
/// sorted, as `UInt32`.
package struct KnownWords: Sendable {
  private let common: SortedHashes
  private let others: SortedHashes

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
    common = SortedHashes((0..<counts.0).map { number(2 + $0) })
    others = SortedHashes((0..<counts.1).map { number(2 + counts.0 + $0) })
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

  private static func hash(_ word: [UInt8]) -> UInt32 { shortened(wordHash(word, 0..<word.count)) }

  private static func shortened(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  func isCommon(_ word: [UInt8]) -> Bool { common.contains(Self.hash(word)) }
  func isKnown(_ word: [UInt8]) -> Bool { isKnown(wordHash(word, 0..<word.count)) }

  /// - Parameter hash: by ``wordHash(_:_:)``.
  func isKnown(_ hash: UInt64) -> Bool {
    let hash = Self.shortened(hash)
    return common.contains(hash) || others.contains(hash)
  }

  /// The common word that one letter too many, too few, wrong or out of order makes of this one.
  func neighbour(of word: [UInt8]) -> [UInt8]? {
    lessOne(word) ?? swapped(word) ?? moreOne(word) ?? changed(word)
  }

  private func lessOne(_ word: [UInt8]) -> [UInt8]? {
    var other = Array(word.dropFirst())
    for index in word.indices {
      if index > 0 { other[index - 1] = word[index - 1] }
      if isCommon(other) { return other }
    }
    return nil
  }

  private func swapped(_ word: [UInt8]) -> [UInt8]? {
    var other = word
    for index in word.indices.dropLast() where word[index] != word[index + 1] {
      other.swapAt(index, index + 1)
      if isCommon(other) { return other }
      other.swapAt(index, index + 1)
    }
    return nil
  }

  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")

  private func moreOne(_ word: [UInt8]) -> [UInt8]? {
    for letter in Self.letters {
      var other = [letter] + word
      for index in 0...word.count {
        if index > 0 {
          other[index - 1] = word[index - 1]
          other[index] = letter
        }
        if isCommon(other) { return other }
      }
    }
    return nil
  }

  private func changed(_ word: [UInt8]) -> [UInt8]? {
    var other = word
    for letter in Self.letters {
      for index in word.indices where word[index] != letter {
        other[index] = letter
        if isCommon(other) { return other }
        other[index] = word[index]
      }
    }
    return nil
  }
}
