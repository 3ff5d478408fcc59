import Sluice

/// The blocks of a page as the classifier sees them, for those who fit its weights.
package struct TrainingPage: Sendable {
  /// Numbers a block.
  package static let width = BlockFeatures.width

  /// The text of each block, UTF-8.
  package let texts: [[UInt8]]
  private let features: BlockFeatures

  /// Rows of ``width`` numbers, one row a block.
  package var values: [Float] { features.values }

  /// Reads a page as ``ParseHTML`` does, up to the decision.
  ///
  /// - Throws: ``SluiceError`` for pages that cannot be read.
  package init(_ source: [UInt8]) throws {
    let decoded = DecodedSource(source, hints: [CharsetPrescan.label(source)])
    (texts, features) = try decoded.text.bytes.withUnsafeBufferPointer { bytes in
      let reading = try PageReading(bytes) {}
      var blocks = reading.blocks.filter { !$0.traits.contains(.noscript) }
      if blocks.reduce(0, { $0 + $1.measure.words }) < MainText.fewWords { blocks = reading.blocks }
      let metadata = PageMetadata(reading.page, reading.tree, reading.blocks, bytes)
      let texts = blocks.map { block in
        var assembly = TextAssembly(reading.tree, reading.rows, bytes)
        assembly.add(block)
        return assembly.finish().text.bytes
      }
      return (
        texts,
        BlockFeatures(blocks, reading.tree, reading.page, bytes, isArticle: metadata.isArticle)
      )
    }
  }

  /// The decision on each block.
  package func keep(by weights: BlockWeights) -> [Bool] { BlockClassifier.keep(features, by: weights) }
}
