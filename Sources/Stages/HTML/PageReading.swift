import Sluice

/// A decoded page taken apart: tags, tree, blocks.
struct PageReading {
  let page: PageTokens
  private(set) var tree: FlatTree
  let rows: DataRows
  /// All blocks with words, in document order, those of `noscript` too.
  private(set) var blocks: [PageBlock]
  /// The words of all blocks, as ``WordHash`` values.
  private(set) var words: [UInt32]

  /// - Parameter poll: called now and then; what it throws ends the work.
  init(_ bytes: UnsafeBufferPointer<UInt8>, poll: () throws -> Void) throws {
    page = PageTokenizer.tokenize(bytes)
    try poll()
    tree = try TreeConstruction.build(page, bytes, poll: poll)
    try poll()
    rows = DataRows(tree)
    (blocks, words) = BlockBuilder.blocks(of: tree, rows, bytes)
    if blocks.isEmpty, !tree.droppedRuns.isEmpty {
      tree.runs = tree.droppedRuns
      (blocks, words) = BlockBuilder.blocks(of: tree, rows, bytes)
    }
  }
}
