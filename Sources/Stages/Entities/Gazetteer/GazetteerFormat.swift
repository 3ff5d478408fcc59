/// The layout of a compiled gazetteer, in little-endian integers.
///
/// A header of 64 bytes is followed by a filter over first words (one bit each), the slots of a hash table of phrases,
/// the entries, the labels and the strings. A slot has the hash of a phrase (8 bytes), the number of its entry plus
/// one (4), and whether longer phrases begin with it (4). An entry has the number of its label, and offset and length
/// of its name and id in the strings (4 each, and 4 unused).
enum GazetteerFormat {
  static let magic = Array("SLUICEGZ".utf8)
  static let version: UInt32 = 1
  static let headerSize = 64
  static let slotSize = 16
  static let entrySize = 24
  static let labelSize = 8
  /// Longer phrases are refused.
  static let maximumTokens = 32
  /// How far a phrase may stand from its place in the table.
  static let maximumProbe = 512

  enum Offset {
    static let version = 8
    static let flags = 12
    static let slots = 16
    static let entries = 24
    static let labels = 28
    static let filterWords = 32
    static let phrases = 36
    static let strings = 40
    static let checksum = 48
    static let unused = 56
  }

  /// A checksum of bytes, eight at a time, in four lanes; it finds accidents, not attacks.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    var index = 0
    @inline(__always) func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
      let mixed = (lane ^ word) &* prime
      return mixed ^ (mixed >> 29)
    }
    while index + 32 <= bytes.count {
      lanes.0 = mix(lanes.0, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      lanes.1 = mix(lanes.1, bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
      lanes.2 = mix(lanes.2, bytes.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self))
      lanes.3 = mix(lanes.3, bytes.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self))
      index += 32
    }
    while index < bytes.count {
      lanes.0 = mix(lanes.0, UInt64(bytes[index]))
      index += 1
    }
    return mix(mix(mix(lanes.0, lanes.1), lanes.2), lanes.3) ^ UInt64(bytes.count)
  }
}
