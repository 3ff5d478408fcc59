/// Finds dates, times and amounts: a small automaton over tokens, after the conventions of OntoNotes 5.
///
/// It is asked at one token at a time and says how far the expression reaches that begins there; it never
/// looks further than the expression is long, so that a text costs linear time.
struct NumberScanner {
  struct Match {
    /// Index of the token behind the expression.
    var end: Int
    var label: EntityLabel
    var confidence: Float = 0.9
  }

  let sentence: SentenceTokens

  /// The expression that begins at a token, `nil` when none does.
  func match(at index: Int) -> Match? {
    let token = sentence[index]
    switch token.kind {
    case .number: return amount(at: index)
    case .mark: return token.isCurrencySign ? money(at: index) : (token.isMark("'") ? decade(at: index) : nil)
    case .word: return token.has(.startsNumber) || isDollarCountry(index) ? words(at: index) : nil
    case .clitic, .opaque: return nil
    }
  }

  private func isDollarCountry(_ index: Int) -> Bool {
    guard let next = sentence.at(index + 1), next.isMark("$"), next.isAttached else { return false }
    return NumberWord.dollarCountries.contains(sentence[index].key)
  }

  private func words(at index: Int) -> Match? {
    let token = sentence[index]
    if isDollarCountry(index) { return money(at: index + 1) }
    if token.has(.weekday), token.isCapital { return weekday(at: index) }
    if token.has([.month, .monthAbbreviation]), token.isCapital, let match = month(at: index) {
      return match
    }
    if token.has(.relative), let match = relative(at: index) { return match }
    if token.has(.relativeDay) { return relativeDay(at: index) }
    if token.has(.season) { return season(at: index) }
    // One bound is enough: `about more than` is no amount.
    if let end = approximation(at: index), approximation(at: end) == nil, var match = match(at: end) {
      if match.label == .ordinal || match.label == .time || match.label == .date, !isDuration(end) {
        return nil
      }
      match.end = max(match.end, end + 1)
      return match
    }
    if token.has(.currencyCode), token.shape.contains(.allCapitals) {
      return money(at: index) ?? code(at: index)
    }
    if token.has(.numeral) || token.has(.magnitude) || isVague(index) { return amount(at: index) }
    if token.has(.ordinal) { return ordinal(at: index) }
    return single(at: index)
  }

  private func isDuration(_ index: Int) -> Bool {
    guard let number = number(at: index) else { return false }
    return sentence.has([.dateUnit, .clockUnit], at: number.end) || sentence.at(number.end)?.isDash == true
  }

  /// A currency named by its code alone, such as `RMB`.
  private func code(at index: Int) -> Match? {
    Match(end: index + 1, label: .money, confidence: 0.6)
  }

  private func single(at index: Int) -> Match? {
    switch sentence[index].key {
    case NumberWord.noon, NumberWord.midnight, NumberWord.tonight, NumberWord.overnight:
      return Match(end: index + 1, label: .time)
    case NumberWord.fiscal:
      let year = sentence.isWord(NumberWord.year, at: index + 1) ? index + 2 : index + 1
      return sentence.isYear(at: year) ? Match(end: year + 1, label: .date) : nil
    case let key where NumberWord.frequencies.contains(key):
      return Match(end: index + 1, label: .date, confidence: 0.6)
    case let key where NumberWord.plurals.contains(key):
      return plural(at: index)
    default:
      return nil
    }
  }

  /// `dozens of`, `tens of thousands of`: the number without the `of` at its end.
  private func plural(at index: Int) -> Match? {
    guard sentence.isWord(NumberWord.of, at: index + 1) else { return nil }
    if let inner = sentence.at(index + 2), NumberWord.plurals.contains(inner.key) {
      return withUnit(Number(end: index + 3, kind: .vague)) ?? Match(end: index + 3, label: .cardinal)
    }
    return Match(end: index + 1, label: .cardinal, confidence: 0.8)
  }

  /// Index behind `about`, `more than`, `at least`, `up to` …, `nil` when nothing such begins here.
  private func approximation(at index: Int) -> Int? {
    let key = sentence[index].key
    if key == NumberWord.more || key == NumberWord.less || key == NumberWord.fewer {
      return sentence.isWord(NumberWord.than, at: index + 1) && index + 2 < sentence.end ? index + 2 : nil
    }
    if key == NumberWord.at {
      let bounds =
        sentence.isWord(NumberWord.least, at: index + 1) || sentence.isWord(NumberWord.most, at: index + 1)
      return bounds && index + 2 < sentence.end ? index + 2 : nil
    }
    if key == NumberWord.up {
      return sentence.isWord(NumberWord.to, at: index + 1) && index + 2 < sentence.end ? index + 2 : nil
    }
    guard sentence[index].has(.approximation), let next = sentence.at(index + 1) else { return nil }
    let counts =
      next.kind == .number || next.isCurrencySign || (next.isWord && next.has([.numeral, .numberCue]))
    return counts ? index + 1 : nil
  }
}
