import Glibc

/// Sums over the blocks in each element of a page.
struct ContainerStatistics {
  struct Sums {
    var characters = 0
    var linkCharacters = 0
    var blocks = 0
    var sentences = 0
    /// In blocks that are long, end sentences and have few links.
    var longCharacters = 0

    mutating func add(_ other: Sums) {
      characters += other.characters
      linkCharacters += other.linkCharacters
      blocks += other.blocks
      sentences += other.sentences
      longCharacters += other.longCharacters
    }
  }

  private(set) var sums: [Sums]
  var total: Sums { sums[0] }

  init(_ blocks: [PageBlock], _ tree: FlatTree) {
    sums = Array(repeating: Sums(), count: tree.nodes.count)
    for block in blocks {
      let measure = block.measure
      let isLong =
        measure.characters > 65 && measure.sentenceEnds > 0
        && measure.linkCharacters * 10 < measure.characters * 3
      sums[Int(block.node)].add(
        Sums(
          characters: measure.characters, linkCharacters: measure.linkCharacters, blocks: 1,
          sentences: measure.sentenceEnds, longCharacters: isLong ? measure.characters : 0))
    }
    // Parents stand in front of their children.
    for node in stride(from: tree.nodes.count - 1, to: 0, by: -1) where sums[node].blocks > 0 {
      sums[Int(tree.nodes[node].parent)].add(sums[node])
    }
  }

  /// Writes the statistics of the containers of each block, from the one around its own element outwards.
  func write(_ blocks: [PageBlock], _ tree: FlatTree, into features: inout BlockFeatures) {
    let all = Float(max(1, total.characters))
    let (first, levels, width) = (
      FeatureColumns.containers, FeatureColumns.levels, FeatureColumns.containerWidth
    )
    for (index, block) in blocks.enumerated() {
      var node = Int(block.owner)
      var level = -1
      var column = first
      for wanted in levels {
        while level < wanted, node > 0 {
          node = Int(tree.nodes[node].parent)
          while node > 0, !tree.nodes[node].tag.isBlock { node = Int(tree.nodes[node].parent) }
          level += 1
        }
        let container = sums[node]
        let characters = Float(max(1, container.characters))
        let count = Float(max(1, container.blocks))
        features[index, column] = Float(container.linkCharacters) / characters
        features[index, column + 1] = characters / all
        features[index, column + 2] = Logarithms.log1p(max(1, container.blocks))
        features[index, column + 3] = Float(container.longCharacters) / characters
        features[index, column + 4] = min(4, Float(container.sentences) / count)
        features[index, column + 5] = log1p(characters / count)
        column += width
      }
    }
  }
}
