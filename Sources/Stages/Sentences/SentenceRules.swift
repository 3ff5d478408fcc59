/// Decides by rules whether a candidate ends a sentence.
struct SentenceRules: Sendable {
  var newlines = SplitSentences.Newlines.auto
  var profile = SplitSentences.Profile.default
  var abbreviations = Abbreviations.english
  /// Words that begin a clause or sentence far more often than they go on after an abbreviation.
  var starters = WordSet.englishStarters

  func isBoundary(_ candidate: Candidate, _ window: Window, depth: Int) -> Bool {
    switch candidate.gap {
    case .blank:
      return true
    case .line:
      switch newlines {
      case .hard: return true
      case .soft: return candidate.mark != .none && candidate.mark != .colon && endsByMark(candidate)
      case .auto: return endsAtLine(candidate, window)
      }
    case .none, .space, .spaces:
      return endsByMark(candidate)
    }
  }

  private func endsAtLine(_ candidate: Candidate, _ window: Window) -> Bool {
    switch candidate.mark {
    case .none, .colon:
      if candidate.opener == .dash { return true }
      if candidate.next.isLower { return false }
      if candidate.next.shape == .number || candidate.next.shape == .sign { return true }
      // Full lines are wrapped; short ones end where they were meant to.
      return candidate.offset - candidate.lineStart < (profile == .transcript ? 30 : 50)
    default:
      return endsByMark(candidate)
    }
  }

  private func endsByMark(_ candidate: Candidate) -> Bool {
    let next = candidate.next
    switch candidate.mark {
    case .none, .colon:
      return false
    case .exclamation, .question, .mixed:
      if candidate.closer == .quote || candidate.gap == .none {
        return !next.isLower && candidate.gap != .none
      }
      return !next.isLower || profile == .transcript
    case .ellipsis:
      return next.beginsUpper || candidate.opener == .quote && !next.isLower
    case .period:
      return endsByPeriod(candidate)
    }
  }

  private func endsByPeriod(_ candidate: Candidate) -> Bool {
    let left = candidate.left, next = candidate.next
    if left.isEmpty { return next.beginsUpper }
    // `1.` and `a.` at the start of a line or sentence number what follows.
    let isEnumerator = left.shape == .number || left.shape == .lowerLetter || left.shape == .upperLetter
    if isEnumerator, left.start <= candidate.lineStart + 2, left.count < 4 { return false }
    let begins = starters.contains(next.hash) && (next.beginsUpper || next.isLower)
    if candidate.closer == .none {
      switch abbreviations.kind(left.hash) {
      case .always: return false
      case .beforeName: return false
      case .beforeNumber: return next.beginsUpper && next.shape != .number
      case .either: return next.beginsUpper && begins
      case .none: break
      }
      switch left.shape {
      case .upperLetter: return next.beginsUpper && begins
      case .dottedUpper, .dottedLower, .dottedCapitalized:
        if left.count <= 6 { return next.beginsUpper && begins }
      default: break
      }
    }
    if next.isLower {
      guard candidate.gap == .space || candidate.gap == .line, candidate.opener == .none,
        candidate.closer == .none
      else { return false }
      let isPlain = left.shape == .lower && left.count > 3
      return isPlain && (begins || profile == .transcript)
    }
    if candidate.gap == .none {
      return next.beginsUpper && left.shape == .lower && left.count > 2 && next.count > 1
        && next.shape == .capitalized
    }
    return !next.isEmpty || candidate.opener != .none
  }
}

/// A set of words, by hash.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  init(_ words: String) {
    hashes = Set(words.split(whereSeparator: \.isWhitespace).map { WordHash.of($0.utf8) })
  }

  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}
