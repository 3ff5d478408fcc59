/// How long a summary may be.
enum SummaryBudget: Sendable {
  case sentences(Int)
  case words(Int)
  /// Part of the document's words.
  case ratio(Double)

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
}
