/// The points chosen to stand for the document, in document order, and the abstract that it came with.
///
/// A point is one sentence, or a few adjacent ones that cannot be understood apart.
public struct Summary: Layer {
  /// Why a point was chosen.
  public enum Reason: String, Sendable, CaseIterable {
    /// It has words of the title.
    case title
    /// It shares most with all that is said.
    case central
    /// It stands at the beginning.
    case lead
    /// It speaks of those that the document names most.
    case names
    /// It answers the query.
    case query
  }

  /// What the document's own editors say of it.
  public struct Abstract: Hashable, Sendable {
    public var text: String
    /// Where it was found, as metadata has it.
    public var evidence: String?

    public init(text: String, evidence: String?) {
      self.text = text
      self.evidence = evidence
    }
  }

  public var ranges: [TextRange] = []
  /// How well each stands for the whole: higher is better, comparable within a document only.
  public private(set) var scores: [Float] = []
  public private(set) var reasons: [Reason] = []
  /// Who says it, where the document tells.
  public private(set) var speakers: [String?] = []
  /// The words as they read best on their own, where that differs from the text: without a first `And`.
  public private(set) var displays: [String?] = []
  public var abstract: Abstract?

  public init() {}

  public mutating func append(
    _ range: TextRange, score: Float, reason: Reason = .central, speaker: String? = nil,
    display: String? = nil
  ) {
    ranges.append(range)
    scores.append(score)
    reasons.append(reason)
    speakers.append(speaker)
    displays.append(display)
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    scores.keep(rows)
    reasons.keep(rows)
    speakers.keep(rows)
    displays.keep(rows)
  }
}

extension LayerKey where Value == Summary {
  public static var summary: Self { Self("summary") }
}
