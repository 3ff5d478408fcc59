import Sluice
import SluiceArchives
import SluiceBatch

/// How much of its inputs a run has read, by bytes.
struct InputShare: Sendable {
  private let inventory: InputInventory
  private let shard: Shard?

  init(_ inventory: InputInventory, _ shard: Shard?) {
    self.inventory = inventory
    self.shard = shard
  }

  /// From 0 to 1; `nil` when the files have no sizes.
  func of(_ position: InputPosition) -> Double? {
    let total = Double(inventory.bytes)
    guard total > 0 else { return nil }
    let share = Double(inventory.bytes(before: position.source) + position.within.offset) / total
    guard let shard else { return min(1, share) }
    return min(1, max(0, share * Double(shard.count) - Double(shard.index)))
  }
}
