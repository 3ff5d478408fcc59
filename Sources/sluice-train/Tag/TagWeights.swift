import CSluiceTraining
import SluiceEntities

/// Writes the weights of a learner as parts of a table: eight-bit integers, small ones left out.
struct TagWeights {
  /// One step of an integer.
  static let scale: Float = 4.0 / 127

  private(set) var parts: [TaggerTable.Part: [UInt8]] = [:]
  private(set) var rowCount = 0
  private(set) var weightCount = 0

  /// Parts of a table that has no weights yet.
  static var none: [TaggerTable.Part: [UInt8]] {
    var parts: [TaggerTable.Part: [UInt8]] = [:]
    parts[.moves] = Array(repeating: 0, count: MemoryLayout<sluice_tag_moves>.size)
    parts[.network] = Array(repeating: 0, count: MemoryLayout<sluice_tag_network>.size)
    parts[.blocks] = Array(
      repeating: 0, count: ((1 << TaggerTable.rowBits) / 64 + 1) * MemoryLayout<sluice_row_block>.size)
    parts[.weightScale] = TagTableFile.bytes(of: [scale])
    return parts
  }

  /// - Parameter prune: weights below it in size are left out.
  init(_ learner: OpaquePointer, prune: Float) {
    parts[.weightScale] = TagTableFile.bytes(of: [Self.scale])
    parts[.moves] = withUnsafeBytes(of: sluice_learner_moves(learner).pointee) { Array($0) }
    parts[.network] = withUnsafeBytes(of: sluice_learner_network(learner).pointee) { Array($0) }
    var blocks: [sluice_row_block] = []
    var offsets: [UInt16] = []
    var weights: [UInt8] = []
    for block in 0..<(1 << TaggerTable.rowBits) / 64 {
      let base = weights.count / 2
      var present: UInt64 = 0
      let rank = offsets.count
      for bit in 0..<64 {
        let row = sluice_learner_row(learner, block * 64 + bit)
        let first = weights.count / 2
        for tag in 0..<TagSet.count {
          let value = row?[tag] ?? 0
          guard abs(value) >= prune else { continue }
          let step = max(-127, min(127, Int((value / Self.scale).rounded(.toNearestOrEven))))
          if step == 0 { continue }
          weights.append(UInt8(tag))
          weights.append(UInt8(bitPattern: Int8(step)))
        }
        if weights.count / 2 == first { continue }
        present |= 1 << UInt64(bit)
        offsets.append(UInt16(first - base))
      }
      blocks.append(sluice_row_block(present: present, rank: UInt32(rank), base: UInt32(base)))
    }
    blocks.append(sluice_row_block(present: 0, rank: UInt32(offsets.count), base: UInt32(weights.count / 2)))
    rowCount = offsets.count
    weightCount = weights.count / 2
    parts[.blocks] = blocks.withUnsafeBytes { Array($0) }
    parts[.rowOffsets] = TagTableFile.bytes(of: offsets)
    parts[.weights] = weights
  }
}
