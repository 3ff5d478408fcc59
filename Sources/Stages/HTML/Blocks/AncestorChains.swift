import Glibc

/// What stands above each block: elements, their names, and how far the containers of the page's text are.
struct AncestorChains {
  /// Equal for blocks whose element, parent and grandparent carry the same tags and classes.
  private(set) var signatures: [UInt64] = []
  /// The outermost element above each block whose names speak of comments, -1 for none.
  private(set) var commentRoots: [Int32] = []

  struct NodeEvidence {
    var groups: UInt32
    var least: Float
    var most: Float
    var sum: Float
    var known: Int
    var signature: UInt32
  }

  private var rows: [Float] = []
  private let width = FeatureColumns.containers - FeatureColumns.tags
  private let columnOfTag: [Int8]

  init(
    _ blocks: [PageBlock], _ reading: PageReading, _ bytes: UnsafeBufferPointer<UInt8>,
    _ containers: ContainerStatistics, _ tables: EvidenceTables
  ) {
    columnOfTag = Self.ancestorColumn
    let tree = reading.tree
    var known = [Int32](repeating: -1, count: tree.nodes.count)
    var cache = EvidenceCache(reading, bytes)
    rows = Array(repeating: 0, count: blocks.count * width)
    signatures.reserveCapacity(blocks.count)
    let thresholds = [3, 6].map { containers.total.longCharacters * $0 / 10 }
    let mostLinks = containers.total.linkCharacters / 5
    let ancestorsOffset = FeatureColumns.ancestors - FeatureColumns.tags
    let groupsOffset = FeatureColumns.groups - FeatureColumns.tags
    let namesOffset = FeatureColumns.names - FeatureColumns.tags
    let ownTags = FeatureColumns.ownTags
    // Local, so that no write has to prove that it is alone.
    var rows = rows
    self.rows = []
    defer { self.rows = rows }
    let weights = Self.closeness
    for (index, block) in blocks.enumerated() {
      let row = index * width
      let own = Self.normalized(tree.nodes[Int(block.owner)].tag)
      if let column = ownTags.firstIndex(of: own) { rows[row + column] = 1 }
      let (ancestorsAt, groupsAt, namesAt) = (row + ancestorsOffset, row + groupsOffset, row + namesOffset)
      var node = Int(block.node)
      var distance = 0
      var (least, most, sum): (Float, Float, Float) = (0, 0, 0)
      var near: Float = 0
      var levels = 0
      var signature: UInt64 = 0
      var mainDistances = (-1, -1, -1)
      var commentRoot: Int32 = -1
      while node > 0, distance < Self.reach {
        let entry = tree.nodes[node]
        let tag = Self.normalized(entry.tag)
        let closeness = weights[distance]
        let column = columnOfTag[Int(tag.rawValue)]
        if column >= 0, rows[ancestorsAt + Int(column)] == 0 { rows[ancestorsAt + Int(column)] = closeness }
        if known[node] < 0 {
          known[node] = cache.index(of: node) { Self.evidence(node, reading, bytes, tables) }
        }
        let found = cache.evidence[Int(known[node])]
        var bits = found.groups & TokenEvidence.columns.rawValue
        if found.groups & TokenEvidence.comments.rawValue != 0 { commentRoot = Int32(node) }
        while bits != 0 {
          let column = groupsAt + bits.trailingZeroBitCount
          if rows[column] == 0 { rows[column] = closeness }
          bits &= bits - 1
        }
        if found.known > 0 {
          least = min(least, found.least)
          most = max(most, found.most)
          sum += found.sum / Float(found.known)
          if levels < 4 { rows[namesAt + 1 + levels] = found.sum / Float(found.known) }
          if distance < 6 { near += found.sum / Float(found.known) }
        }
        if entry.tag.isBlock || distance == 0 { levels += 1 }
        if levels <= 3 { signature = (signature &* 0x100_0000_01B3) ^ UInt64(found.signature) }
        let sums = containers.sums[node]
        if mainDistances.0 < 0, sums.longCharacters > thresholds[0] { mainDistances.0 = distance }
        if mainDistances.1 < 0, sums.longCharacters > thresholds[1] { mainDistances.1 = distance }
        if mainDistances.2 < 0, sums.linkCharacters > mostLinks { mainDistances.2 = distance }
        distance += 1
        node = Int(entry.parent)
      }
      rows[namesAt] = Float(min(60, distance))
      rows[namesAt + 5] = least
      rows[namesAt + 6] = most
      rows[namesAt + 7] = sum
      rows[namesAt + 8] = near
      rows[namesAt + 9] = Float(mainDistances.0 < 0 ? 30 : min(29, mainDistances.0))
      rows[namesAt + 10] = Float(mainDistances.1 < 0 ? 30 : min(29, mainDistances.1))
      rows[namesAt + 11] = Float(mainDistances.2 < 0 ? 30 : min(29, mainDistances.2))
      signatures.append(signature)
      commentRoots.append(commentRoot)
    }
  }

  func write(into features: inout BlockFeatures) {
    let first = FeatureColumns.tags
    for column in 0..<width {
      for block in signatures.indices { features[block, first + column] = rows[block * width + column] }
    }
  }

  private static func evidence(
    _ node: Int, _ reading: PageReading, _ bytes: UnsafeBufferPointer<UInt8>, _ tables: EvidenceTables
  ) -> NodeEvidence {
    let entry = reading.tree.nodes[node]
    var evidence = NodeEvidence(
      groups: 0, least: 0, most: 0, sum: 0, known: 0, signature: UInt32(entry.tag.rawValue) &* 0x9E37_79B1)
    let token = Int(entry.token)
    guard token >= 0 else { return evidence }
    evidence.groups = TokenEvidence.of(token, in: reading.page, bytes).rawValue
    AttributeTokens.forEach(of: token, tag: entry.tag, in: reading.page, bytes) { hash in
      guard let odds = tables.names.find(hash) else { return }
      evidence.least = min(evidence.least, odds)
      evidence.most = max(evidence.most, odds)
      evidence.sum += odds
      evidence.known += 1
    }
    if let range = reading.page.attribute(.class, of: token) {
      for index in range.prefix(80) {
        // Numbers tell the rows of a list apart.
        if (0x30...0x39).contains(bytes[index]) { continue }
        evidence.signature = WordHash.mix(evidence.signature, UInt32(bytes[index]))
      }
    }
    return evidence
  }

  /// Elements above a block that are looked at.
  private static let reach = 120
  /// From 1 for the element itself down.
  private static let closeness: [Float] = (0..<reach).map { 1 / (1 + Float($0) * 0.25) }

  static func normalized(_ tag: Tag) -> Tag {
    switch tag {
    case .th: .td
    case .h5, .h6: .h4
    case .ol, .menu, .dir: .ul
    default: tag
    }
  }

  private static let ancestorColumn: [Int8] = Tag.allCases.map { tag in
    FeatureColumns.ancestorTags.firstIndex(of: tag).map(Int8.init) ?? -1
  }
}
