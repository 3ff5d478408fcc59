/// A set of hashes in order, with the places where those of each first byte and a half begin.
struct SortedHashes: Sendable {
  private let hashes: [UInt32]
  private let starts: [Int32]

  private static let bits = 12

  /// - Parameter hashes: sorted.
  init(_ hashes: [UInt32]) {
    self.hashes = hashes
    var starts: [Int32] = []
    starts.reserveCapacity((1 << Self.bits) + 1)
    var next = 0
    for prefix in 0...1 << Self.bits {
      while next < hashes.count, Int(hashes[next] >> (32 - Self.bits)) < prefix { next += 1 }
      starts.append(Int32(next))
    }
    self.starts = starts
  }

  func contains(_ hash: UInt32) -> Bool {
    let prefix = Int(hash >> (32 - Self.bits))
    for place in Int(starts[prefix])..<Int(starts[prefix + 1]) where hashes[place] == hash { return true }
    return false
  }
}
