/// Decides whether a candidate ends a sentence: rules first, and where they are not sure, the table.
///
/// A class, so that the copies of a splitter share it: it is never changed.
final class SentenceRules: Sendable {
  let language: LanguageRules
  let newlines: SplitSentences.Newlines
  let profile: SplitSentences.Profile
  /// Abbreviations of the user.
  let ownAbbreviations: WordSet
  private let table: BoundaryTable?

  init(
    _ language: LanguageRules = .english, newlines: SplitSentences.Newlines = .auto,
    profile: SplitSentences.Profile = .default, ownAbbreviations: WordSet = WordSet("")
  ) {
    self.language = language
    self.newlines = newlines
    self.profile = profile
    self.ownAbbreviations = ownAbbreviations
    table = language.table
  }

  func isBoundary(_ candidate: Candidate, _ state: PassState, _ window: Window) -> Bool {
    let opinion = opinion(candidate, state, window)
    guard let table, !opinion.isSure else { return opinion.isBoundary }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BoundaryFeatures.capacity) { buckets in
      guard let base = buckets.baseAddress else { return opinion.isBoundary }
      var features = BoundaryFeatures(base)
      features.read(candidate, state, window, table.cases, opinion)
      return table.score(
        UnsafeBufferPointer(start: base, count: features.count), rulesSay: opinion.isBoundary) > 0
    }
  }

  /// `true` for a lower-case word that is no abbreviation.
  func isPlain(_ hash: UInt64, length: Int) -> Bool {
    if length < 4 { return language.shortWords.contains(hash) }
    return language.abbreviations.isUnknown(hash) && !ownAbbreviations.contains(hash)
  }

  func opinion(_ candidate: Candidate, _ state: PassState, _ window: Window) -> Opinion {
    if candidate.gap == .blank { return Opinion(true, .blank, isSure: true) }
    if candidate.gap == .line {
      if newlines == .hard { return Opinion(true, .lineSetting, isSure: true) }
      if newlines == .soft, candidate.mark == .none || candidate.mark == .colon {
        return Opinion(false, .lineSetting, isSure: true)
      }
      if candidate.mark == .none || candidate.mark == .colon { return atLine(candidate, window) }
    }
    switch candidate.kind {
    case .address: return Opinion(candidate.next.shape == .capitalized, .behindAddress, isSure: true)
    case .timeStamp: return Opinion(candidate.next.beginsUpper, .behindTimeStamp, isSure: true)
    case .label: return Opinion(true, .behindLabel, isSure: true)
    case .bullet: return Opinion(true, .bullet, isSure: true)
    case .note where candidate.mark == .none: return Opinion(false, .behindNote)
    case .marks, .note, .emoticon, .line: break
    }
    if candidate.isBeforeNote { return Opinion(false, .beforeNote, isSure: true) }
    if candidate.isBeforeEmoticon { return Opinion(false, .beforeEmoticon, isSure: true) }
    if language.isCaseless, candidate.mark != .none { return atStop(candidate, window) }
    switch candidate.mark {
    case .none, .colon: return Opinion(false, .noMark)
    case .stop: return atStop(candidate, window)
    case .exclamation, .question, .mixed: return atExclamation(candidate)
    case .ellipsis: return atEllipsis(candidate)
    case .period: return atPeriod(candidate, state, window)
    }
  }

  /// At the end of a line without a mark.
  private func atLine(_ candidate: Candidate, _ window: Window) -> Opinion {
    if candidate.opener == .dash { return Opinion(true, .bullet) }
    let kind = candidate.lineKind(window)
    if kind == .enumerator || candidate.left.shape == .number && kind == .short {
      return Opinion(true, .lineEnumerator)
    }
    if candidate.mark == .none, language.openWords.contains(candidate.left) {
      return Opinion(false, .lineOpenWord)
    }
    if candidate.next.isLower, candidate.next.shape != .lowerLetter { return Opinion(false, .lineLower) }
    let length = candidate.offset - candidate.lineStart
    if window[candidate.offset - 1] == UInt8(ascii: ",") { return Opinion(length < 30, .lineComma) }
    // Full lines are wrapped; short ones end where they were meant to.
    return Opinion(length < (profile == .transcript ? 30 : profile == .web ? 120 : 50), .line)
  }

  /// In scripts without capitals, and at marks that nothing else uses, the mark decides.
  private func atStop(_ candidate: Candidate, _ window: Window) -> Opinion {
    if candidate.mark == .period {
      let kind = language.abbreviations.kind(candidate.left)
      if kind != .none || ownAbbreviations.contains(candidate.left) || candidate.gap == .none {
        return Opinion(false, .abbreviation)
      }
      if candidate.left.shape == .number, candidate.lineKind(window) == .enumerator {
        return Opinion(false, .enumerator)
      }
    }
    if candidate.mark == .ellipsis, candidate.closer == .none { return Opinion(false, .ellipsis) }
    if candidate.closer != .none, language.continues(window, at: candidate.resume) {
      return Opinion(false, .reporter)
    }
    return Opinion(true, .other)
  }

  private func atExclamation(_ candidate: Candidate) -> Opinion {
    let next = candidate.next
    let rule: Opinion.Rule = candidate.mark == .exclamation ? .exclamation : .question
    if candidate.gap == .none { return Opinion(next.shape == .capitalized && candidate.left.isLower, .noGap) }
    if candidate.closer == .quote, candidate.opener == .none, language.speechVerbs.contains(candidate.after),
      candidate.tail == 0
    {
      return Opinion(false, .reporter)
    }
    guard next.isLower, candidate.opener == .none else { return Opinion(true, rule) }
    if candidate.closer != .none { return Opinion(false, .closedLower) }
    if profile != .transcript, language.reporters.contains(next) { return Opinion(false, .reporter) }
    return Opinion(candidate.left.isLower, rule)
  }

  private func atEllipsis(_ candidate: Candidate) -> Opinion {
    let next = candidate.next
    if candidate.isBracketed {
      return Opinion(false, .ellipsis)
    }
    if candidate.isSpaced, candidate.closer == .none {
      return Opinion(candidate.left.isEmpty && candidate.markLength > 5 && next.beginsUpper, .spacedEllipsis)
    }
    return Opinion(next.beginsUpper || candidate.opener == .quote && !next.isLower, .ellipsis)
  }

  private func atPeriod(_ candidate: Candidate, _ state: PassState, _ window: Window) -> Opinion {
    let left = candidate.left, next = candidate.next
    if left.isEmpty { return Opinion(next.beginsUpper || candidate.closer != .none, .other) }
    if let enumerator = atEnumerator(candidate, window) { return enumerator }
    if language.hasOrdinals, left.shape == .number, left.count <= 2, candidate.closer == .none {
      return Opinion(next.beginsUpper && language.starters.contains(next), .number)
    }
    let isInitial = next.shape == .upperLetter && candidate.tail == UInt8(ascii: ".")
    let begins = next.beginsUpper && !isInitial && (language.starters.contains(next) || beginsName(next))
    if candidate.closer == .none {
      if ownAbbreviations.contains(left) { return Opinion(false, .userAbbreviation, isSure: true) }
      if left.shape == .upperLetter {
        return Opinion(begins && !language.titles.contains(next), .initial, isSure: !next.beginsUpper)
      }
      let kind = language.abbreviations.kind(left)
      if kind != .none {
        var opinion = atAbbreviation(candidate, kind, state, begins: begins)
        opinion.abbreviation = kind
        opinion.isSure = !opinion.isBoundary && !next.beginsUpper
        return opinion
      }
      switch left.shape {
      case .dottedUpper, .dottedLower, .dottedCapitalized:
        if left.count <= 8 { return Opinion(begins && candidate.gap != .none, .acronym) }
      case .lowerLetter: return Opinion(begins, .initial)
      default: break
      }
    }
    if candidate.gap == .none {
      let isSlip = left.shape == .lower && left.count > 3 && next.shape == .capitalized
      return Opinion(isSlip && window[candidate.resume] != UInt8(ascii: "("), .noGap)
    }
    if next.isLower {
      if candidate.closer == .quote || candidate.closer == .bracket && candidate.opener == .none {
        return Opinion(false, .closedLower)
      }
      if candidate.opener == .bracket {
        return Opinion(candidate.tail == UInt8(ascii: ")") && next.count <= 3, .bracketLower)
      }
      let isPlain = left.shape == .lower && left.count > 3
      return Opinion(isPlain && (language.splitsBeforeLower || profile == .transcript), .lower)
    }
    switch next.shape {
    case .number, .decimal, .withDigits: return Opinion(true, .number)
    case .none, .sign: return Opinion(candidate.opener != .none, .opener)
    default: return Opinion(true, .capital)
    }
  }

  /// A title such as `Mr.` begins a sentence behind an abbreviation that can end one.
  private func beginsName(_ word: Word) -> Bool {
    word.shape == .capitalized && language.titles.contains(word)
  }

  /// `1.` or `a.` that numbers what follows: at the start of a line, or right behind the end of a sentence.
  private func atEnumerator(_ candidate: Candidate, _ window: Window) -> Opinion? {
    let left = candidate.left
    let isRoman = left.shape == .upper && candidate.lineKind(window) == .enumerator
    guard
      left.shape == .number && left.count <= 3 || left.shape == .lowerLetter || left.shape == .upperLetter
        || isRoman
    else { return nil }
    guard candidate.lineKind(window) == .enumerator else {
      guard left.shape != .upperLetter, left.count <= 2, !candidate.prior.isEmpty,
        left.start > candidate.lineStart
      else { return nil }
      // `p. 12.` is a number of its abbreviation.
      if language.abbreviations.kind(candidate.prior) != .none { return nil }
      let before = window.trimSpace(before: left.start, limit: candidate.lineStart)
      switch window[before - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ")"):
        return Opinion(false, .enumerator)
      default: return nil
      }
    }
    // Set apart by more than a space, or a Roman number of a chapter: a line of its own in all but layout.
    if candidate.gap == .spaces || isRoman { return Opinion(true, .lineEnumerator) }
    return Opinion(false, .enumerator)
  }

  private func atAbbreviation(
    _ candidate: Candidate, _ kind: Abbreviations.Class, _ state: PassState, begins: Bool
  ) -> Opinion {
    let next = candidate.next
    switch kind {
    case .none, .always: return Opinion(false, .abbreviation)
    case .beforeName: return Opinion(candidate.left.isLower && begins, .beforeName)
    case .beforeNumber:
      switch next.shape {
      case .number, .decimal, .withDigits, .upperLetter, .none, .sign: return Opinion(false, .beforeNumber)
      case .upper: return Opinion(candidate.left.isLower && begins, .beforeNumber)
      default: return Opinion(next.beginsUpper && (candidate.left.isLower || begins), .beforeNumber)
      }
    case .either
    where candidate.left.shape == .dottedLower && language.titles.contains(next)
      && candidate.left.start - state.previous < 12:
      // `At 5 a.m. Mr. Smith went`: it opens the sentence.
      return Opinion(false, .either)
    case .either: return Opinion(begins || next.beginsUpper && candidate.opener == .quote, .either)
    case .citation:
      return Opinion(begins && !language.titles.contains(next) && candidate.gap != .none, .citation)
    }
  }
}
