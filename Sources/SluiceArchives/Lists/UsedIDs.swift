/// The ids that inputs have so far, as 64-bit hashes: eight bytes for each.
struct UsedIDs: Sendable {
  private var hashes: Set<UInt64> = []

  init(_ ids: some Sequence<String>) {
    for id in ids { _ = insert(id) }
  }

  /// `false` when the id was used before.
  mutating func insert(_ id: String) -> Bool {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hashes.insert(hash).inserted
  }
}
