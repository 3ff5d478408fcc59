/// What a pass carries along between candidates; it does not depend on what was decided before.
struct PassState: Sendable {
  /// Where the line begins.
  var lineStart: Int
  /// The last place that looked like the end of a sentence.
  var previous: Int
  /// Open parentheses, and where the last was opened.
  var depth = 0
  var parenthesis = 0
  /// Open quotations of the line, and where the last was opened.
  var quotes = 0
  var quote = 0

  /// How far back an open sign is believed to be still open.
  static let memory = 400

  func isInParenthesis(at offset: Int) -> Bool { depth > 0 && offset - parenthesis < Self.memory }
  func isInQuotation(at offset: Int) -> Bool { quotes > 0 && offset - quote < Self.memory }
}

/// Decides about the candidates of a pass, in their order.
protocol CandidateJudge {
  /// - Returns: `true` to end a sentence there.
  mutating func isBoundary(_ candidate: Candidate, _ state: PassState, _ window: Window) -> Bool
  /// `true` for a lower-case word, by its hash, that is no abbreviation of any kind.
  func isPlain(_ hash: UInt64, length: Int) -> Bool
  /// Whether the text is in Arabic or Indic script.
  var scripts: Bool { get }
  /// Takes a sentence without the white space around it.
  mutating func take(_ start: Int, _ end: Int)
}
