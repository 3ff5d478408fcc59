import Sluice

/// Scores entities as exact span and type, micro F1, strict or normalised.
///
/// Normalised, both sides first lose a leading the, a or an, quotation marks, and a trailing 's: corpora disagree on
/// these by convention only. Gold labels may be sets, `GPE|LOC`: any of them is right. `?` and sets of which only a
/// part is scored are zones where nothing is counted.
struct EntityScore {
  struct Counts: Measured {
    var right = 0
    var gold = 0
    var predicted = 0

    var precision: Double { predicted > 0 ? Double(right) / Double(predicted) : 0 }
    var recall: Double { gold > 0 ? Double(right) / Double(gold) : 0 }
    var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }
  }

  struct Span: Hashable {
    var start: Int
    var end: Int
  }

  private(set) var counts: [String: Counts] = [:]
  /// Spans that both sides have, with another label: gold, predicted.
  private(set) var confusions: [String: Int] = [:]
  private let scheme: LabelScheme
  private let isStrict: Bool

  init(_ scheme: LabelScheme, isStrict: Bool) {
    self.scheme = scheme
    self.isStrict = isStrict
  }

  /// All labels together.
  var micro: Counts {
    counts.values.reduce(into: Counts()) {
      $0.right += $1.right
      $0.gold += $1.gold
      $0.predicted += $1.predicted
    }
  }

  mutating func add(
    gold: [(span: Span, label: String)], predicted: [(span: Span, label: String)], in text: [Unicode.Scalar]
  ) {
    var wanted: [Span: [String]] = [:]
    var order: [Span] = []
    var ignored: [Span] = []
    for (given, label) in gold {
      let span = isStrict ? given : Self.trimmed(given, text)
      if label == "?" {
        ignored.append(span)
        continue
      }
      let parts = label.split(separator: "|", omittingEmptySubsequences: false).map {
        scheme.gold(String($0))
      }
      let kept = parts.compactMap { $0.flatMap { scheme.scored.contains($0) ? $0 : nil } }
      guard !kept.isEmpty else { continue }
      if Set(kept).count < Set(parts.map { $0 ?? "" }).count {
        ignored.append(span)
      } else {
        if wanted[span] == nil { order.append(span) }
        wanted[span, default: []] += kept
      }
    }
    struct Found: Hashable {
      var span: Span
      var label: String
    }
    var found: Set<Found> = []
    for (given, label) in predicted {
      guard let label = scheme.predicted(label), scheme.scored.contains(label) else { continue }
      found.insert(Found(span: isStrict ? given : Self.trimmed(given, text), label: label))
    }
    let sorted = found.sorted {
      ($0.span.start, $0.span.end, $0.label) < ($1.span.start, $1.span.end, $1.label)
    }
    var matched: [Span: String] = [:]
    var others: [Span: String] = [:]
    for one in sorted {
      guard let labels = wanted[one.span] else { continue }
      if labels.contains(one.label) { matched[one.span] = one.label } else { others[one.span] = one.label }
    }
    for span in order {
      let label = matched[span] ?? wanted[span]?.first ?? ""
      counts[label, default: Counts()].gold += 1
      if matched[span] != nil {
        counts[label, default: Counts()].right += 1
      } else {
        confusions["\(label) → \(others[span] ?? "nothing")", default: 0] += 1
      }
    }
    for one in sorted {
      let isHit = matched[one.span] == one.label
      guard isHit || !ignored.contains(where: { one.span.start < $0.end && one.span.end > $0.start }) else {
        continue
      }
      counts[one.label, default: Counts()].predicted += 1
      if !isHit, wanted[one.span] == nil { confusions["nothing → \(one.label)", default: 0] += 1 }
    }
  }

  // MARK: - Trimming

  private static let articles = ["the", "The", "THE", "a", "A", "an", "An"].map { Array($0.unicodeScalars) }
  private static let leadingMarks = Set("\"“”'‘’(".unicodeScalars)
  private static let trailingMarks = Set("\"”,;:'’".unicodeScalars)

  private static func trimmed(_ given: Span, _ text: [Unicode.Scalar]) -> Span {
    var span = Span(start: max(0, given.start), end: min(given.end, text.count))
    while span.start < span.end {
      let lead = leading(text[span.start..<span.end])
      if lead > 0, span.start + lead < span.end {
        span.start += lead
        continue
      }
      let trail = trailing(text[span.start..<span.end])
      if trail > 0, trail < span.end - span.start {
        span.end -= trail
        continue
      }
      return span
    }
    return given
  }

  private static func leading(_ text: ArraySlice<Unicode.Scalar>) -> Int {
    for article in articles where text.starts(with: article) {
      let spaces = text.dropFirst(article.count).prefix(while: CodePoints.isSpace).count
      if spaces > 0 { return article.count + spaces }
    }
    return text.prefix { CodePoints.isSpace($0) || leadingMarks.contains($0) }.count
  }

  private static func trailing(_ text: ArraySlice<Unicode.Scalar>) -> Int {
    guard let last = text.last else { return 0 }
    if last == "s", let before = text.dropLast().last, before == "'" || before == "’" { return 2 }
    return CodePoints.isSpace(last) || trailingMarks.contains(last) ? 1 : 0
  }
}
