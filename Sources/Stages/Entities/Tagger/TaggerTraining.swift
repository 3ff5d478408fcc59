package import Sluice

/// What `sluice-train` needs of the tagger: the tokens of a text with their features, by a table that may have no
/// weights yet.
package struct TaggerTraining {
  /// A sentence as the trainer sees it.
  package struct Sentence: Sendable {
    /// The tokens, as ranges of bytes.
    package var tokens: [TextRange]
    /// Addresses, handles and tags among them.
    package var isOpaque: [Bool]
    package var rows: [UInt32]
    package var ends: [UInt32]
    package var vectors: [Int32]
  }

  private let cutter: TokenCutter
  private var reader: ChainReader
  private var tokens: [Token] = []
  private var ranges: [Range<Int>] = []

  package init(table: TaggerTable) {
    cutter = TokenCutter(tokenizer: Tokenizer(lexicon: .shared))
    reader = ChainReader(table: table, lexicon: .shared)
  }

  /// The sentences of a text, cut where the tagger cuts them.
  package mutating func read(_ text: Text, _ sentences: [TextRange]) -> [Sentence] {
    cutter.cut(text, sentences, &tokens, &ranges)
    var found: [Sentence] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      reader.begin(bytes, tokens, ranges)
      tokens.withUnsafeBufferPointer { tokens in
        for range in ranges {
          reader.features(SentenceTokens(text: bytes, all: tokens, range: range)) { rows, ends, vectors in
            found.append(
              Sentence(
                tokens: tokens[range].map(\.range), isOpaque: tokens[range].map { $0.kind == .opaque },
                rows: Array(rows[..<Int(ends.last ?? 0)]), ends: ends, vectors: vectors))
          }
        }
      }
    }
    return found
  }

  /// The hash of a word, as tables have it.
  package static func key(of word: some Sequence<UInt8>) -> UInt64 { WordHash.key(of: word) }

  /// The hashes of the beginnings of a name, the whole name last.
  package static func phrases(of name: String) -> [UInt64] {
    let bytes = Array(name.utf8)
    var tokens: [Token] = []
    Tokenizer(lexicon: .shared).tokenize(bytes, TextRange(0, bytes.count), into: &tokens)
    var phrase = WordHash.seed
    return bytes.withUnsafeBufferPointer { bytes in
      tokens.map { token in
        let form = WordForm(UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]))
        phrase = WordHash.join(phrase, form.plainKey)
        return phrase
      }
    }
  }

  /// The names that a table finds, with no rule behind it.
  package static func tagger(_ table: TaggerTable) -> EntityTagging { EntityTagging(table: table) }
}

/// The tagger with a table of one's own, for measuring.
package struct EntityTagging {
  private var tagger: EntityTagger

  init(table: TaggerTable) { tagger = EntityTagger(table: table) }

  package mutating func tag(_ text: Text, _ sentences: [TextRange]) -> Entities {
    let found = try? tagger.tag(
      text, sentences, DocumentFacts(), labels: Set(EntityLabel.allCases), checkDeadline: {})
    return found ?? Entities()
  }
}
