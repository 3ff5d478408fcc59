import Sluice

/// Chooses the blocks of a page's text: by the classifier where it finds any, else by a ladder of fallbacks.
/// A page with words never ends up without text.
struct MainText {
  /// Where the text came from.
  enum Evidence: String {
    case blocks, noscript, densestContainer = "densest container", allText = "all text"
  }

  let blocks: [PageBlock]
  let evidence: Evidence

  /// Words in all blocks.
  var words: Int { Self.words(blocks) }

  /// Fewer words than this are no main text when another rung of the ladder has many more.
  static let fewWords = 25

  init(_ reading: PageReading, _ bytes: UnsafeBufferPointer<UInt8>, by model: BlockModel = .shipped) {
    let page = PageEvidence(reading.page, bytes)
    let visible = reading.blocks.filter { !$0.traits.contains(.noscript) }
    if visible.count == reading.blocks.count, Self.words(visible) < Self.fewWords {
      // Little can be told from so little.
      let own = visible.filter { !$0.measure.opensLikeBoilerplate }
      (blocks, evidence) = (own.isEmpty ? visible : own, .allText)
      return
    }
    var chosen = Self.classify(visible, reading, bytes, page, model)
    let unscripted = reading.blocks.filter { $0.traits.contains(.noscript) }
    let isPoor = Self.words(chosen) < Self.fewWords || Self.words(unscripted) > 3 * Self.words(chosen)
    if isPoor, Self.words(unscripted) > Self.words(chosen) {
      let other = Self.classify(reading.blocks, reading, bytes, page, model)
      if Self.words(other) > 2 * Self.words(chosen) {
        (blocks, evidence) = (other, .noscript)
        return
      }
    }
    if !chosen.isEmpty {
      (blocks, evidence) = (chosen, .blocks)
      return
    }
    chosen = Self.densest(visible, reading.tree)
    if !chosen.isEmpty {
      (blocks, evidence) = (chosen, .densestContainer)
      return
    }
    (blocks, evidence) = (reading.blocks, .allText)
  }

  private static func words(_ blocks: [PageBlock]) -> Int {
    blocks.reduce(0) { $0 + $1.measure.words }
  }

  private static func classify(
    _ blocks: [PageBlock], _ reading: PageReading, _ bytes: UnsafeBufferPointer<UInt8>, _ page: PageEvidence,
    _ model: BlockModel
  ) -> [PageBlock] {
    guard !blocks.isEmpty else { return [] }
    var classifier = BlockClassifier(blocks, reading, bytes, page, model.tables)
    let keep = classifier.keep(by: model)
    return zip(blocks, keep).compactMap { $1 ? $0 : nil }
  }

  /// The blocks of the container with the most text outside links, for its number of blocks.
  private static func densest(_ blocks: [PageBlock], _ tree: FlatTree) -> [PageBlock] {
    let statistics = ContainerStatistics(blocks, tree)
    var best: (node: Int, score: Int) = (-1, 0)
    for (node, sums) in statistics.sums.enumerated() where sums.blocks > 0 {
      let score = sums.characters - 2 * sums.linkCharacters - 20 * sums.blocks
      if score > best.score { best = (node, score) }
    }
    guard best.node >= 0 else { return [] }
    return blocks.filter { block in
      var node = Int(block.node)
      while node > best.node { node = Int(tree.nodes[node].parent) }
      return node == best.node
    }
  }
}
