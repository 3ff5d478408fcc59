/// Numbers with what they count: money, percentages, measures, spans of time.
extension NumberScanner {
  /// A number without its unit.
  struct Number {
    enum Kind { case digits, words, vague }
    /// Index of the token behind it.
    var end: Int
    var kind: Kind
  }

  /// `a few`, `several`, `a couple of`, `half a`, `a`.
  func isVague(_ index: Int) -> Bool {
    let key = sentence[index].key
    return key == NumberWord.several || key == NumberWord.a || key == NumberWord.an || key == NumberWord.few
      || key == NumberWord.half || key == NumberWord.couple
  }

  /// The number that begins at a token: `1,250`, `2.5 million`, `twenty-one`, `two hundred and fifty`, `a
  /// few`.
  func number(at index: Int) -> Number? {
    guard let token = sentence.at(index) else { return nil }
    if token.kind == .number {
      return Number(end: magnitudes(index + 1), kind: .digits)
    }
    guard token.isWord else { return nil }
    if token.has(.numeral) { return spelled(at: index) }
    return vague(at: index)
  }

  private func spelled(at index: Int) -> Number {
    var end = index + 1
    while end < sentence.end {
      let next = sentence[end]
      if next.isWord, next.has([.numeral, .magnitude]), !next.isAttached {
        end += 1
      } else if next.isDash, next.isAttached, sentence.has(.numeral, at: end + 1),
        sentence[end + 1].isAttached
      {
        end += 2
      } else if next.key == NumberWord.and, sentence.has(.magnitude, at: end - 1),
        sentence.has(.numeral, at: end + 1)
      {
        end += 2
      } else {
        break
      }
    }
    return Number(end: end, kind: .words)
  }

  private func vague(at index: Int) -> Number? {
    var at = index
    if sentence[at].key == NumberWord.half { at += 1 }
    if sentence.isWord(NumberWord.a, at: at) || sentence.isWord(NumberWord.an, at: at) { at += 1 }
    if at < sentence.end, sentence[at].key == NumberWord.few || sentence[at].key == NumberWord.several {
      at += 1
    } else if sentence.isWord(NumberWord.couple, at: at) {
      at += sentence.isWord(NumberWord.of, at: at + 1) ? 2 : 1
    }
    let end = magnitudes(at)
    return end > index ? Number(end: end, kind: .vague) : nil
  }

  /// Index behind `hundred`, `million`, `bn` …
  private func magnitudes(_ index: Int) -> Int {
    var end = index
    while end < sentence.end, end - index < 4 {
      let next = sentence[end]
      if next.isWord, next.has(.magnitude) {
        // One letter counts only where it clings to the number: 5k.
        if next.length <= 2, !next.isAttached { break }
        end += 1
      } else if next.isDash, next.isAttached, sentence.has(.magnitude, at: end + 1) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// An expression that begins with a number.
  func amount(at index: Int) -> Match? {
    guard let number = number(at: index) else { return nil }
    if number.kind == .digits, let match = numericDate(at: index, number) { return match }
    if let match = withUnit(number) { return match }
    if let second = secondOfRange(behind: number.end) {
      let isYears = sentence.isYear(at: index)
      if isYears, second.kind == .digits { return Match(end: second.end, label: .date) }
      return withUnit(second) ?? (number.kind == .vague ? nil : Match(end: second.end, label: .cardinal))
    }
    switch number.kind {
    case .digits:
      if sentence.isYear(at: index), number.end == index + 1 { return year(at: index) }
      // Digits at the head of a line count its paragraphs; a sign before them makes another thing of them.
      if index > sentence.range.lowerBound, sentence[index].isAttached, let before = sentence.at(index - 1),
        before.isWord || before.isDash
      {
        return nil
      }
      return Match(end: number.end, label: .cardinal, confidence: 0.8)
    case .words:
      return cardinal(at: index, number)
    case .vague:
      // `a few` and `a` alone count nothing.
      return number.end > index + 1 && sentence.has(.magnitude, at: number.end - 1)
        ? Match(end: number.end, label: .cardinal, confidence: 0.8)
        : (sentence[index].key == NumberWord.half && number.end == index + 1
          ? Match(end: number.end, label: .cardinal, confidence: 0.6) : nil)
    }
  }

  private func cardinal(at index: Int, _ number: Number) -> Match? {
    if sentence[index].key == NumberWord.one, number.end == index + 1 {
      if let before = sentence.at(index - 1), NumberWord.beforePronoun.contains(before.key) { return nil }
      let next = sentence.at(index + 1)
      let isPronoun = next.map { !$0.isWord || ($0.has(.function) && $0.key != NumberWord.of) } ?? true
      return isPronoun ? nil : Match(end: number.end, label: .cardinal, confidence: 0.6)
    }
    // two-thirds
    if sentence.at(number.end)?.isDash == true, sentence.has(.ordinal, at: number.end + 1) {
      return Match(end: number.end + 2, label: .cardinal)
    }
    return Match(end: number.end, label: .cardinal)
  }

  /// The second number of `5 to 10`, `5-10`, `five or six`.
  private func secondOfRange(behind index: Int) -> Number? {
    guard let link = sentence.at(index) else { return nil }
    let links = link.isDash || link.key == NumberWord.to || link.key == NumberWord.or
    guard links, let next = sentence.at(index + 1), !next.isWord || next.has(.numeral) else { return nil }
    let at = next.isCurrencySign ? index + 2 : index + 1
    return number(at: at)
  }

  /// A number together with the unit behind it.
  func withUnit(_ number: Number) -> Match? {
    var at = number.end
    guard let first = sentence.at(at) else { return nil }
    if first.isMark("%") { return Match(end: at + 1, label: .percent) }
    let hyphen = first.isDash && first.isAttached && sentence.at(at + 1)?.isAttached == true
    if hyphen { at += 1 }
    guard let unit = sentence.at(at), unit.isWord else { return nil }
    if unit.key == NumberWord.percent { return Match(end: at + 1, label: .percent) }
    if unit.key == NumberWord.per, sentence.isWord(NumberWord.cent, at: at + 1) {
      return Match(end: at + 2, label: .percent)
    }
    if unit.key == NumberWord.percentage,
      sentence.isWord(NumberWord.points, at: at + 1) || sentence.isWord(NumberWord.point, at: at + 1)
    {
      return Match(end: at + 2, label: .percent)
    }
    if unit.has(.dateUnit) { return duration(behind: at, .date, isHyphened: hyphen) }
    if unit.has(.clockUnit), unit.key != NumberWord.second {
      return duration(behind: at, .time, isHyphened: hyphen)
    }
    if let match = clock(at: at) { return match }
    if unit.has(.currency), unit.length > 4 || number.kind != .vague {
      return Match(end: at + 1, label: .money)
    }
    if unit.has(.currencyCode), unit.shape.contains(.allCapitals) { return Match(end: at + 1, label: .money) }
    if NumberWord.dollarCountries.contains(unit.key), sentence.has(.currency, at: at + 1) {
      return Match(end: at + 2, label: .money)
    }
    if unit.has(.measure), number.kind != .vague || !unit.has(.common) {
      return Match(end: at + 1, label: .quantity)
    }
    if unit.key == NumberWord.square || unit.key == NumberWord.cubic, sentence.has(.measure, at: at + 1) {
      return Match(end: at + 2, label: .quantity)
    }
    return nil
  }

  /// `5 years ago`, `ten-year-old`, `an hour later`.
  private func duration(behind unit: Int, _ label: EntityLabel, isHyphened: Bool) -> Match {
    var end = unit + 1
    if sentence.at(end)?.isDash == true, sentence.isWord(NumberWord.old, at: end + 1) {
      end += 2
    } else if let next = sentence.at(end), next.isWord,
      next.key == NumberWord.ago || next.key == NumberWord.later || next.key == NumberWord.earlier
        || next.key == NumberWord.old
    {
      end += 1
    }
    return Match(end: end, label: label)
  }

  /// An amount that begins with the sign or code of its currency.
  func money(at index: Int) -> Match? {
    guard let number = number(at: index + 1), number.kind == .digits || sentence[index].isCurrencySign else {
      return nil
    }
    var end = number.end
    if let second = secondOfRange(behind: end), second.kind == .digits { end = second.end }
    if sentence.has(.currency, at: end), !sentence[index].isCurrencySign { end += 1 }
    return Match(end: end, label: .money)
  }
}
