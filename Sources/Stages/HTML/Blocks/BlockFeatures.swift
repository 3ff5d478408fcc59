import Glibc
import Sluice

/// What the classifier knows of each block of a page: one row of numbers a block.
///
/// The set follows from what tells text from boilerplate on pages of all kinds: the text itself, the block's
/// element and its ancestors, the names that authors gave them, the containers around it, its place, and its
/// neighbours. Nothing in it is a decision.
struct BlockFeatures: Sendable {
  /// Rows of ``width`` numbers.
  private(set) var values: [Float]
  let count: Int
  /// What speaks for a page of one article: JSON-LD or OpenGraph say so.
  let isArticle: Bool

  static let tags: [Tag] = [
    .p, .li, .h1, .h2, .h3, .h4, .td, .dd, .dt, .blockquote, .pre, .figcaption, .div, .span, .summary,
    .button, .section,
    .article,
  ]
  static let ancestors: [Tag] = [
    .nav, .header, .footer, .aside, .form, .article, .main, .section, .table, .ul, .figure, .blockquote,
    .details, .dl,
    .button, .p,
  ]
  /// How many containers up the statistics are taken.
  static let levels = [0, 1, 2, 4]
  static let textWidth = 14
  static let ancestorsAt = textWidth + tags.count
  static let groupsAt = ancestorsAt + ancestors.count
  static let placeAt = groupsAt + TokenEvidence.groupCount + 1
  static let placeWidth = 11
  static let containersAt = placeAt + placeWidth
  static let containerWidth = 5
  static let neighboursAt = containersAt + levels.count * containerWidth
  /// Columns of the neighbours that a row repeats: words, links, sentences, end, boilerplate, p, li, h1.
  static let neighbourColumns = [0, 2, 3, 5, 9, textWidth, textWidth + 1, textWidth + 2]
  static let offsets = [-2, -1, 1, 2]
  static let densityAt = neighboursAt + neighbourColumns.count * offsets.count
  static let reaches = [3, 8, 20]
  static let width = densityAt + reaches.count

  subscript(block: Int, column: Int) -> Float {
    get { values[block * Self.width + column] }
    set { values[block * Self.width + column] = newValue }
  }
}

extension BlockFeatures {
  init(
    _ blocks: [PageBlock], _ tree: FlatTree, _ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>,
    isArticle: Bool
  ) {
    count = blocks.count
    self.isArticle = isArticle
    values = Array(repeating: 0, count: blocks.count * Self.width)
    let containers = ContainerStatistics(blocks, tree)
    var evidence = EvidenceCache(tree: tree, page: page, bytes: bytes)
    var occurrences: [UInt64: Int] = [:]
    for block in blocks { occurrences[block.measure.hash, default: 0] += 1 }
    let firstHeading = blocks.firstIndex { $0.kind == .heading && $0.level == 1 }
    var charactersBefore = 0
    let total = Float(max(1, containers.total.characters))
    for (index, block) in blocks.enumerated() {
      let row = index * Self.width
      text(block.measure, occurrences[block.measure.hash] ?? 1, row)
      elements(block, tree, &evidence, row)
      let place = row + Self.placeAt
      values[place + 1] = Float(index) / Float(count)
      values[place + 2] = Float(charactersBefore) / total
      values[place + 3] = log1p(Float(count))
      values[place + 4] = log1p(total)
      values[place + 5] = Float(containers.total.longCharacters) / total
      if let firstHeading {
        values[place + 6] = Float(index - firstHeading) / Float(count)
        values[place + 7] = index >= firstHeading ? 1 : 0
        values[place + 8] = 1
      }
      values[place + 9] = isArticle ? 1 : 0
      values[place + 10] = block.kind == .table ? 1 : 0
      containers.write(block, tree, into: &values, at: row + Self.containersAt)
      charactersBefore += block.measure.characters
    }
    neighbours()
    densities()
  }

  private mutating func text(_ measure: BlockMeasure, _ occurrences: Int, _ row: Int) {
    let words = Float(max(1, measure.words))
    let characters = Float(max(1, measure.characters))
    values[row] = log1p(Float(measure.words))
    values[row + 1] = log1p(characters)
    values[row + 2] = Float(measure.linkCharacters) / characters
    values[row + 3] = min(8, Float(measure.sentenceEnds))
    values[row + 4] = min(1, Float(measure.commas) / words)
    values[row + 5] = measure.endsLikeSentence ? 1 : 0
    values[row + 6] = measure.beginsWithCapital ? 1 : 0
    values[row + 7] = Float(measure.digits) / characters
    values[row + 8] = min(1, Float(measure.capitalizedWords) / words)
    values[row + 9] = BoilerplateOpening.matches(measure.opening.bytes) ? 1 : 0
    values[row + 10] = occurrences > 1 ? 1 : 0
    values[row + 11] = min(12, characters / words)
    values[row + 12] = measure.separators > 0 ? 1 : 0
    values[row + 13] = measure.sentenceEnds > 0 && measure.words > 12 ? 1 : 0
  }

  private func normalized(_ tag: Tag) -> Tag {
    switch tag {
    case .th: .td
    case .h5, .h6: .h4
    case .ol, .menu, .dir: .ul
    default: tag
    }
  }

  private mutating func elements(
    _ block: PageBlock, _ tree: FlatTree, _ evidence: inout EvidenceCache, _ row: Int
  ) {
    let own = normalized(tree.nodes[Int(block.owner)].tag)
    if let column = Self.tags.firstIndex(of: own) { values[row + Self.textWidth + column] = 1 }
    var node = Int(block.node)
    var distance: Float = 0
    while node > 0 {
      let tag = normalized(tree.nodes[node].tag)
      if let column = Self.ancestorColumn[Int(tag.rawValue)] { values[row + Self.ancestorsAt + column] = 1 }
      var bits = evidence.of(node)
      while bits != 0 {
        let column = row + Self.groupsAt + bits.trailingZeroBitCount
        if values[column] == 0 { values[column] = 1 / (1 + distance * 0.25) }
        bits &= bits - 1
      }
      distance += 1
      node = Int(tree.nodes[node].parent)
      if distance > 200 { break }
    }
    values[row + Self.placeAt] = min(1, distance / 40)
  }

  private static let ancestorColumn: [Int?] = Tag.allCases.map { ancestors.firstIndex(of: $0) }

  private mutating func neighbours() {
    for block in 0..<count {
      var at = block * Self.width + Self.neighboursAt
      for offset in Self.offsets {
        let other = block + offset
        for column in Self.neighbourColumns {
          if other >= 0, other < count { values[at] = values[other * Self.width + column] }
          at += 1
        }
      }
    }
  }

  /// Shares of long blocks with few links around each block.
  private mutating func densities() {
    var long = [Int32](repeating: 0, count: count + 1)
    for block in 0..<count {
      let isLong = self[block, 0] > 2.56 && self[block, 2] < 0.3
      long[block + 1] = long[block] + (isLong ? 1 : 0)
    }
    for block in 0..<count {
      for (column, reach) in Self.reaches.enumerated() {
        let window = long[min(count, block + reach + 1)] - long[max(0, block - reach)]
        self[block, Self.densityAt + column] = Float(window) / Float(2 * reach + 1)
      }
    }
  }
}

/// The names of elements, looked at once an element.
struct EvidenceCache {
  let tree: FlatTree
  let page: PageTokens
  let bytes: UnsafeBufferPointer<UInt8>
  private var known: [UInt32]
  private static let unknown = UInt32.max

  init(tree: FlatTree, page: PageTokens, bytes: UnsafeBufferPointer<UInt8>) {
    self.tree = tree
    self.page = page
    self.bytes = bytes
    known = Array(repeating: Self.unknown, count: tree.nodes.count)
  }

  mutating func of(_ node: Int) -> UInt32 {
    if known[node] != Self.unknown { return known[node] }
    let token = Int(tree.nodes[node].token)
    let evidence = token < 0 ? 0 : TokenEvidence.of(token, in: page, bytes).rawValue
    known[node] = evidence
    return evidence
  }
}
