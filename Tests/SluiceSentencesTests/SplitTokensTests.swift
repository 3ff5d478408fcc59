import Sluice
import SluiceSentences
import Testing

struct SplitTokensTests {
  @Test func tokensAreCutAsMarked() async throws {
    for line in try Case.lines(of: "tokens.txt") {
      let document = try await process(line.replacing("|", with: ""), SplitTokens())
      let found = (document[.tokens]?.ranges ?? []).map { document.text[$0] }
      let marked = line.split { $0 == "|" || $0 == " " }.map(String.init)
      #expect(found == marked, "\(found.joined(separator: " "))")
    }
  }

  @Test func flagsTellShapeCaseAndSpace() async throws {
    let document = try await process("The iPhone cost $5, é USA!", SplitTokens())
    let flags = try #require(document[.tokens]).flags
    #expect(
      flags.map(\.shape) == [
        .capitalized, .mixed, .lower, .symbol, .digits, .punctuation, .lower, .upper, .punctuation,
      ])
    #expect(flags.map(\.hasUpper) == [true, true, false, false, false, false, false, true, false])
    #expect(flags.map(\.isWide) == [false, false, false, false, false, false, true, false, false])
    #expect(flags.map(\.followsSpace) == [false, true, true, true, false, false, true, true, false])
  }

  /// Tokens stand in order, hold no white space, and cover everything else.
  @Test func everyTextIsCoveredByTokens() async throws {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "a", "Zb", "é", "Ж", "語", "7", " ", "\n", "\u{A0}", ".", "..", ",", "'", "’", "s", "n't", "-", "@", "#",
      "http://", "www.",
      "$", "(", ")", ":", "/", "&", "_", "😀", "\u{300}", "1,000", "\"", "“", "\u{FEFF}", "\0",
    ]
    for length in 0..<400 {
      let text = (0..<length / 4).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let document = try await process(text, SplitTokens())
      var end: Int32 = 0
      var gaps = ""
      var isSound = true
      for range in document[.tokens]?.ranges ?? [] {
        isSound = isSound && range.start >= end && !range.isEmpty
        isSound =
          isSound && document.text.isScalarBoundary(Int(range.start))
          && document.text.isScalarBoundary(Int(range.end))
        isSound = isSound && !document.text[range].unicodeScalars.contains { $0.properties.isWhitespace }
        gaps += document.text[TextRange(Int(end), Int(range.start))]
        end = range.end
      }
      gaps += document.text[TextRange(Int(end), document.text.count)]
      #expect(
        isSound && gaps.unicodeScalars.allSatisfy { $0.properties.isWhitespace }, "\(text.debugDescription)")
    }
  }
}
