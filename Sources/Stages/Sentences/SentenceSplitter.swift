import Sluice

/// Splits UTF-8 into sentences in one pass.
///
/// Places where a sentence could end are found by ``CandidateScan``, read into a ``Candidate``, and judged by
/// ``SentenceRules``. The work is linear in the length of the text: the context of a place is bounded.
struct SentenceSplitter: Sendable {
  let rules: SentenceRules

  init(_ rules: SentenceRules) {
    self.rules = rules
  }

  /// Appends the sentences of a stretch of text, each without the white space around it.
  func split(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, into sentences: inout [TextRange]) {
    guard let base = bytes.baseAddress, !range.isEmpty else { return }
    ByteClass.table.withUnsafeBufferPointer { classes in
      guard let classes = classes.baseAddress else { return }
      let window = Window(base: base, start: range.lowerBound, end: range.upperBound, classes: classes)
      var pass = CandidatePass(window, Judge(rules: rules, sentences: sentences))
      sentences = []
      pass.run()
      sentences = pass.judge.sentences
    }
  }

  private struct Judge: CandidateJudge {
    let rules: SentenceRules
    var sentences: [TextRange]

    mutating func isBoundary(_ candidate: Candidate, _ state: PassState, _ window: Window) -> Bool {
      rules.isBoundary(candidate, state, window)
    }

    var scripts: Bool { rules.language.isCaseless }

    func isPlain(_ hash: UInt64, length: Int) -> Bool { rules.isPlain(hash, length: length) }

    mutating func take(_ start: Int, _ end: Int) {
      sentences.append(TextRange(start, end))
    }
  }
}
