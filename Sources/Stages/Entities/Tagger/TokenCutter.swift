import Sluice

/// Cuts sentences into tokens, and sentences that are too long for one chain into pieces.
struct TokenCutter {
  /// The most tokens of one chain.
  static let longest = 160

  let tokenizer: Tokenizer

  /// - Parameters:
  ///   - tokens: gets the tokens of the document.
  ///   - sentences: gets the ranges of tokens that are read as one.
  func cut(_ text: Text, _ ranges: [TextRange], _ tokens: inout [Token], _ sentences: inout [Range<Int>]) {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    for range in ranges {
      var first = tokens.count
      tokenizer.tokenize(text.bytes, range, into: &tokens)
      while tokens.count - first > Self.longest {
        // Behind a mark, where no name goes on.
        let limit = first + Self.longest
        let mark = (limit - 40..<limit).last { tokens[$0].kind == .mark && !tokens[$0].isDash }
        let end = mark.map { $0 + 1 } ?? limit
        sentences.append(first..<end)
        first = end
      }
      if tokens.count > first { sentences.append(first..<tokens.count) }
    }
  }
}
