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
  private let features: BlockFeatures
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

  func keep(by model: BlockModel) -> [Bool] {
    let probabilities = probabilities(by: model)
    var keep = model.rule.keep(probabilities, words: blocks.map(\.measure.words))
    var last: Int?
    for index in keep.indices where keep[index] {
      if let last, case let between = last + 1..<index, (1...Self.mostEnclosed).contains(between.count),
        belongTogether(between, probabilities)
      {
        for enclosed in between { keep[enclosed] = true }
      }
      last = index
    }
    return keep
  }

  /// Headings, speaker labels and short replies stand between the paragraphs that they belong to: of a few blocks of
  /// so few words between two that are kept, less is asked.
  private static let mostEnclosed = 3
  private static let enclosedWords = 8
  private static let enclosedLeast: Float = 0.05

  /// Below a heading, as with the name of an author above a note on them, links do not count against such blocks.
  private func belongTogether(_ between: Range<Int>, _ probabilities: [Float]) -> Bool {
    let isHeaded = blocks[between.lowerBound].kind == .heading
    return between.allSatisfy { index in
      let measure = blocks[index].measure
      return measure.words <= Self.enclosedWords
        && (isHeaded || (measure.linkCharacters == 0 && probabilities[index] >= Self.enclosedLeast))
    }
  }

  /// How likely each block is text.
  func probabilities(by model: BlockModel) -> [Float] {
    let shift = model.rule.shift(kinds)
    return scores(by: model).map { 1 / (1 + exp(-$0 - shift)) }
  }

  /// Log odds of each block.
  func scores(by model: BlockModel) -> [Float] {
    guard !blocks.isEmpty else { return [] }
    let first = features.values.withUnsafeBufferPointer {
      model.first.scores($0, stride: features.stride)
    }
    let all = features.values + secondColumns(first)
    return Array(
      all.withUnsafeBufferPointer { model.second.scores($0, stride: features.stride) }.prefix(blocks.count))
  }

  func secondColumns(_ first: [Float]) -> [Float] {
    SecondPass(first, blocks).columns(blocks, reading.tree, signatures, stride: features.stride)
  }

  var stride: Int { features.stride }
  var firstColumns: [Float] { features.values }
}
