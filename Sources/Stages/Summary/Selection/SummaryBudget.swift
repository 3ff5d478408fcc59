import Sluice

/// How long a summary may be.
enum SummaryBudget: Sendable {
  case sentences(Int)
  case words(Int)
  /// Part of the document's words.
  case ratio(Double)

  /// Three sentences when nothing is set.
  ///
  /// - Throws: `SluiceError` with code `.configuration` for two budgets, or one out of its limits.
  init(sentences: Int?, words: Int?, ratio: Double?, stage: StageName) throws {
    func wrong(_ message: String) -> SluiceError { SluiceError(.configuration, message, stage: stage) }
    switch (sentences, words, ratio) {
    case (nil, nil, nil): self = .sentences(3)
    case (let count?, nil, nil):
      guard count > 0 else { throw wrong("'sentences' must be 1 or more, not \(count)") }
      self = .sentences(count)
    case (nil, let count?, nil):
      guard count > 0 else { throw wrong("'words' must be 1 or more, not \(count)") }
      self = .words(count)
    case (nil, nil, let part?):
      guard part > 0, part <= 1 else { throw wrong("'ratio' must be above 0 and at most 1, not \(part)") }
      self = .ratio(part)
    default: throw wrong("only one of 'sentences', 'words' and 'ratio' may be set")
    }
  }

  /// A summary in words is done at this part of its budget, and takes no sentence that carries it beyond the
  /// other.
  static let enough = 0.85
  static let tolerance = 1.15
  /// A single sentence may be longer than that: whole sentences seldom fit a small budget.
  static let firstTolerance = 1.6

  /// The limits for a document of so many words.
  func limits(words: Int) -> (sentences: Int, words: Double) {
    switch self {
    case .sentences(let count): (count, .infinity)
    case .words(let count): (.max, Double(count))
    case .ratio(let ratio): (.max, ratio * Double(words))
    }
  }

  /// The part that a summary may have of a document of so many words and sentences.
  func ratio(of words: Int, sentences: Int) -> Float {
    switch self {
    case .sentences(let count): Float(count) / Float(max(1, sentences))
    case .words(let count): Float(count) / Float(max(1, words))
    case .ratio(let ratio): Float(ratio)
    }
  }
}
