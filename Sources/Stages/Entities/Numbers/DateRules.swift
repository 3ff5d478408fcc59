/// Dates and times of day.
extension NumberScanner {
  /// A date, time or ordinal written with digits first; `nil` when the digits only count.
  func numericDate(at index: Int, _ number: Number) -> Match? {
    let next = sentence.at(index + 1)
    if let next, next.isWord, next.isAttached {
      if next.key == NumberWord.s, sentence.isYear(at: index) || isTens(index) {
        return Match(end: index + 2, label: .date)
      }
      if [NumberWord.st, NumberWord.nd, NumberWord.rd, NumberWord.th].contains(next.key) {
        if let day = dayOfMonth(at: index, behind: index + 2) { return day }
        return century(behind: index + 2) ?? Match(end: index + 2, label: .ordinal)
      }
    }
    if let match = clock(at: index + 1) { return match }
    if sentence.bytes(index).contains(UInt8(ascii: ":")) {
      return Match(end: index + 1, label: .time, confidence: 0.8)
    }
    if sentence.isDay(at: index), let day = dayOfMonth(at: index, behind: index + 1) { return day }
    return isoDate(at: index)
  }

  private func isTens(_ index: Int) -> Bool {
    sentence.plainNumber(at: index).map { $0 % 10 == 0 && (20...90).contains($0) } ?? false
  }

  /// `'90s`, where the apostrophe stands at the given index.
  func decade(at index: Int) -> Match? {
    guard isTens(index + 1), sentence.isWord(NumberWord.s, at: index + 2) else { return nil }
    return Match(end: index + 3, label: .date)
  }

  /// `16 May 2024`, `3rd of March`: what follows the day.
  private func dayOfMonth(at index: Int, behind end: Int) -> Match? {
    let at = sentence.isWord(NumberWord.of, at: end) ? end + 1 : end
    guard let month = sentence.at(at), month.isWord, month.has([.month, .monthAbbreviation]), month.isCapital
    else { return nil }
    return Match(end: behindYear(at + 1), label: .date)
  }

  /// `2024-05-16`, `5/16/2024`.
  private func isoDate(at index: Int) -> Match? {
    guard let separator = sentence.at(index + 1), separator.isAttached,
      separator.isDash || separator.isMark("/"),
      sentence.at(index + 2)?.kind == .number, sentence.at(index + 3)?.mark == separator.mark,
      sentence.at(index + 3)?.kind == .mark, sentence.at(index + 4)?.kind == .number
    else { return nil }
    return Match(end: index + 5, label: .date)
  }

  /// Index behind a year, with or without a comma before it.
  private func behindYear(_ index: Int) -> Int {
    if sentence.isYear(at: index) { return index + 1 }
    if sentence.at(index)?.isMark(",") == true, sentence.isYear(at: index + 1) { return index + 2 }
    return index
  }

  /// `a.m.`, `pm`, `o'clock` behind a number.
  func clock(at index: Int) -> Match? {
    guard let token = sentence.at(index), token.isWord else { return nil }
    let isClock =
      token.key == NumberWord.amDotted || token.key == NumberWord.pmDotted || token.key == NumberWord.pm
      || token.key == NumberWord.oclock || (token.key == NumberWord.am && token.isAttached)
    return isClock ? Match(end: index + 1, label: .time) : nil
  }

  func year(at index: Int) -> Match? {
    if let next = sentence.at(index + 1), next.isDash, next.isAttached,
      sentence.isYear(at: index + 2) || (sentence.plainNumber(at: index + 2).map { $0 < 100 } ?? false)
    {
      return Match(end: index + 3, label: .date)
    }
    // 1,800 people may be written 1800 people.
    if let next = sentence.at(index + 1), next.isWord, !next.isCapital, !next.has(.function),
      sentence.bytes(index + 1).last == UInt8(ascii: "s"), !next.has(.measure)
    {
      return Match(end: index + 1, label: .cardinal, confidence: 0.6)
    }
    return Match(end: index + 1, label: .date)
  }

  func weekday(at index: Int) -> Match? {
    if sentence.has(.dayPart, at: index + 1) { return Match(end: index + 2, label: .time) }
    let at = sentence.at(index + 1)?.isMark(",") == true ? index + 2 : index + 1
    if sentence.has([.month, .monthAbbreviation], at: at), sentence[at].isCapital, sentence.isDay(at: at + 1),
      let day = month(at: at)
    {
      return day
    }
    return Match(end: index + 1, label: .date)
  }

  func month(at index: Int) -> Match? {
    let token = sentence[index]
    if sentence.isDay(at: index + 1) {
      var end = index + 2
      if let next = sentence.at(end), next.isWord, next.isAttached { end += 1 }
      if let dash = sentence.at(end), dash.isDash, sentence.isDay(at: end + 1) { end += 2 }
      return Match(end: behindYear(end), label: .date)
    }
    let ofYear =
      sentence.isWord(NumberWord.of, at: index + 1) && sentence.isYear(at: index + 2) ? index + 2 : index + 1
    let end = behindYear(ofYear)
    if end > ofYear { return Match(end: end, label: .date) }
    let isDoubtful =
      token.has(.monthAbbreviation) || token.has(.doubtfulName) || token.key == NumberWord.march
    if isDoubtful {
      guard let before = sentence.at(index - 1), NumberWord.beforeMonth.contains(before.key),
        !token.has(.monthAbbreviation) || token.shape.contains(.dotted),
        sentence.at(index + 1).map({ !$0.isCapital || !$0.isWord }) ?? true
      else { return nil }
    }
    return Match(end: index + 1, label: .date, confidence: 0.8)
  }

  /// `last week`, `the next two years`, `early March`, `late 1990s`, `this morning`.
  func relative(at index: Int) -> Match? {
    let key = sentence[index].key
    var at = index + 1
    if sentence.at(at)?.isDash == true { at += 1 }
    guard let next = sentence.at(at) else { return nil }
    let bounds = key == NumberWord.early || key == NumberWord.late || key == NumberWord.mid
    if next.isWord, next.has(.dayPart) { return Match(end: at + 1, label: .time) }
    if bounds {
      guard
        next.kind == .number || (next.isWord && next.has([.month, .monthAbbreviation]) && next.isCapital),
        let match = match(at: at), match.label == .date
      else { return nil }
      return match
    }
    guard next.isWord else { return nil }
    if next.has([.weekday, .season]) { return Match(end: at + 1, label: .date) }
    if next.has(.month), next.isCapital { return Match(end: behindYear(at + 1), label: .date) }
    if next.has(.dateUnit) { return Match(end: at + 1, label: .date) }
    guard key != NumberWord.this, let number = number(at: at) else { return nil }
    if sentence.has(.dateUnit, at: number.end) { return Match(end: number.end + 1, label: .date) }
    return sentence.has(.clockUnit, at: number.end) ? Match(end: number.end + 1, label: .time) : nil
  }

  func relativeDay(at index: Int) -> Match? {
    let next = sentence.at(index + 1)
    if next?.kind == .clitic { return Match(end: index + 1, label: .date, confidence: 0.8) }
    return sentence.has(.dayPart, at: index + 1)
      ? Match(end: index + 2, label: .time) : Match(end: index + 1, label: .date)
  }

  func season(at index: Int) -> Match? {
    let at = sentence.isWord(NumberWord.of, at: index + 1) ? index + 2 : index + 1
    return sentence.isYear(at: at) ? Match(end: at + 1, label: .date) : nil
  }

  func ordinal(at index: Int) -> Match? {
    if let match = century(behind: index + 1) { return match }
    let token = sentence[index]
    if token.shape.contains(.opening), sentence.at(index + 1)?.isMark(",") ?? true { return nil }
    return Match(end: index + 1, label: .ordinal, confidence: 0.8)
  }

  /// `century` or `quarter` behind an ordinal.
  private func century(behind index: Int) -> Match? {
    let at = sentence.at(index)?.isDash == true ? index + 1 : index
    guard let unit = sentence.at(at), unit.isWord, unit.has(.dateUnit), unit.length >= 6,
      sentence.bytes(at).last != UInt8(ascii: "s")
    else { return nil }
    let isPeriod =
      sentence.bytes(at).first == UInt8(ascii: "c") || sentence.bytes(at).first == UInt8(ascii: "q")
    guard isPeriod else { return nil }
    let year = sentence.isWord(NumberWord.of, at: at + 1) ? at + 2 : at + 1
    return Match(end: sentence.isYear(at: year) ? year + 1 : at + 1, label: .date)
  }
}
