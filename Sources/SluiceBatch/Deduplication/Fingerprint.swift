import Sluice
import SluiceHash

/// What a document's text is compared by: a hash of all of it, and a MinHash signature of its words.
///
/// The signature (Broder 1997, "On the resemblance and containment of documents") is taken over runs of five words,
/// with 112 hashes in 14 bands of 8, as FineWeb does (Penedo et al. 2024): two texts that share 80 % of their runs
/// meet in one band at least with a probability of 92 %, at 90 % of 99.9 %. Words are compared without regard to
/// the case of ASCII letters and to what stands between them; a character of a script that is written without
/// spaces counts as a word.
public struct Fingerprint: Hashable, Sendable {
  static let bands = 14
  static let rows = 8
  static let hashes = bands * rows
  static let shingle = 5

  /// The first 128 bits of the text's SHA-256.
  struct Exact: Hashable, Sendable {
    var high: UInt64
    var low: UInt64
  }

  var exact: Exact
  /// One hash for each band; empty where only equal texts are sought.
  var bandHashes: [UInt32]
  /// The low byte of each MinHash: enough to estimate how much two texts share (Li and König 2010, "b-bit minwise
  /// hashing").
  var signature: [UInt8]

  /// - Parameter isNear: whether texts that are not quite equal are sought.
  public init(of text: [UInt8], isNear: Bool) {
    let digits = SHA256.hash(text)
    exact = Exact(
      high: UInt64(digits.prefix(16), radix: 16) ?? 0,
      low: UInt64(digits.dropFirst(16).prefix(16), radix: 16) ?? 0)
    bandHashes = []
    signature = []
    guard isNear else { return }
    let minima = Self.minima(of: text)
    signature = minima.map { UInt8(truncatingIfNeeded: $0) }
    bandHashes = (0..<Self.bands).map { band in
      var hash: UInt64 = UInt64(band)
      for row in 0..<Self.rows { hash = Self.mix(hash ^ UInt64(minima[band * Self.rows + row])) }
      return UInt32(truncatingIfNeeded: hash)
    }
  }

  private static func minima(of text: [UInt8]) -> [UInt32] {
    var minima = [UInt32](repeating: .max, count: hashes)
    let words = wordHashes(of: text)
    let first = min(shingle, words.count)
    guard first > 0 else { return minima }
    for end in first...words.count {
      var hash: UInt64 = 0
      for word in words[(end - first)..<end] { hash = mix(hash ^ word) }
      for index in 0..<hashes {
        let value = UInt32(truncatingIfNeeded: (multipliers[index] &* hash &+ offsets[index]) >> 32)
        if value < minima[index] { minima[index] = value }
      }
    }
    return minima
  }

  private static func wordHashes(of text: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    var length = 0
    func end() {
      if length > 0 { words.append(mix(hash)) }
      hash = 0
      length = 0
    }
    for byte in text {
      switch byte {
      case 0x41...0x5A: hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
      case 0x30...0x39, 0x61...0x7A, 0x80...0xFF:
        // From U+3000 on: kana, Chinese characters, Hangul.
        if (0xE3...0xED).contains(byte) { end() }
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      default:
        end()
        continue
      }
      length += 1
    }
    end()
    return words
  }

  /// The finalizer of SplitMix64 (Steele et al. 2014).
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  private static let multipliers = (0..<hashes).map { mix(UInt64($0)) | 1 }
  private static let offsets = (0..<hashes).map { mix(UInt64($0 + hashes)) }

  /// How much two texts share, from 0 to 1, by their signatures.
  static func similarity(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Double {
    let equal = zip(a, b).reduce(into: 0) { count, pair in if pair.0 == pair.1 { count += 1 } }
    // One in 256 bytes is equal by chance.
    let share = Double(equal) / Double(max(1, a.count))
    return max(0, (share - 1.0 / 256) / (1 - 1.0 / 256))
  }
}
