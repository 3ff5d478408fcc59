import Sluice

/// Who speaks, as the words of an attribution say.
struct Speaker {
  /// The words that name them.
  var range: TextRange
  /// The identity of an entity, 0 when it is not known.
  var entity: Int32
  /// Index of the first token that belongs to the subject.
  var first: Int
  /// Index behind the last.
  var end: Int
}

/// Reads the subject of a verb of speech.
struct SpeakerReading {
  let context: QuoteContext

  // MARK: - Before the verb

  /// The subject that ends in front of a verb; `nil` when there is none, or the verb reports no speech.
  func subject(before verb: Int, from lowest: Int) -> Speaker? {
    var index = verb - 1
    guard index >= lowest, !isNoVerb(verb, after: index) else { return nil }
    while index >= lowest, context.isOne(of: QuoteCues.auxiliaries, index) || isAdverb(index) { index -= 1 }
    guard index >= lowest else { return nil }
    if context.isOne(of: QuoteCues.beForms, index) || context.isOne(of: QuoteCues.modals, index) {
      return nil
    }
    if context.tokens[index].folded == QuoteCues.comma { return subject(apposedAt: index, from: lowest) }
    return subject(endingAt: index, from: lowest)
  }

  private func isNoVerb(_ verb: Int, after before: Int) -> Bool {
    guard let kind = context.verb(verb) else { return true }
    if kind.mayBeNoun {
      if context.isOne(of: QuoteCues.articles, before) { return true }
      if let mention = context.mention(endingAt: before), mention.isGroup { return true }
      let isNamed = context.mention(endingAt: before) != nil || context.isOne(of: QuoteCues.pronouns, before)
      if !isNamed { return true }
    }
    if kind.isPlain {
      return !context.isOne(of: QuoteCues.pronouns, before) && !context.isOne(of: QuoteCues.roles, before)
    }
    return false
  }

  private func isAdverb(_ index: Int) -> Bool {
    let bytes = context.text[context.tokens[index].bounds]
    return context.tokens[index].isWord && bytes.count > 4 && !context.isCapital(index)
      && bytes.suffix(2).elementsEqual("ly".utf8)
  }

  /// `Wang Yi, the minister, said`: the comma closes what stands beside the subject.
  private func subject(apposedAt comma: Int, from lowest: Int) -> Speaker? {
    var open = comma - 1
    while open >= lowest, comma - open <= 16, context.tokens[open].folded != QuoteCues.comma {
      if context.isBreak(open) { return nil }
      open -= 1
    }
    guard open > lowest, comma - open > 1, comma - open <= 16,
      context.tokens[open].folded == QuoteCues.comma
    else { return nil }
    guard var speaker = subject(endingAt: open - 1, from: lowest) else { return nil }
    speaker.end = comma + 1
    // `the minister, Wang Yi, said`
    if let name = context.mention(startingAt: open + 1), name.isPerson,
      name.range.end == context.tokens[comma - 1].end,
      context.mention(endingAt: open - 1)?.isPerson != true
    {
      speaker.range = name.range
      speaker.entity = name.id
    }
    return speaker
  }

  private func subject(endingAt last: Int, from lowest: Int) -> Speaker? {
    guard last >= lowest, context.tokens[last].isWord || !context.isBreak(last) else { return nil }
    if let mention = context.mention(endingAt: last) {
      let first = context.token(at: Int(mention.range.start))
      guard first >= lowest else { return nil }
      var before = first - 1
      while before >= lowest, context.isOne(of: QuoteCues.determiners, before) || isTitle(before) {
        before -= 1
      }
      if before >= lowest, context.isOne(of: QuoteCues.prepositions, before) {
        // `a spokesman for the Kremlin`: it is not the Kremlin that speaks.
        return phrase(endingAt: last, from: lowest)
      }
      if before > lowest, context.tokens[before].folded == QuoteCues.and,
        let other = context.mention(endingAt: before - 1)
      {
        return Speaker(
          range: TextRange(Int(other.range.start), Int(mention.range.end)), entity: 0,
          first: context.token(at: Int(other.range.start)), end: last + 1)
      }
      return Speaker(range: mention.range, entity: mention.id, first: before + 1, end: last + 1)
    }
    if context.isOne(of: QuoteCues.pronouns, last) {
      guard last == lowest || !context.isOne(of: QuoteCues.prepositions, last - 1) else { return nil }
      return pronoun(last)
    }
    return phrase(endingAt: last, from: lowest)
  }

  private func isTitle(_ index: Int) -> Bool {
    context.isOne(of: QuoteCues.titlesBefore, index)
      || (context.isCapital(index) && context.mention(endingAt: index) == nil)
  }

  private func pronoun(_ index: Int) -> Speaker {
    let isPerson = context.isOne(of: QuoteCues.thirdPerson, index)
    return Speaker(
      range: context.tokens[index].range, entity: isPerson ? context.person(before: index) : 0, first: index,
      end: index + 1)
  }

  /// A noun phrase that names nobody: `the finance minister`, `a spokesman for the ministry`, `U.S. officials`.
  private func phrase(endingAt last: Int, from lowest: Int) -> Speaker? {
    var first = last
    var determiner: Int?
    while first >= lowest, last - first < 12 {
      if context.isBreak(first) || context.isOne(of: QuoteCues.clauseWords, first) { break }
      if context.verb(first).map({ !$0.mayBeNoun }) == true || context.isOne(of: QuoteCues.beForms, first) {
        break
      }
      if context.isOne(of: QuoteCues.determiners, first) { determiner = first }
      first -= 1
    }
    first += 1
    guard first <= last else { return nil }
    if let determiner {
      // In `at a rally the senator` the phrase begins behind what is no part of it.
      var start = determiner
      while start > first, context.isOne(of: QuoteCues.prepositions, start - 1) {
        guard let next = nextDeterminer(after: start, upTo: last) else { break }
        start = next
      }
      return start < last
        ? Speaker(range: context.range(start, last), entity: 0, first: start, end: last + 1) : nil
    }
    if context.isOne(of: QuoteCues.roles, last) {
      let start = max(first, last - 3)
      return Speaker(range: context.range(start, last), entity: 0, first: start, end: last + 1)
    }
    var start = last + 1
    while start > first, context.isCapital(start - 1) { start -= 1 }
    guard start <= last, !(start == last && isOnlyCapitalByPlace(start)) else { return nil }
    return Speaker(range: context.range(start, last), entity: 0, first: start, end: last + 1)
  }

  private func nextDeterminer(after index: Int, upTo last: Int) -> Int? {
    (index + 1..<max(index + 1, last)).first { context.isOne(of: QuoteCues.determiners, $0) }
  }

  /// The first word of a sentence has a capital whatever it is; a word that is no name is not trusted.
  private func isOnlyCapitalByPlace(_ index: Int) -> Bool {
    index == context.sentence(of: index).lowerBound
      && (isAdverbOrLink(index) || context.tokens[index].range.count < 3)
  }

  private func isAdverbOrLink(_ index: Int) -> Bool {
    context.isOne(of: QuoteCues.clauseWords, index) || context.isOne(of: QuoteCues.prepositions, index)
      || context.isOne(of: QuoteCues.auxiliaries, index)
  }

  // MARK: - Behind the verb

  /// The subject that begins at a token: `said Wang Yi`, `said the minister`, `according to a report`.
  func subject(from start: Int, before limit: Int) -> Speaker? {
    guard start < limit, context.tokens[start].isWord else { return nil }
    if context.isOne(of: QuoteCues.pronouns, start) { return pronoun(start) }
    var index = start
    var named: QuoteContext.Mention?
    while index < limit, index - start < 9, !context.isBreak(index) {
      if let mention = context.mention(startingAt: index) {
        if named?.isPerson != true || mention.isPerson { named = mention }
        index = max(index + 1, context.token(at: Int(mention.range.end)))
        if mention.isPerson { break }
        continue
      }
      let belongs =
        context.isOne(of: QuoteCues.determiners, index) || isTitle(index) || context.isCapital(index)
        || !context.tokens[index].isWord
      guard belongs else { break }
      index += 1
    }
    if let named,
      index >= limit || context.isBreak(index) || named.isPerson
        || !context.isOne(of: QuoteCues.determiners, start)
    {
      return Speaker(
        range: named.range, entity: named.id, first: start,
        end: max(index, context.token(at: Int(named.range.end))))
    }
    return phrase(from: start, before: limit)
  }

  private func phrase(from start: Int, before limit: Int) -> Speaker? {
    let isNominal =
      context.isOne(of: QuoteCues.determiners, start) || context.isOne(of: QuoteCues.roles, start)
      || context.isCapital(start)
    guard isNominal else { return nil }
    let stops: Set<UInt64> = Self.stops
    var end = start + 1
    while end < limit, end - start < 12, !context.isBreak(end), !stops.contains(context.tokens[end].folded) {
      end += 1
    }
    guard end - start > 1 || !context.isOne(of: QuoteCues.determiners, start) else { return nil }
    var speaker = Speaker(range: context.range(start, end - 1), entity: 0, first: start, end: end)
    // `said the minister, Wang Yi,`
    if end + 1 < limit, context.tokens[end].folded == QuoteCues.comma,
      let name = context.mention(startingAt: end + 1), name.isPerson
    {
      speaker.range = name.range
      speaker.entity = name.id
      speaker.end = context.token(at: Int(name.range.end))
    }
    return speaker
  }

  private static let stops: Set<UInt64> = Set(
    ["in", "on", "at", "who", "after", "during", "when", "as", "while", "to", "before", "and", "but", "that"]
      .map { QuoteCues.key($0) })
}
