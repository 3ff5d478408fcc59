package import Sluice

/// The stages' answers for a text that is no document, for modules that wrap them.
package struct PlainText: Sendable {
  package let bytes: [UInt8]

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// - Parameter language: BCP 47 tag; English when there is none.
  package func sentences(language: String?) -> [TextRange] {
    let rules = SentenceRules(.of(language))
    var ranges: [TextRange] = []
    bytes.withUnsafeBufferPointer { SentenceSplitter(rules).split($0, in: 0..<bytes.count, into: &ranges) }
    return ranges
  }

  package var tokens: Tokens {
    var tokenizer = Tokenizer()
    return bytes.withUnsafeBufferPointer { tokenizer.tokenize($0) }
  }

  /// The stretches between line breaks, without the white space around them.
  package var paragraphs: [TextRange] {
    bytes.withUnsafeBufferPointer { text in
      ByteClass.table.withUnsafeBufferPointer { classes in
        guard let base = text.baseAddress, let classes = classes.baseAddress else { return [] }
        let window = Window(base: base, start: 0, end: text.count, classes: classes)
        var found: [TextRange] = []
        var start = 0
        for end in 0...text.count where end == text.count || text[end] == 0x0A {
          let first = window.skipSpace(from: start)
          if first < end { found.append(TextRange(first, window.trimSpace(before: end, limit: first))) }
          start = end + 1
        }
        return found
      }
    }
  }
}
