/// The hashed features of a text: n-grams of two to four letters within words, whole words, and for scripts without
/// blanks single letters; and how many letters each script has.
package struct LanguageFeatures {
  /// Letters counted by ``Script``.
  package private(set) var letters = [Int32](repeating: 0, count: 32)
  /// Slots of the table, one for each feature of the text.
  package private(set) var slots: [UInt32] = []

  private let mask: UInt32
  private static let longestWord = 40
  /// Features of a word, for each of its letters and beside them.
  private static let featuresOfLetter = 4
  private static let featuresOfWord = 2

  /// - Parameter slotBits: the table has two to this power slots.
  package init(slotBits: Int) {
    mask = UInt32(1) << UInt32(slotBits) - 1
  }

  /// Forgets the text.
  package mutating func reset() {
    for index in letters.indices { letters[index] = 0 }
    slots.removeAll(keepingCapacity: true)
  }

  /// Reads UTF-8; bytes that are none count as blanks.
  package mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    let most = bytes.count * (Self.featuresOfLetter + Self.featuresOfWord)
    let mask = mask
    var counts = letters
    let found = [UInt32](unsafeUninitializedCapacity: most) { buffer, count in
      counts.withUnsafeMutableBufferPointer { counts in
        withUnsafeTemporaryAllocation(of: SIMD2<UInt32>.self, capacity: Self.longestWord + 2) { word in
          count = Self.read(bytes, into: buffer, mask, counts, word)
        }
      }
    }
    letters = counts
    slots += found
  }

  /// Returns the number of slots that were written.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, into slots: UnsafeMutableBufferPointer<UInt32>, _ mask: UInt32,
    _ letters: UnsafeMutableBufferPointer<Int32>, _ word: UnsafeMutableBufferPointer<SIMD2<UInt32>>
  ) -> Int {
    var written = 0
    // A mark of the border, then the letters, each with its key.
    word[0] = SIMD2(0, key(0))
    var length = 1
    var index = 0
    while index < bytes.count {
      let byte = UInt32(bytes[index])
      var scalar = byte
      index += 1
      if byte >= 0x80 {
        let more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
        if byte >= 0xC2, index + more <= bytes.count {
          scalar = byte & (0x3F >> UInt32(more))
          for offset in 0..<more { scalar = scalar << 6 | UInt32(bytes[index + offset]) & 0x3F }
          index += more
        } else {
          scalar = 0
        }
      }
      // A combining mark is part of the letter in front of it.
      if (0x300...0x36F).contains(scalar), length > 1 { continue }
      if let script = Script.of(scalar) {
        letters[Int(script.rawValue)] &+= 1
        let letter = Script.lower(scalar)
        word[length] = SIMD2(letter, key(letter))
        length += 1
        if length <= longestWord { continue }
      }
      if length > 1 { written = close(word, length, slots, written, mask) }
      length = 1
    }
    return length > 1 ? close(word, length, slots, written, mask) : written
  }

  private static func close(
    _ word: UnsafeMutableBufferPointer<SIMD2<UInt32>>, _ length: Int,
    _ slots: UnsafeMutableBufferPointer<UInt32>,
    _ written: Int, _ mask: UInt32
  ) -> Int {
    var written = written
    @inline(__always)
    func add(_ hash: UInt32) {
      slots[written] = (hash ^ hash >> 15) & mask
      written += 1
    }
    word[length] = word[0]
    var whole: UInt32 = 0x9E37_79B9
    for start in 1..<length {
      let (letter, own) = (word[start].x, word[start].y)
      whole = mix(whole, own)
      if letter > 0x0E00 { add(mix(0x51ED_270B, own)) }
      let two = mix(mix(0x2545_F491, word[start - 1].y), own)
      add(two)
      let three = mix(two, word[start + 1].y)
      add(three)
      if start + 2 <= length { add(mix(three, word[start + 2].y)) }
    }
    add(mix(mix(0x2545_F491, word[length - 1].y), word[0].y))
    add(whole)
    return written
  }

  /// What a letter adds to a hash, the same in every n-gram that has it.
  @inline(__always)
  private static func key(_ letter: UInt32) -> UInt32 {
    let key = (letter &+ 1) &* 0xCC9E_2D51
    return (key << 15 | key >> 17) &* 0x1B87_3593
  }

  /// A step of the hash of Murmur 3.
  @inline(__always)
  private static func mix(_ hash: UInt32, _ key: UInt32) -> UInt32 {
    var hash = hash ^ key
    hash = hash << 13 | hash >> 19
    return hash &* 5 &+ 0xE654_6B64
  }
}
