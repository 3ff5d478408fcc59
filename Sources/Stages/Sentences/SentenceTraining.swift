package import Sluice

/// What `sluice-train` needs of the splitter: candidates with their features, and splitting with a table of its
/// own.
package struct SentenceTraining: Sendable {
  /// A place where a sentence may end, as the trainer sees it.
  package struct Example: Sendable {
    /// Byte offset.
    package var offset: Int
    package var buckets: [UInt32]
    /// What the rules say.
    package var rulesSay: Bool
  }

  private let rules: SentenceRules
  private let splitter: SentenceSplitter
  private var ranges: [TextRange] = []

  package init(table: BoundaryTable? = nil) {
    var language = LanguageRules.english
    language.table = table
    rules = SentenceRules(language)
    splitter = SentenceSplitter(rules)
  }

  /// The candidates of a text that the rules leave to the table.
  package func examples(_ text: [UInt8], cases: CaseTable) -> [Example] {
    var found: [Example] = []
    pass(text) { candidate, state, window in
      let opinion = rules.opinion(candidate, state, window)
      guard !opinion.isSure else { return false }
      let buckets = [UInt32](unsafeUninitializedCapacity: BoundaryFeatures.capacity) { buffer, count in
        guard let base = buffer.baseAddress else { return }
        var features = BoundaryFeatures(base)
        features.read(candidate, state, window, cases, opinion)
        count = features.count
      }
      found.append(Example(offset: candidate.offset, buckets: buckets, rulesSay: opinion.isBoundary))
      return false
    }
    return found
  }

  /// The sentences of a text.
  package func split(_ text: [UInt8]) -> [TextRange] {
    let splitter = SentenceSplitter(rules)
    var ranges: [TextRange] = []
    text.withUnsafeBufferPointer { splitter.split($0, in: 0..<text.count, into: &ranges) }
    return ranges
  }

  /// How many sentences a text has; keeps its buffers from text to text, as the stage does.
  package mutating func countSentences(_ text: [UInt8]) -> Int {
    ranges.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { splitter.split($0, in: 0..<text.count, into: &ranges) }
    return ranges.count
  }

  /// The words of a text that stand where case is free, with the hashes of the tables.
  package static func words(_ text: [UInt8], _ body: (_ hash: UInt64, _ isLower: Bool) -> Void) {
    var start = 0
    while start < text.count {
      guard ByteClass.table[Int(text[start])] & (ByteClass.lower | ByteClass.upper) != 0 else {
        start += 1
        continue
      }
      var end = start
      while end < text.count, ByteClass.table[Int(text[end])] & (ByteClass.lower | ByteClass.upper) != 0 {
        end += 1
      }
      body(WordHash.of(text[start..<end]), ByteClass.table[Int(text[start])] & ByteClass.lower != 0)
      start = end
    }
  }

  private func pass(
    _ text: [UInt8], _ body: (Candidate, PassState, Window) -> Bool
  ) {
    text.withUnsafeBufferPointer { text in
      ByteClass.table.withUnsafeBufferPointer { classes in
        guard let base = text.baseAddress, let classes = classes.baseAddress else { return }
        let window = Window(base: base, start: 0, end: text.count, classes: classes)
        withoutActuallyEscaping(body) { body in
          var pass = CandidatePass(window, Collector(rules: rules, body: body))
          pass.run()
        }
      }
    }
  }

  private struct Collector: CandidateJudge {
    let rules: SentenceRules
    let body: (Candidate, PassState, Window) -> Bool

    var scripts: Bool { false }

    func isPlain(_ hash: UInt64, length: Int) -> Bool { rules.isPlain(hash, length: length) }

    mutating func isBoundary(_ candidate: Candidate, _ state: PassState, _ window: Window) -> Bool {
      body(candidate, state, window)
    }

    mutating func take(_ start: Int, _ end: Int) {}
  }
}

extension SentenceTraining {
  /// The splitter as the stage has it by default.
  package static var shipped: SentenceTraining { SentenceTraining(table: .english) }
}

/// The tokenizer, for measuring.
package struct TokenTraining: Sendable {
  private var tokenizer = Tokenizer()

  package init() {}

  package mutating func tokenize(_ text: [UInt8]) -> [TextRange] {
    text.withUnsafeBufferPointer { tokenizer.tokenize($0) }.ranges
  }

  package mutating func countTokens(_ text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { tokenizer.tokenize($0) }.count
  }
}
