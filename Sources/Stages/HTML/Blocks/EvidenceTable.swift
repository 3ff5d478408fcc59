/// How much a hashed word or name speaks for text, learned from pages: log odds in sixteenths.
package struct EvidenceTable: Sendable {
  /// Sixteenths of one.
  package static let scale: Float = 16

  fileprivate var keys: [UInt32]
  fileprivate var odds: [Int8]
  private let mask: UInt32

  /// Hashes and their log odds in sixteenths, in any order.
  package init(_ entries: [(key: UInt32, odds: Int8)]) {
    var size = 64
    while size < entries.count * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    odds = Array(repeating: 0, count: size)
    mask = UInt32(size - 1)
    for entry in entries where entry.key != 0 {
      var slot = Int(Self.spread(entry.key) & mask)
      while keys[slot] != 0, keys[slot] != entry.key { slot = (slot + 1) & Int(mask) }
      (keys[slot], odds[slot]) = (entry.key, entry.odds)
    }
  }

  @inline(__always)
  private static func spread(_ key: UInt32) -> UInt32 { (key ^ key >> 15) &* 0x2C1B_3C6D >> 5 }

  /// Log odds of a hash, `nil` when it is not known.
  @inline(__always)
  func find(_ key: UInt32) -> Float? {
    var slot = Int(Self.spread(key) & mask)
    while true {
      let found = keys[slot]
      if found == key { return Float(odds[slot]) / Self.scale }
      if found == 0 { return nil }
      slot = (slot + 1) & Int(mask)
    }
  }
}

extension EvidenceTable {
  /// What it holds, by key.
  package var entries: [(key: UInt32, odds: Int8)] {
    zip(keys, odds).filter { $0.0 != 0 }.sorted { $0.0 < $1.0 }
  }
}
