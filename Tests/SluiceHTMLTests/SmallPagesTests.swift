import SluiceHTML
import Testing

@Suite struct SmallPagesTests {
  /// Pages of hardly any blocks have few neighbours, and still a text.
  @Test(arguments: 1...9) func pagesOfFewBlocksGiveTheirText(_ blocks: Int) async throws {
    let html = (1...blocks).map { "<p>Paragraph \($0) says a little, and no more." }.joined()
    #expect(try await Pages.text(html).isEmpty == false)
  }
}
