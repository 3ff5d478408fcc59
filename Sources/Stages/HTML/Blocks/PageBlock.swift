import Sluice

/// A block of a page: the runs of text between two breaks.
struct PageBlock {
  /// Indices of its runs.
  var runs: Range<Int>
  /// The innermost element of its first text.
  var node: Int32
  /// The innermost element of ``node`` and its ancestors that is a block.
  var owner: Int32
  var kind: Blocks.Kind
  /// Level of a heading, depth of a list item.
  var level: Int
  var traits: FlatTree.Traits
  var measure: BlockMeasure
}

/// Divides the runs of a tree into blocks.
struct BlockBuilder {
  private let tree: FlatTree
  private let rows: DataRows
  private let bytes: UnsafeBufferPointer<UInt8>
  private var blocks: [PageBlock] = []
  private var words: [UInt32] = []

  /// The blocks, and the words of all of them as ``WordHash`` values.
  static func blocks(
    of tree: FlatTree, _ rows: DataRows, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (blocks: [PageBlock], words: [UInt32]) {
    var builder = BlockBuilder(tree: tree, rows: rows, bytes: bytes)
    builder.build()
    return (builder.blocks, builder.words)
  }

  private mutating func build() {
    var start = 0
    for index in tree.runs.indices.dropFirst() where divides(index) {
      close(start..<index)
      start = index
    }
    close(start..<tree.runs.count)
  }

  /// Whether a block ends in front of a run.
  private func divides(_ index: Int) -> Bool {
    let run = tree.runs[index]
    let before = tree.runs[index - 1]
    guard run.before == .block else { return false }
    let row = rows.row[Int(run.node)]
    return row < 0 || row != rows.row[Int(before.node)]
  }

  private mutating func close(_ runs: Range<Int>) {
    guard !runs.isEmpty else { return }
    var measure = BlockMeasure()
    let firstWord = words.count
    var first: Int32?
    var link: Int32 = -1
    for run in tree.runs[runs] {
      let node = tree.nodes[Int(run.node)]
      measure.add(
        bytes, Int(run.start)..<Int(run.end), isLink: node.traits.contains(.link),
        isEmphasised: node.traits.contains(.emphasis), breaks: run.before != .none, to: &words)
      if node.traits.contains(.link), run.node != link {
        link = run.node
        measure.links += 1
      }
      if first == nil, measure.characters > 0 { first = run.node }
    }
    measure.finish(&words)
    measure.wordRange = firstWord..<words.count
    guard let first else { return }
    var owner = first
    while owner > 0, !tree.nodes[Int(owner)].tag.isBlock { owner = tree.nodes[Int(owner)].parent }
    let (kind, level) = kind(of: first, owner)
    blocks.append(
      PageBlock(
        runs: runs, node: first, owner: owner, kind: kind, level: level,
        traits: tree.nodes[Int(first)].traits,
        measure: measure))
  }

  private func kind(of first: Int32, _ owner: Int32) -> (Blocks.Kind, Int) {
    let traits = tree.nodes[Int(first)].traits
    var node = Int(owner)
    if rows.row[Int(first)] >= 0 { return (.table, 0) }
    if traits.contains(.code) { return (.code, 0) }
    // A heading may hold a button or a division of its own.
    for _ in 0..<4 where node > 0 {
      let tag = tree.nodes[node].tag
      if let level = tag.headingLevel { return (.heading, level) }
      switch tag {
      case .li, .dd, .dt: return (.listItem, max(1, depth(ofList: node)))
      case .figcaption, .caption: return (.caption, 0)
      case .blockquote: return (.quote, 0)
      case .button, .summary, .div, .p, .hgroup: node = Int(tree.nodes[node].parent)
      default: node = 0
      }
    }
    if traits.contains(.quote) { return (.quote, 0) }
    switch tree.nodes[Int(owner)].tag {
    case .button, .legend, .address, .summary: return (.other, 0)
    default: return (.paragraph, 0)
    }
  }

  private func depth(ofList node: Int) -> Int {
    var depth = 0
    var node = node
    while node > 0 {
      switch tree.nodes[node].tag {
      case .ul, .ol, .menu, .dir, .dl: depth += 1
      default: break
      }
      node = Int(tree.nodes[node].parent)
    }
    return depth
  }

  private init(tree: FlatTree, rows: DataRows, bytes: UnsafeBufferPointer<UInt8>) {
    self.tree = tree
    self.rows = rows
    self.bytes = bytes
  }
}
