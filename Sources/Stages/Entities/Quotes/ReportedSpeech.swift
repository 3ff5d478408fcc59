import Sluice

/// Finds what is reported without marks: `X said that …`, `according to X`, `…, X said.`
struct ReportedSpeech {
  private let context: QuoteContext
  private let reading: SpeakerReading
  /// Offsets of verbs that introduce quotations in marks.
  private let taken: Set<Int32>

  init(_ context: QuoteContext, direct: [Quotes.Row]) {
    self.context = context
    reading = SpeakerReading(context: context)
    taken = Set(direct.compactMap { $0.cue?.start })
  }

  func rows(checkDeadline: () throws -> Void) rethrows -> [Quotes.Row] {
    var rows: [Quotes.Row] = []
    for sentence in context.sentences {
      try checkDeadline()
      let tokens = context.token(at: Int(sentence.start))..<context.token(at: Int(sentence.end))
      var end: Int32 = 0
      for index in tokens where context.tokens[index].start >= end {
        guard !taken.contains(context.tokens[index].start), !context.isQuoted(context.tokens[index].range)
        else {
          continue
        }
        guard let row = report(at: index, tokens), row.range.count > 3 else { continue }
        rows.append(row)
        end = max(row.range.end, row.cue?.end ?? 0)
      }
    }
    return rows
  }

  private func report(at index: Int, _ sentence: Range<Int>) -> Quotes.Row? {
    if context.tokens[index].folded == QuoteCues.according { return according(index, sentence) }
    if let row = inverted(index, sentence) { return row }
    guard context.verb(index) != nil, let speaker = reading.subject(before: index, from: sentence.lowerBound)
    else {
      return nil
    }
    let clause = clause(behind: index, sentence) ?? clause(before: index, speaker, sentence)
    return clause.map {
      Quotes.Row(
        $0, .reported, speaker: speaker.range, entity: speaker.entity, cue: context.tokens[index].range)
    }
  }

  /// The range of tokens, without marks and white space at its ends.
  private func trimmed(_ tokens: Range<Int>, least: Int) -> TextRange? {
    var (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
    while first <= last, isMargin(first) { first += 1 }
    while last >= first, isMargin(last) { last -= 1 }
    guard last - first + 1 >= least else { return nil }
    let range = context.range(first, last)
    // A quotation that begins inside belongs to it whole.
    guard let span = context.span(around: Int(range.end) - 1) else { return range }
    let close = context.spans[span].close
    return context.spans[span].open >= Int(range.start)
      ? TextRange(Int(range.start), max(close, Int(range.end))) : nil
  }

  private func isMargin(_ index: Int) -> Bool {
    let token = context.tokens[index]
    return !token.isWord && !context.isAbbreviationDot(index) && context.span(around: Int(token.start)) == nil
      && context.text[Int(token.start)] != 0x25
  }

  /// What stands behind the verb: with `that`, `whether` or, behind `said`, a clause of its own.
  private func clause(behind verb: Int, _ sentence: Range<Int>) -> TextRange? {
    guard let kind = context.verb(verb) else { return nil }
    var index = verb + 1
    if kind.takesBareClause, index < sentence.upperBound, startsClause(index, sentence) {
      return trimmed(index..<sentence.upperBound, least: 3)
    }
    // Whom it was said to, where and when.
    let reach = kind.takesListener ? 9 : 7
    while index < sentence.upperBound, index - verb <= reach {
      if context.tokens[index].folded == QuoteCues.that {
        guard index + 1 < sentence.upperBound, !context.isOne(of: QuoteCues.dayWords, index + 1),
          !context.isBreak(index + 1)
        else { return nil }
        return trimmed(index + 1..<sentence.upperBound, least: 2)
      }
      if kind.takesListener, index > verb, context.isOne(of: QuoteCues.whether, index) {
        return trimmed(index..<sentence.upperBound, least: 3)
      }
      if kind.takesListener, index > verb + 1, startsClause(index, sentence), !kind.isParticiple,
        context.verb(verb)?.takesListener == true,
        context.mention(endingAt: index - 1) != nil
          || context.isOne(of: QuoteCues.roles, index - 1)
      {
        return trimmed(index..<sentence.upperBound, least: 3)
      }
      if context.isBreak(index) || context.verb(index).map({ !$0.mayBeNoun }) == true
        || context.isOne(of: QuoteCues.clauseWords, index)
      {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// `said the deal was dead`: a word that clauses begin with, and a finite verb soon.
  private func startsClause(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let isSubject =
      context.isOne(of: QuoteCues.clauseStarters, index) || context.mention(startingAt: index) != nil
    guard isSubject else { return false }
    for next in index + 1..<min(sentence.upperBound, index + 12) where next < sentence.upperBound {
      if context.isQuotationMark(next) { continue }
      if context.isBreak(next) { return false }
      if context.isOne(of: QuoteCues.finite, next) { return true }
    }
    return false
  }

  /// `The deal is dead, the minister said on Monday.`
  private func clause(before verb: Int, _ speaker: Speaker, _ sentence: Range<Int>) -> TextRange? {
    let comma = speaker.first - 1
    guard comma > sentence.lowerBound + 1, context.tokens[comma].folded == QuoteCues.comma else { return nil }
    var words = 0
    for index in verb + 1..<max(verb + 1, sentence.upperBound) {
      if context.tokens[index].isWord { words += 1 }
      if words > 6 { return nil }
      if context.isBreak(index), index < sentence.upperBound - 1 { return nil }
    }
    guard context.verb(verb)?.isParticiple == false else { return nil }
    return trimmed(sentence.lowerBound..<comma, least: 3)
  }

  /// `The deal is dead, says Wang Yi.`
  private func inverted(_ verb: Int, _ sentence: Range<Int>) -> Quotes.Row? {
    guard let kind = context.verb(verb), !kind.isParticiple, !kind.isPlain, !kind.mayBeNoun,
      verb > sentence.lowerBound + 2, context.tokens[verb - 1].folded == QuoteCues.comma,
      let speaker = reading.subject(from: verb + 1, before: sentence.upperBound),
      speaker.end >= sentence.upperBound || context.isBreak(speaker.end),
      let clause = trimmed(sentence.lowerBound..<verb - 1, least: 3)
    else { return nil }
    return Quotes.Row(
      clause, .reported, speaker: speaker.range, entity: speaker.entity, cue: context.tokens[verb].range)
  }

  private func according(_ index: Int, _ sentence: Range<Int>) -> Quotes.Row? {
    guard index + 2 < sentence.upperBound, context.tokens[index + 1].folded == QuoteCues.to,
      let speaker = reading.subject(from: index + 2, before: sentence.upperBound)
    else { return nil }
    let cue = context.range(index, index + 1)
    var clause: TextRange?
    if index <= sentence.lowerBound + 1 {
      let comma = (speaker.end..<max(speaker.end, min(sentence.upperBound, speaker.end + 24))).first {
        context.tokens[$0].folded == QuoteCues.comma
      }
      guard let comma else { return nil }
      clause = trimmed(comma + 1..<sentence.upperBound, least: 3)
    } else {
      clause = trimmed(sentence.lowerBound..<index, least: 3)
    }
    return clause.map {
      Quotes.Row($0, .reported, speaker: speaker.range, entity: speaker.entity, cue: cue)
    }
  }
}
