/// FNV-1a (Fowler, Noll, Vo) over 64 bits, of lower-case bytes and of sequences of words.
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x100_0000_01B3

  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* prime
  }

  /// The hash of a phrase and one word more.
  @inline(__always)
  static func join(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (phrase ^ (word &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 32)
  }

  /// The hash of a word, as the tokeniser makes it.
  static func key(of word: some Sequence<UInt8>) -> UInt64 {
    var fold = CaseFold()
    var hash = seed
    for byte in word { hash = add(fold.lower(byte), to: hash) }
    return hash
  }

  /// The hash of `'s` and its like, whatever the apostrophe.
  static func clitic(_ letters: some Sequence<UInt8>) -> UInt64 {
    letters.reduce(add(UInt8(ascii: "'"), to: seed)) { add($1 | 0x20, to: $0) }
  }
}

/// Folds the case of UTF-8 byte by byte: ASCII, Latin-1 and Latin Extended-A.
struct CaseFold {
  private var lead: UInt8 = 0

  @inline(__always)
  mutating func lower(_ byte: UInt8) -> UInt8 {
    if byte < 0x80 {
      lead = 0
      return byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    defer { lead = byte }
    return CaseFold.isCapital(lead, byte) ? (lead == 0xC3 ? byte + 0x20 : byte + 1) : byte
  }

  /// `true` for the two bytes of a capital of Latin-1 or Latin Extended-A.
  @inline(__always)
  static func isCapital(_ lead: UInt8, _ trail: UInt8) -> Bool {
    switch lead {
    case 0xC3: trail >= 0x80 && trail <= 0x9E && trail != 0x97
    case 0xC4: trail <= 0xB7 ? trail & 1 == 0 : trail >= 0xB9 && trail & 1 == 1
    case 0xC5:
      trail <= 0x88
        ? trail & 1 == 1
        : (trail >= 0x8A && trail <= 0xB7 ? trail & 1 == 0 : trail == 0xBB || trail == 0xBD)
    default: false
    }
  }
}
