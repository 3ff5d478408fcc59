/// The 32-bit xxHash with seed 0, which LZ4 frames are checked by.
///
/// Source: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
struct XXHash32 {
  private static let primes: [UInt32] = [
    2_654_435_761, 2_246_822_519, 3_266_489_917, 668_265_263, 374_761_393,
  ]

  private var lanes: (UInt32, UInt32, UInt32, UInt32) = (606_290_984, 2_246_822_519, 0, 1_640_531_535)
  private var rest: [UInt8] = []
  private var count = 0

  init() {}

  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var hash = XXHash32()
    hash.update(bytes)
    return hash.value
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    var at = 0
    if !rest.isEmpty {
      at = min(16 - rest.count, bytes.count)
      rest += bytes.slice(0..<at)
      guard rest.count == 16 else { return }
      let full = rest
      full.withUnsafeBytes { take($0, at: 0) }
      rest = []
    }
    while at + 16 <= bytes.count {
      take(bytes, at: at)
      at += 16
    }
    rest += bytes.slice(from: at)
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    func lane(_ lane: UInt32, _ index: Int) -> UInt32 {
      let word = UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4 * index, as: UInt32.self))
      return Self.rotate(lane &+ word &* 2_246_822_519, 13) &* 2_654_435_761
    }
    lanes = (lane(lanes.0, 0), lane(lanes.1, 1), lane(lanes.2, 2), lane(lanes.3, 3))
  }

  private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value << count | value >> (32 - count)
  }

  /// The hash of what was given so far.
  var value: UInt32 {
    let primes = Self.primes
    var hash = UInt32(truncatingIfNeeded: count)
    if count >= 16 {
      hash &+=
        Self.rotate(lanes.0, 1) &+ Self.rotate(lanes.1, 7) &+ Self.rotate(lanes.2, 12)
        &+ Self.rotate(lanes.3, 18)
    } else {
      hash &+= primes[4]
    }
    var at = 0
    while at + 4 <= rest.count {
      let word = rest[at..<(at + 4)].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      hash = Self.rotate(hash &+ word &* primes[2], 17) &* primes[3]
      at += 4
    }
    for byte in rest[at...] { hash = Self.rotate(hash &+ UInt32(byte) &* primes[4], 11) &* primes[0] }
    hash = (hash ^ hash >> 15) &* primes[1]
    hash = (hash ^ hash >> 13) &* primes[2]
    return hash ^ hash >> 16
  }
}
