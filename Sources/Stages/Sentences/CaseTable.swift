/// How often words are written in lower case where case is free: three bits a word, found by hash.
///
/// A word that is mostly lower-cased begins a sentence where it is capitalised; a name tells nothing.
package struct CaseTable: Sendable {
  /// 0 when a word is not known, else 1 (never in lower case) to 5 (always).
  package typealias Share = UInt8

  /// Slots: twelve bits of fingerprint, three of share.
  let slots: [UInt16]
  private let mask: Int

  /// How many slots are tried for a word.
  private static let probes = 4

  /// - Parameter slots: a power of two of them; empty for a table that knows no word.
  package init(slots: [UInt16]) {
    self.slots = slots
    mask = slots.count - 1
  }

  /// Puts words into `1 << bits` slots; words that find no room are left out, the last first.
  package init(_ words: [(hash: UInt64, share: Share)], bits: Int) {
    var slots = [UInt16](repeating: 0, count: 1 << bits)
    for (hash, share) in words {
      let entry = Self.fingerprint(hash) << 3 | UInt16(share)
      for probe in 0..<Self.probes {
        let index = (Int(truncatingIfNeeded: hash >> 20) + probe) & (slots.count - 1)
        if slots[index] == 0 || slots[index] >> 3 == entry >> 3 {
          if slots[index] == 0 { slots[index] = entry }
          break
        }
      }
    }
    self.init(slots: slots)
  }

  private static func fingerprint(_ hash: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: hash & 0xFFF) | 0x1000
  }

  package func share(_ hash: UInt64) -> Share {
    guard mask > 0 else { return 0 }
    let wanted = Self.fingerprint(hash)
    return slots.withUnsafeBufferPointer { slots in
      for probe in 0..<Self.probes {
        let slot = slots[(Int(truncatingIfNeeded: hash >> 20) + probe) & mask]
        if slot >> 3 == wanted { return Share(slot & 7) }
        if slot == 0 { return 0 }
      }
      return 0
    }
  }

  /// A share in five classes from counts, 0 for words seen too seldom.
  package static func share(lower: Int, other: Int) -> Share {
    lower + other < 3 ? 0 : Share(1 + 4 * lower / (lower + other))
  }
}
