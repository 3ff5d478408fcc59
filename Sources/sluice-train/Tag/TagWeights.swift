import CSluiceTraining
import SluiceEntities

/// Writes the weights of a learner as parts of a table: eight-bit integers, small ones left out.
struct TagWeights {
  /// One step of an integer.
  static let scale: Float = 4.0 / 127

  /// Rows of as many weights are written for all tags, which is faster to add.
  static let full = 28

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
        let steps = (0..<TagSet.count).map { tag in
          let value = row?[tag] ?? 0
          return abs(value) < prune
            ? 0 : Int8(max(-127, min(127, (value / Self.scale).rounded(.toNearestOrEven))))
        }
        let count = steps.count { $0 != 0 }
        if count == 0 { continue }
        weightCount += count
        if count >= Self.full {
          weights += steps.map { UInt8(bitPattern: $0) }
          weights += Array(repeating: 0, count: Int(SLUICE_TAG_ROOM) - steps.count)
        } else {
          for (tag, step) in steps.enumerated() where step != 0 {
            weights += [UInt8(tag), UInt8(bitPattern: step)]
          }
        }
        present |= 1 << UInt64(bit)
        offsets.append(UInt16(first - base))
      }
      blocks.append(sluice_row_block(present: present, rank: UInt32(rank), base: UInt32(base)))
    }
    blocks.append(sluice_row_block(present: 0, rank: UInt32(offsets.count), base: UInt32(weights.count / 2)))
    rowCount = offsets.count
    parts[.blocks] = blocks.withUnsafeBytes { Array($0) }
    parts[.rowOffsets] = TagTableFile.bytes(of: offsets)
    parts[.weights] = weights
  }
}
