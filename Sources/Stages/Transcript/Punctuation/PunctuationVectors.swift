import Glibc

/// Vectors of frequent words, one byte a number: words that are used alike have vectors that are alike.
package struct PunctuationVectors: Sendable {
  package static let dimensions = 50

  /// By the number of the word.
  package let values: [Float]
  private let slots: [Int32]
  private let hashes: [UInt32]

  var count: Int { hashes.count }

  /// - Parameters:
  ///   - hashes: of the words, by ``hash(_:)``.
  ///   - bytes: their vectors in steps of `scale`, a step for each dimension.
  package init(hashes: [UInt32], bytes: [Int8], scale: [Float]) {
    self.hashes = hashes
    values = bytes.indices.map { Float(bytes[$0]) * scale[$0 % Self.dimensions] }
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

  /// The number of a word or of the part of it that says most: before an apostrophe, behind a hyphen; -1 when the
  /// word is not known.
  func number(of word: [UInt8]) -> Int32 {
    let whole = find(word)
    if whole >= 0 { return whole }
    if let sign = word.dropFirst().firstIndex(of: UInt8(ascii: "'")) {
      let isNot =
        word[sign - 1] == UInt8(ascii: "n") && sign + 1 < word.count && word[sign + 1] == UInt8(ascii: "t")
      return find(Array(word[..<(isNot ? sign - 1 : sign)]))
    }
    if let sign = word.lastIndex(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }) {
      return find(Array(word[(sign + 1)...]))
    }
    return -1
  }

  private func find(_ word: [UInt8]) -> Int32 {
    guard !word.isEmpty else { return -1 }
    let hash = Self.hash(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if hashes[Int(slots[slot])] == hash { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }
}
