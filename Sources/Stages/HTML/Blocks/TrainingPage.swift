import Sluice

/// The blocks of a page as the classifier sees them, for those who fit its tables.
package struct TrainingPage: Sendable {
  /// Columns of the first pass, and of the second.
  package static let firstColumns = FeatureColumns.count
  package static let secondColumns = FeatureColumns.count + SecondPass.width

  /// The text of each block, UTF-8.
  package let texts: [[UInt8]]
  /// Words of each block, as the decision counts them.
  package let words: [Int]
  /// What ``EvidenceTables`` may know of each block: hashes of its words, and of the names above it.
  package let wordHashes: [[UInt32]]
  package let nameHashes: [[UInt32]]
  /// The place of the page's kind among the shifts of ``DecisionRule``: news, article, other.
  package let kind: Int
  private let bytes: [UInt8]
  private let reading: PageReading
  private let blocks: [PageBlock]
  private let evidence: PageEvidence

  /// Reads a page as ``ParseHTML`` does, up to the decision.
  ///
  /// - Throws: ``SluiceError`` for pages that cannot be read.
  package init(_ source: [UInt8]) throws {
    let decoded = DecodedSource(source, hints: [CharsetPrescan.label(source)])
    bytes = decoded.text.bytes
    (reading, blocks, evidence, texts, nameHashes) = try bytes.withUnsafeBufferPointer { bytes in
      let reading = try PageReading(bytes) {}
      var blocks = reading.blocks.filter { !$0.traits.contains(.noscript) }
      if blocks.reduce(0, { $0 + $1.measure.words }) < MainText.fewWords { blocks = reading.blocks }
      let texts = blocks.map { block in
        var assembly = TextAssembly(reading.tree, reading.rows, bytes)
        assembly.add(block)
        return assembly.finish().text.bytes
      }
      return (
        reading, blocks, PageEvidence(reading.page, bytes), texts,
        blocks.map { Self.names(above: Int($0.node), reading, bytes) }
      )
    }
    words = blocks.map(\.measure.words)
    kind = evidence.kinds.contains(.news) ? 0 : evidence.kinds.contains(.article) ? 1 : 2
    wordHashes = blocks.map { [reading] block in
      let words = reading.words[block.measure.wordRange].prefix(EvidenceTables.longest)
      let pairs = zip(words, words.dropFirst()).prefix(EvidenceTables.openingWords - 1).map(WordHash.pair)
      return Array(words) + pairs
    }
  }

  private static func names(
    above node: Int, _ reading: PageReading, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt32] {
    var names: Set<UInt32> = []
    var node = node
    while node > 0 {
      let entry = reading.tree.nodes[node]
      if entry.token >= 0 {
        AttributeTokens.forEach(of: Int(entry.token), tag: entry.tag, in: reading.page, bytes) {
          names.insert($0)
        }
      }
      node = Int(entry.parent)
    }
    return names.sorted()
  }

  /// Columns of the first pass, of ``stride`` numbers each.
  package func columns(_ tables: EvidenceTables) -> [Float] { classifier(tables).firstColumns }

  /// Columns of both passes, given the log odds of the first.
  package func columns(_ tables: EvidenceTables, first: [Float]) -> [Float] {
    var classifier = classifier(tables)
    return classifier.secondColumns(first)
  }

  /// Log odds of each block by a forest, given the columns that it was fitted to.
  package func score(_ columns: [Float], by forest: ObliviousForest) -> [Float] {
    Array(forest.scores(columns, stride: stride).prefix(texts.count))
  }

  package var stride: Int { (texts.count + 7) & ~7 }

  /// The decision on each block.
  package func keep(by model: BlockModel) -> [Bool] {
    var classifier = classifier(model.tables)
    return classifier.keep(by: model)
  }

  /// Log odds of each block.
  package func scores(by model: BlockModel) -> [Float] {
    var classifier = classifier(model.tables)
    return classifier.scores(by: model)
  }

  private func classifier(_ tables: EvidenceTables) -> BlockClassifier {
    bytes.withUnsafeBufferPointer { BlockClassifier(blocks, reading, $0, evidence, tables) }
  }
}
