import Glibc
import Sluice

/// What the first judgement of a page's blocks says of each block: that of its neighbours, of its containers, of
/// the blocks built alike, and of the page.
struct SecondPass {
  /// Columns that it adds behind those of ``BlockFeatures``.
  static let width = 26
  private static let offsets = [-4, -3, -2, -1, 1, 2, 3, 4]
  private static let reaches = [2, 5, 12]

  private let probabilities: [Float]
  private let weights: [Float]

  /// - Parameter scores: log odds of the first pass.
  init(_ scores: [Float], _ blocks: [PageBlock]) {
    probabilities = blocks.indices.map { 1 / (1 + exp(-scores[$0])) }
    weights = blocks.map { Float(min(100, $0.measure.words + 1)) }
  }

  /// Writes the columns behind those that ``BlockFeatures`` counts.
  func write(
    _ blocks: [PageBlock], _ tree: FlatTree, _ signatures: [UInt64], into values: inout [Float], stride: Int
  ) {
    let count = blocks.count
    var column = FeatureColumns.count
    func put(_ block: Int, _ value: Float) { values[column * stride + block] = value }
    for block in 0..<count { put(block, probabilities[block]) }
    column += 1
    for offset in Self.offsets {
      for block in 0..<count {
        let other = block + offset
        put(block, other >= 0 && other < count ? probabilities[other] : -0.1)
      }
      column += 1
    }
    var sums = [Float](repeating: 0, count: count + 1)
    var words = sums
    for block in 0..<count {
      sums[block + 1] = sums[block] + probabilities[block] * weights[block]
      words[block + 1] = words[block] + weights[block]
    }
    for reach in Self.reaches {
      for block in 0..<count {
        let (low, high) = (max(0, block - reach), min(count, block + reach + 1))
        put(block, (sums[high] - sums[low]) / (words[high] - words[low]))
      }
      column += 1
    }
    let all = max(1e-3, sums[count])
    for block in 0..<count {
      put(block, sums[block] / all)
      values[(column + 1) * stride + block] = all / words[count]
      values[(column + 2) * stride + block] = log1p(all)
    }
    column += 3
    containers(blocks, tree, &values, column, stride)
    column += FeatureColumns.levels.count + 1
    alike(signatures, &values, column, stride)
    column += 1
    surroundings(blocks, &values, column, stride)
  }

  /// Means over the containers of each block, and how much of the text the container of the third level holds.
  private func containers(
    _ blocks: [PageBlock], _ tree: FlatTree, _ values: inout [Float], _ first: Int, _ stride: Int
  ) {
    var sums = [SIMD2<Float>](repeating: .zero, count: tree.nodes.count)
    for (index, block) in blocks.enumerated() {
      sums[Int(block.node)] += SIMD2(probabilities[index] * weights[index], weights[index])
    }
    for node in Swift.stride(from: tree.nodes.count - 1, to: 0, by: -1) where sums[node].y > 0 {
      sums[Int(tree.nodes[node].parent)] += sums[node]
    }
    let levels = FeatureColumns.levels
    for (index, block) in blocks.enumerated() {
      var node = Int(block.owner)
      var level = -1
      for (offset, wanted) in levels.enumerated() {
        while level < wanted, node > 0 {
          node = Int(tree.nodes[node].parent)
          while node > 0, !tree.nodes[node].tag.isBlock { node = Int(tree.nodes[node].parent) }
          level += 1
        }
        values[(first + offset) * stride + index] = sums[node].x / max(1, sums[node].y)
        if wanted == 2 {
          values[(first + levels.count) * stride + index] = sums[node].x / max(1, sums[0].x)
        }
      }
    }
  }

  private func alike(_ signatures: [UInt64], _ values: inout [Float], _ column: Int, _ stride: Int) {
    var slots = HashSlots(capacity: signatures.count)
    var sums: [SIMD2<Float>] = []
    let slotOf = signatures.indices.map { index in
      let slot = slots.slot(signatures[index])
      if slot == sums.count { sums.append(.zero) }
      sums[slot] += SIMD2(probabilities[index] * weights[index], weights[index])
      return slot
    }
    for index in signatures.indices {
      let sum = sums[slotOf[index]]
      values[column * stride + index] = sum.x / max(1, sum.y)
    }
  }

  /// The last heading, and how far the next wanted long blocks are.
  private func surroundings(
    _ blocks: [PageBlock], _ values: inout [Float], _ first: Int, _ stride: Int
  ) {
    var heading: Float = -0.1
    var distance: Float = 60
    for (index, block) in blocks.enumerated() {
      values[first * stride + index] = heading
      values[(first + 1) * stride + index] = distance
      if block.kind == .heading { heading = probabilities[index] }
      distance = probabilities[index] > 0.5 && block.measure.words > 10 ? 0 : min(60, distance + 1)
    }
    distance = 60
    var next: Float = 0
    for (index, block) in blocks.enumerated().reversed() {
      values[(first + 2) * stride + index] = distance
      values[(first + 3) * stride + index] = next
      let isLong = block.measure.words > 10
      if isLong { next = probabilities[index] }
      distance = probabilities[index] > 0.5 && isLong ? 0 : min(60, distance + 1)
    }
  }
}
