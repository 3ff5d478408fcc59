/// Says in one form what dates, times and amounts mean.
///
/// Dates and times follow ISO 8601 and, where parts are not known, TIMEX3 of TimeML (Pustejovsky et al., 2003):
/// `2024-05-16`, `2024-W20`, `XXXX-05-16`, `199X`, `P2Y`, `T14:30`. Amounts are a number with its unit behind it
/// (`5000000 USD`, `12.5 %`, `5 kilometer`), ranges have `..` between their ends.
struct NumberValue {
  let sentence: SentenceTokens
  /// The day from which relative dates are told.
  let today: CivilDate?

  /// The value of a mention, `nil` when it has none that can be told.
  func value(of label: EntityLabel, _ first: Int, _ end: Int) -> String? {
    switch label {
    case .date: DateValue(sentence: sentence, today: today, first: first, end: end).value
    case .time: ClockValue(sentence: sentence, first: first, end: end).value
    case .money: money(first, end)
    case .percent: amounts(first, end).map { "\($0) %" }
    case .quantity: quantity(first, end)
    case .ordinal:
      NumberReading(sentence: sentence).ordinal(at: first, limit: end).map(NumberReading.text)
    case .cardinal: amounts(first, end)
    default: nil
    }
  }

  /// One number, or the ends of a range.
  private func amounts(_ first: Int, _ end: Int) -> String? {
    let reading = NumberReading(sentence: sentence)
    var found: [Double] = []
    var at = first
    while at < end {
      if let (value, next) = reading.read(at: at, limit: end) {
        found.append(value)
        at = next
      } else {
        at += 1
      }
    }
    switch found.count {
    case 1: return NumberReading.text(found[0])
    case 2:
      // 5 to 10 million: what stands behind the second belongs to both.
      var low = found[0]
      if low < 1000, found[1] >= 1000 {
        var unit = 1.0
        while found[1] / (unit * 1000) >= 1 { unit *= 1000 }
        if low * unit <= found[1] { low *= unit }
      }
      return low < found[1] ? "\(NumberReading.text(low))..\(NumberReading.text(found[1]))" : nil
    default: return nil
    }
  }

  private func money(_ first: Int, _ end: Int) -> String? {
    guard let amount = amounts(first, end) else { return nil }
    for index in first..<end {
      if let code = CurrencyTable.code(sentence, index, first) {
        return "\(CurrencyTable.isCent(sentence[index]) ? cents(amount) : amount) \(code)"
      }
    }
    return nil
  }

  private func cents(_ amount: String) -> String {
    Double(amount).map { NumberReading.text($0 / 100) } ?? amount
  }

  private func quantity(_ first: Int, _ end: Int) -> String? {
    guard let amount = amounts(first, end) else { return nil }
    var unit: [String] = []
    for index in first..<end where sentence[index].isWord && !sentence[index].has([.numeral, .magnitude]) {
      if sentence[index].has(.measure) || sentence[index].key == NumberWord.square
        || sentence[index].key == NumberWord.cubic
      {
        unit.append(String(decoding: sentence.bytes(index), as: UTF8.self).lowercased())
      }
    }
    return unit.isEmpty ? nil : "\(amount) \(UnitTable.singular(unit.joined(separator: " ")))"
  }
}
