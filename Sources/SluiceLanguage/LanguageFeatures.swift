/// The hashed features of a text: n-grams of two to four letters within words, whole words, and for scripts without
/// blanks single letters; and how many letters each script has.
package struct LanguageFeatures {
  /// Letters counted by ``Script``.
  package private(set) var letters = [Int32](repeating: 0, count: 32)
  /// Slots of the table, one for each feature of the text.
  package private(set) var slots: [UInt32] = []

  private let mask: UInt32
  /// The word that is being read, between two marks of its borders.
  private var word: [UInt32] = [0]
  private static let longestWord = 40

  /// - Parameter slotBits: the table has two to this power slots.
  package init(slotBits: Int) {
    mask = UInt32(1) << UInt32(slotBits) - 1
  }

  /// Forgets the text.
  package mutating func reset() {
    for index in letters.indices { letters[index] = 0 }
    slots.removeAll(keepingCapacity: true)
    word.removeAll(keepingCapacity: true)
    word.append(0)
  }

  /// Reads UTF-8; bytes that are none count as blanks.
  package mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = UInt32(bytes[index])
      var scalar = byte
      if byte < 0x80 {
        index += 1
      } else {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard byte >= 0xC2, index + length <= bytes.count else {
          index += 1
          close()
          continue
        }
        scalar = byte & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset]) & 0x3F }
        index += length
      }
      guard let script = Script.of(scalar) else {
        // Apostrophes and hyphens stand within words of many languages, but say little.
        close()
        continue
      }
      letters[Int(script.rawValue)] += 1
      word.append(Script.lower(scalar))
      if word.count > Self.longestWord { close() }
    }
    close()
  }

  private mutating func close() {
    guard word.count > 1 else { return }
    word.append(0)
    word.withUnsafeBufferPointer { word in
      let count = word.count
      var whole: UInt32 = 0x9E37_79B9
      for start in 1..<count - 1 {
        let letter = word[start]
        whole = Self.mix(whole, letter)
        if letter > 0x0E00 { add(Self.mix(0x51ED_270B, letter)) }
        let two = Self.mix(Self.mix(0x2545_F491, word[start - 1]), letter)
        add(two)
        let three = Self.mix(two, word[start + 1])
        add(three)
        if start + 2 < count { add(Self.mix(three, word[start + 2])) }
      }
      add(Self.mix(Self.mix(0x2545_F491, word[count - 2]), 0))
      add(whole)
    }
    word.removeAll(keepingCapacity: true)
    word.append(0)
  }

  @inline(__always)
  private mutating func add(_ hash: UInt32) {
    slots.append((hash ^ hash >> 15) & mask)
  }

  /// A step of the hash of Murmur 3.
  @inline(__always)
  private static func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 {
    var key = (value &+ 1) &* 0xCC9E_2D51
    key = key << 15 | key >> 17
    var hash = hash ^ key &* 0x1B87_3593
    hash = hash << 13 | hash >> 19
    return hash &* 5 &+ 0xE654_6B64
  }
}
