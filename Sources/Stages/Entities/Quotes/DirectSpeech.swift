import Sluice

/// Attributes quotations in marks to who speaks them.
struct DirectSpeech {
  /// Who speaks, and the words that say so.
  struct Attribution {
    var speaker: Speaker
    /// Indices of the tokens that tell of speech; empty for `Xi Jinping: "…"`.
    var cue: Range<Int>
    /// The tokens of the whole attribution.
    var extent: Range<Int>
  }

  private let context: QuoteContext
  private let reading: SpeakerReading

  init(_ context: QuoteContext) {
    self.context = context
    reading = SpeakerReading(context: context)
  }

  /// The quotations that somebody is said to speak, in the order of the text; others are titles, or words that the
  /// author keeps at a distance.
  func rows(checkDeadline: () throws -> Void) rethrows -> [Quotes.Row] {
    var rows: [Quotes.Row] = []
    var previous: (span: QuoteSpan, attribution: Attribution?, row: Quotes.Row)?
    for span in context.spans {
      try checkDeadline()
      let limits = limits(of: span)
      let found = attribution(of: span, limits, after: previous)
      var row = Quotes.Row(content(span), .direct)
      guard !row.range.isEmpty else { continue }
      if let found {
        row.speaker = found.speaker.range
        row.entity = found.speaker.entity
        row.cue = found.cue.isEmpty ? nil : context.range(found.cue.lowerBound, found.cue.upperBound - 1)
        // `"We came," X told them, "to listen."`: one attribution serves both parts.
        row.continues = span.depth == 0 && row.cue != nil && previous?.row.cue == row.cue
      } else if let previous, continues(span, previous.span, previous.attribution) {
        row.speaker = previous.row.speaker
        row.entity = previous.row.entity
        row.cue = previous.row.cue
        row.continues = true
      } else {
        if span.depth == 0 { previous = nil }
        continue
      }
      rows.append(row)
      if span.depth == 0 { previous = (span, found, row) }
    }
    return rows
  }

  /// The words without white space at their ends.
  private func content(_ span: QuoteSpan) -> TextRange {
    var start = span.start
    var end = span.end
    while start < end, context.text[start] <= 0x20 { start += 1 }
    while end > start, context.text[end - 1] <= 0x20 { end -= 1 }
    return TextRange(start, end)
  }

  /// The tokens that may speak of a quotation: those of its paragraph, or of the quotation around it.
  private func limits(of span: QuoteSpan) -> Range<Int> {
    if let parent = span.parent {
      let outer = context.spans[parent]
      let first = context.token(at: outer.start)
      return first..<max(first, context.token(at: outer.end))
    }
    var low = context.token(at: span.open)
    var high = context.token(at: span.close)
    let (most, least) = (min(context.tokens.count, high + 40), max(0, low - 40))
    while low > least, low < context.tokens.count, !context.tokens[low].opensParagraph { low -= 1 }
    while high < most, !context.tokens[high].opensParagraph { high += 1 }
    return min(low, high)..<high
  }

  // MARK: - Attribution

  private func attribution(
    of span: QuoteSpan, _ limits: Range<Int>,
    after previous: (span: QuoteSpan, attribution: Attribution?, row: Quotes.Row)?
  ) -> Attribution? {
    let first = context.token(at: span.close)
    let last = context.token(at: span.open) - 1
    if last >= limits.lowerBound, context.tokens[last].folded == QuoteCues.colon,
      let found = attribution(before: last, limits, previous)
    {
      return found
    }
    if let found = attribution(behind: first, span, limits) { return found }
    return last >= limits.lowerBound ? attribution(before: last, limits, previous) : nil
  }

  /// `"…," said X`, `"…," X said`, `"…", X, the minister, said`.
  private func attribution(behind first: Int, _ span: QuoteSpan, _ limits: Range<Int>) -> Attribution? {
    var start = first
    guard start < limits.upperBound else { return nil }
    let comma = context.tokens[start].folded == QuoteCues.comma
    guard comma || endsOpen(span) else { return nil }
    if comma { start += 1 }
    guard start < limits.upperBound else { return nil }
    let sentence = context.sentence(of: start)
    let limit = min(limits.upperBound, sentence.upperBound, start + 24)
    guard start < limit else { return nil }
    if context.verb(start) != nil || isAdverbThenVerb(start, limit) {
      let verb = context.verb(start) != nil ? start : start + 1
      guard let speaker = reading.subject(from: verb + 1, before: limit) else { return nil }
      return Attribution(speaker: speaker, cue: verb..<verb + 1, extent: start..<max(speaker.end, verb + 1))
    }
    if start + 1 < limit, context.tokens[start].folded == QuoteCues.according,
      context.tokens[start + 1].folded == QuoteCues.to,
      let speaker = reading.subject(from: start + 2, before: limit)
    {
      return Attribution(speaker: speaker, cue: start..<start + 2, extent: start..<speaker.end)
    }
    var verb = start + 1
    while verb < limit, context.verb(verb) == nil {
      if QuoteCues.ends.contains(context.tokens[verb].folded), context.isBreak(verb) { return nil }
      if isOpening(verb) { return nil }
      verb += 1
    }
    guard verb < limit, let speaker = reading.subject(before: verb, from: start),
      speaker.first - start <= 3
    else { return nil }
    return Attribution(speaker: speaker, cue: verb..<verb + 1, extent: start..<verb + 1)
  }

  private func isAdverbThenVerb(_ index: Int, _ limit: Int) -> Bool {
    index + 1 < limit && context.isOne(of: QuoteCues.auxiliaries, index) && context.verb(index + 1) != nil
  }

  private func isOpening(_ index: Int) -> Bool {
    let start = Int(context.tokens[index].start)
    return context.spans.lastIndexSorted { $0.open <= start }.map { context.spans[$0].open == start } ?? false
  }

  /// Whether what is quoted ends as it does in front of `she said`.
  private func endsOpen(_ span: QuoteSpan) -> Bool {
    var end = span.end
    while end > span.start, context.text[end - 1] <= 0x20 { end -= 1 }
    guard end > span.start else { return false }
    // The mark of an inner quotation may close behind the comma.
    if end - span.start > 3, context.text[end - 1] == 0x99, context.text[end - 2] == 0x80 { end -= 3 }
    let last = context.text[end - 1]
    if last < 0x80 { return [0x2C, 0x3F, 0x21, 0x2D].contains(last) }
    // – — …
    return end - span.start > 2 && context.text[end - 2] == 0x80 && [0x93, 0x94, 0xA6].contains(last)
  }

  /// `X said: "…"`, `X told reporters, "…"`, `according to X, "…"`, `X: "…"`.
  private func attribution(
    before last: Int, _ limits: Range<Int>,
    _ previous: (span: QuoteSpan, attribution: Attribution?, row: Quotes.Row)?
  ) -> Attribution? {
    let isColon = context.tokens[last].folded == QuoteCues.colon
    let isComma = context.tokens[last].folded == QuoteCues.comma
    let end = isColon || isComma ? last - 1 : last
    guard end >= limits.lowerBound else { return nil }
    let lowest = max(limits.lowerBound, context.sentence(of: end).lowerBound)
    if isColon, let mention = context.mention(endingAt: end), mention.isPerson,
      context.token(at: Int(mention.range.start)) == lowest
    {
      let speaker = Speaker(range: mention.range, entity: mention.id, first: lowest, end: end + 1)
      return Attribution(speaker: speaker, cue: end..<end, extent: lowest..<last + 1)
    }
    let reach = isColon ? 12 : isComma ? 8 : context.tokens[end].folded == QuoteCues.that ? 4 : 0
    var verb = end
    while verb >= lowest, end - verb <= reach {
      if context.verb(verb) != nil {
        if let speaker = reading.subject(before: verb, from: lowest) {
          return Attribution(speaker: speaker, cue: verb..<verb + 1, extent: speaker.first..<last + 1)
        }
        // `X said, adding: "…"`
        if context.verb(verb)?.isParticiple == true,
          let main = mainSubject(before: verb, from: lowest, previous)
        {
          return Attribution(speaker: main, cue: verb..<verb + 1, extent: verb..<last + 1)
        }
        return nil
      }
      if context.isBreak(verb), context.tokens[verb].folded != QuoteCues.comma || !isColon { return nil }
      verb -= 1
    }
    return nil
  }

  private func mainSubject(
    before participle: Int, from lowest: Int,
    _ previous: (span: QuoteSpan, attribution: Attribution?, row: Quotes.Row)?
  ) -> Speaker? {
    var verb = participle - 1
    while verb > lowest, participle - verb < 40 {
      if context.verb(verb) != nil, let speaker = reading.subject(before: verb, from: lowest) {
        return speaker
      }
      verb -= 1
    }
    guard let previous, let range = previous.row.speaker,
      previous.row.cue.map({ $0.end <= context.tokens[participle].start }) == true,
      context.token(at: previous.span.close) + 24 > participle
    else { return nil }
    return Speaker(range: range, entity: previous.row.entity, first: participle, end: participle)
  }

  /// `"A," X said. "B."`: nothing but the attribution stands between.
  private func continues(_ span: QuoteSpan, _ before: QuoteSpan, _ attribution: Attribution?) -> Bool {
    guard span.depth == 0, let attribution else { return false }
    let first = context.token(at: before.close)
    let next = context.token(at: span.open)
    guard attribution.extent.lowerBound >= first, attribution.extent.upperBound <= next,
      next < context.tokens.count,
      !context.tokens[first..<next + 1].contains(where: \.opensParagraph)
    else { return false }
    var ends = 0
    for index in attribution.extent.upperBound..<next
    where QuoteCues.ends.contains(context.tokens[index].folded) {
      if context.isBreak(index) { ends += 1 }
    }
    let closes =
      next > first
      && (ends == 1
        ? QuoteCues.ends.contains(context.tokens[next - 1].folded)
        : ends == 0 && !context.tokens[next - 1].isWord)
    return ends <= 1 && closes && next - attribution.extent.upperBound <= 12
  }
}
