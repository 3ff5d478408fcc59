import CSluiceModels

/// The weights of the tagger of restarts: one byte a bucket, in steps of ``step``.
package struct RestartTable: Sendable {
  /// Number of buckets; a power of two.
  package static let buckets = 1 << 14
  /// What one step of a weight is worth.
  package static let step: Float = 0.25

  let weights: [Int8]

  /// - Returns: `nil` when the bytes are no table.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.buckets else { return nil }
    weights = bytes.map { Int8(bitPattern: $0) }
  }

  /// The table that is part of the program; without weights when it is damaged, so that nothing is deleted.
  package static let shipped: RestartTable = {
    let table = sluice_clean_restarts()
    let bytes = [UInt8](UnsafeBufferPointer(start: table.bytes, count: table.count))
    return RestartTable(bytes) ?? RestartTable(weights: [Int8](repeating: 0, count: buckets))
  }()

  private init(weights: [Int8]) { self.weights = weights }

  func score(_ features: [Int]) -> Float {
    var sum = 0
    for feature in features { sum += Int(weights[feature]) }
    return Float(sum) * Self.step
  }
}
