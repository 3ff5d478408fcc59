import Glibc
import Sluice

/// Decides which blocks of a page are its main text: rows of ``BlockFeatures`` in, one flag a block out.
///
/// A forest judges every block by itself, a second one with what the first said of the blocks around it, and
/// ``DecisionRule`` draws the line. `sluice-train parse` fits all three.
struct BlockClassifier {
  /// Changes whenever an answer may.
  static let model = "blocks-trees-1"

  let blocks: [PageBlock]
  private let kinds: PageEvidence.Kinds
  private var features: BlockFeatures
  private let reading: PageReading
  private let signatures: [UInt64]

  init(
    _ blocks: [PageBlock], _ reading: PageReading, _ bytes: UnsafeBufferPointer<UInt8>, _ page: PageEvidence,
    _ tables: EvidenceTables
  ) {
    self.blocks = blocks
    self.reading = reading
    kinds = page.kinds
    features = BlockFeatures(blocks, reading, bytes, page, tables)
    signatures = features.signatures
  }

  mutating func keep(by model: BlockModel) -> [Bool] {
    let probabilities = probabilities(by: model)
    var keep = model.rule.keep(probabilities, words: blocks.map(\.measure.words))
    BlockCompletion(blocks, reading.tree, probabilities).complete(&keep)
    if kinds.contains(.article), kinds.isDisjoint(with: [.forum, .questions]) {
      ArticleComments(blocks, features.commentRoots).drop(&keep)
    }
    return keep
  }

  /// How likely each block is text.
  mutating func probabilities(by model: BlockModel) -> [Float] {
    let shift = model.rule.shift(kinds)
    return scores(by: model).map { 1 / (1 + exp(-$0 - shift)) }
  }

  /// Log odds of each block.
  mutating func scores(by model: BlockModel) -> [Float] {
    guard !blocks.isEmpty else { return [] }
    writeSecondColumns(model.first.scores(features.values, stride: features.stride))
    return Array(model.second.scores(features.values, stride: features.stride).prefix(blocks.count))
  }

  private mutating func writeSecondColumns(_ first: [Float]) {
    let stride = features.stride
    SecondPass(first, blocks).write(
      blocks, reading.tree, signatures, into: &features.values, stride: stride)
  }

  /// The columns of both passes, given the log odds of the first.
  mutating func secondColumns(_ first: [Float]) -> [Float] {
    writeSecondColumns(first)
    return features.values
  }

  var stride: Int { features.stride }
  var firstColumns: [Float] { Array(features.values.prefix(features.stride * FeatureColumns.count)) }
}
