/// What each column of ``BlockFeatures`` says for a block, in log odds.
package struct BlockWeights: Sendable {
  /// Tables are written in this many parts of one.
  package static let scale = 1000

  let bias: Float
  let columns: [Float]

  /// - Parameters:
  ///   - bias: log odds of a block whose columns are all zero, in thousandths.
  ///   - columns: weights of the columns in order, in thousandths.
  package init(bias: Int32, columns: [Int32]) {
    precondition(columns.count == BlockFeatures.width, "one weight a column")
    self.bias = Float(bias) / Float(Self.scale)
    self.columns = columns.map { Float($0) / Float(Self.scale) }
  }

  /// The columns in the order of the table, in groups, with words for readers of the table.
  package static let groups: [(title: String, width: Int)] = [
    (
      "The text: words, characters, links, sentences, commas, end, capital, digits, capitals, boilerplate opening, "
        + "repeated, length of words, separators, long sentence.", BlockFeatures.textWidth
    ),
    (
      "Its element: p li h1 h2 h3 h4 td dd dt blockquote pre figcaption div span summary button section article.",
      BlockFeatures.tags.count
    ),
    (
      "Ancestors: nav header footer aside form article main section table list figure blockquote details dl button p.",
      BlockFeatures.ancestors.count
    ),
    (
      "Names: navigation, footer, sidebar, share, related, cookie, newsletter, comment, meta, filter, content, "
        + "transcript, product, header, caption, forum; hidden.", TokenEvidence.groupCount + 1
    ),
    (
      "Place: depth, index, text before, blocks, characters, long share, distance from h1, behind h1, has h1, "
        + "article, row of a table.", BlockFeatures.placeWidth
    ),
    (
      "Containers 0, 1, 2, 4 up: links, share, blocks, long share, sentences.",
      BlockFeatures.levels.count * BlockFeatures.containerWidth
    ),
    (
      "Neighbours -2, -1, 1, 2: words, links, sentences, end, boilerplate, p, li, h1.",
      BlockFeatures.offsets.count * BlockFeatures.neighbourColumns.count
    ),
    ("Density of long blocks within 3, 8, 20.", BlockFeatures.reaches.count),
  ]
}
