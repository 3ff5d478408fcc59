import Sluice

/// Adds to the blocks that were chosen those that belong to them by their place.
///
/// Short blocks say little by themselves: headings, speaker labels and short replies between paragraphs, the last line
/// of a text, a row of a table.
struct BlockCompletion {
  private let blocks: [PageBlock]
  private let tree: FlatTree
  private let probabilities: [Float]

  /// Blocks in a row that can be enclosed, and words of each.
  private static let mostEnclosed = 3
  private static let shortest = 8
  private static let leastEnclosed: Float = 0.05
  private static let leastClosing: Float = 0.15
  /// Share of the words of a table or list from which on it is kept whole.
  private static let whole = 0.75

  init(_ blocks: [PageBlock], _ tree: FlatTree, _ probabilities: [Float]) {
    (self.blocks, self.tree, self.probabilities) = (blocks, tree, probabilities)
  }

  func complete(_ keep: inout [Bool]) {
    enclose(&keep)
    fillRows(&keep)
    close(&keep)
  }

  private func isShort(_ index: Int) -> Bool { blocks[index].measure.words <= Self.shortest }

  private func isPlain(_ index: Int, _ least: Float) -> Bool {
    let measure = blocks[index].measure
    return measure.linkCharacters == 0 && probabilities[index] >= least
      && !measure.opensLikeBoilerplate
  }

  /// Of a few blocks of so few words between two that are kept, less is asked. Below a heading, as with the name of an
  /// author above a note on them, links do not count against them.
  private func enclose(_ keep: inout [Bool]) {
    var last: Int?
    for index in keep.indices where keep[index] {
      if let last, case let between = last + 1..<index, (1...Self.mostEnclosed).contains(between.count) {
        let isHeaded = blocks[between.lowerBound].kind == .heading
        if between.allSatisfy({ isShort($0) && (isHeaded || isPlain($0, Self.leastEnclosed)) }) {
          for enclosed in between { keep[enclosed] = true }
        }
      }
      last = index
    }
  }

  /// Tables and lists of which most is kept are kept whole.
  private func fillRows(_ keep: inout [Bool]) {
    struct Part { var (rows, words, kept) = (0, 0, 0) }
    var parts: [Int32: Part] = [:]
    var nodes = [Int32](repeating: -1, count: blocks.count)
    for (index, block) in blocks.enumerated() where block.kind == .table || block.kind == .listItem {
      nodes[index] = frame(of: block)
      guard nodes[index] >= 0 else { continue }
      parts[nodes[index], default: Part()].rows += 1
      parts[nodes[index], default: Part()].words += block.measure.words
      if keep[index] { parts[nodes[index], default: Part()].kept += block.measure.words }
    }
    for index in keep.indices where !keep[index] && nodes[index] >= 0 {
      guard let part = parts[nodes[index]], part.rows > 2, part.kept < part.words else { continue }
      if Double(part.kept) >= Self.whole * Double(part.words) { keep[index] = true }
    }
  }

  /// The table or list that a block is a row or an item of.
  private func frame(of block: PageBlock) -> Int32 {
    var node = block.owner
    for _ in 0..<12 where node > 0 {
      switch tree.nodes[Int(node)].tag {
      case .table: if block.kind == .table { return node }
      case .ul, .ol, .dl, .menu, .dir: if block.kind == .listItem { return node }
      default: break
      }
      node = tree.nodes[Int(node)].parent
    }
    return -1
  }

  /// A short line behind text, the last in the element that holds both, ends it.
  private func close(_ keep: inout [Bool]) {
    for index in keep.indices.dropFirst() where !keep[index] && keep[index - 1] {
      guard isShort(index), isPlain(index, Self.leastClosing) else { continue }
      let container = tree.nodes[Int(blocks[index].owner)].parent
      guard tree.nodes[Int(blocks[index - 1].owner)].parent == container else { continue }
      if index + 1 == blocks.count || !isInside(blocks[index + 1].node, container) { keep[index] = true }
    }
  }

  private func isInside(_ node: Int32, _ container: Int32) -> Bool {
    var node = node
    while node > container { node = tree.nodes[Int(node)].parent }
    return node == container
  }
}
