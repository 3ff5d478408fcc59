import SluiceHTML
import Testing

@Suite struct BlockModelTests {
  @Test func theShippedModelIsReadAndWrittenByteForByte() {
    let bytes = BlockModel.shipped.bytes
    #expect(BlockModel.shipped.first.trees > 0 && BlockModel.shipped.second.trees > 0)
    #expect(BlockModel(bytes)?.bytes == bytes)
  }

  /// A file that was cut or changed is no model, and never more than that.
  @Test func brokenModelsAreRefused() {
    let bytes = BlockModel.shipped.bytes
    let cuts = [0, 3, 8, 100, bytes.count / 2, bytes.count - 1]
    #expect(cuts.filter { BlockModel(Array(bytes.prefix($0))) != nil } == [])
    var counts = bytes
    for index in 8..<12 { counts[index] = 0xFF }
    #expect(BlockModel(counts) == nil)
  }

  /// The line is drawn where the expected F1 is highest: lower on pages of which less is certain.
  @Test(
    arguments: [
      ([0.9, 0.9, 0.1], [100, 100, 100], [true, true, false]),
      ([0.45, 0.1, 0.1], [100, 100, 100], [true, false, false]),
      ([0.9, 0.4, 0.2], [100, 10, 10], [true, false, false]),
      ([], [], []),
    ] as [([Float], [Int], [Bool])])
  func theRuleMaximisesTheExpectedF1(_ probabilities: [Float], _ words: [Int], _ keep: [Bool]) {
    let rule = DecisionRule(shifts: (0, 0, 0), limits: (0.1, 0.9))
    #expect(rule.keep(probabilities, words: words) == keep)
  }
}
