import Glibc

/// The words that have a vector, and their numbers. Words that are used alike have vectors that are alike.
package struct PunctuationVectors: Sendable {
  package static let dimensions = 50

  private let slots: [Int32]
  private let hashes: [UInt32]

  package var count: Int { hashes.count }

  /// - Parameter hashes: of the words, by ``hash(_:)``.
  package init(hashes: [UInt32]) {
    self.hashes = hashes
    var size = 16
    while size < hashes.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number)
    }
    self.slots = slots
  }

  package static func hash(_ word: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: (wordHash(word, 0..<word.count) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// The number of a word or of the part of it that says most: before an apostrophe, behind a hyphen; `nil` when the
  /// word is not known.
  func number(of word: [UInt8]) -> (number: Int, isWhole: Bool)? {
    if let whole = find(word) { return (whole, true) }
    if let sign = word.dropFirst().firstIndex(of: UInt8(ascii: "'")) {
      let isNot =
        word[sign - 1] == UInt8(ascii: "n") && sign + 1 < word.count && word[sign + 1] == UInt8(ascii: "t")
      return find(Array(word[..<(isNot ? sign - 1 : sign)])).map { ($0, false) }
    }
    if let sign = word.lastIndex(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }) {
      return find(Array(word[(sign + 1)...])).map { ($0, false) }
    }
    return nil
  }

  private func find(_ word: [UInt8]) -> Int? {
    guard !word.isEmpty else { return nil }
    let hash = Self.hash(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if hashes[Int(slots[slot])] == hash { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
