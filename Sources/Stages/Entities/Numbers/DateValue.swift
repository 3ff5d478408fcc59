/// The value of a date, told from another day where it is relative.
struct DateValue {
  let sentence: SentenceTokens
  let today: CivilDate?
  let first: Int
  let end: Int

  private static let months = numbered(
    "january february march april may june july august september october november december")
  private static let shortMonths = numbered("jan feb mar apr may jun jul aug sep oct nov dec")
  private static let weekdays = numbered("monday tuesday wednesday thursday friday saturday sunday")
  private static let relativeDays: [UInt64: Int] = [
    key("today"): 0, key("yesterday"): -1, key("tomorrow"): 1,
  ]
  private static let seasons: [UInt64: String] = [
    key("spring"): "SP", key("summer"): "SU", key("fall"): "FA", key("autumn"): "FA", key("winter"): "WI",
  ]
  private static let back = Set([NumberWord.last, key("past"), key("previous")])
  private static let ahead = Set([NumberWord.next, key("coming"), key("following")])
  private static let decade = key("decade")

  private static func key(_ word: String) -> UInt64 { WordHash.key(of: word.utf8) }

  private static func numbered(_ words: String) -> [UInt64: Int] {
    var table: [UInt64: Int] = [:]
    for (index, word) in words.split(separator: " ").enumerated() { table[key(String(word))] = index + 1 }
    return table
  }

  var value: String? { numeric ?? named ?? decades ?? relative ?? duration ?? season ?? bareYear }

  private func has(_ keys: Set<UInt64>) -> Bool { (first..<end).contains { keys.contains(sentence[$0].key) } }

  private var year: Int? {
    (first..<end).lazy.compactMap { sentence.isYear(at: $0) ? sentence.plainNumber(at: $0) : nil }.first
  }

  /// `2024-05-16`, `5/16/2024`, `16/5/24`.
  private var numeric: String? {
    guard end - first == 5, let a = sentence.plainNumber(at: first),
      let b = sentence.plainNumber(at: first + 2),
      let c = sentence.plainNumber(at: first + 4)
    else { return nil }
    if sentence[first].length == 4 { return Self.day(a, b, c) }
    let year = c < 100 ? (c < 50 ? 2000 + c : 1900 + c) : c
    // Months stand first in American dates, and cannot be above 12.
    return a > 12 ? Self.day(year, b, a) : Self.day(year, a, b)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return CivilDate(year: year, month: month, day: day).iso
  }

  private func month(at index: Int) -> Int? {
    let token = sentence[index]
    guard token.isWord else { return nil }
    if let month = Self.months[token.key] { return month }
    guard token.has([.month, .monthAbbreviation]) else { return nil }
    return Self.shortMonths[WordHash.key(of: sentence.bytes(index).prefix(3))]
  }

  /// `16 May 2024`, `May 16th`, `last March`.
  private var named: String? {
    guard let place = (first..<end).first(where: { month(at: $0) != nil }), let month = month(at: place)
    else {
      return nil
    }
    let days = (first..<end).filter { sentence.isDay(at: $0) }.compactMap { sentence.plainNumber(at: $0) }
    guard days.count < 3, (place + 1..<max(end, place + 1)).allSatisfy({ self.month(at: $0) == nil }) else {
      return nil
    }
    var known = year
    if known == nil, let today {
      // Without a year it is the one of the page, or what `last` and `next` say.
      known = today.year
      if has(Self.back), month >= today.month { known = today.year - 1 }
      if has(Self.ahead), month <= today.month { known = today.year + 1 }
    }
    let head = known.map(CivilDate.four) ?? "XXXX"
    switch days.count {
    case 0: return "\(head)-\(CivilDate.two(month))"
    case 1: return "\(head)-\(CivilDate.two(month))-\(CivilDate.two(days[0]))"
    default:
      return days.map { "\(head)-\(CivilDate.two(month))-\(CivilDate.two($0))" }.joined(separator: "..")
    }
  }

  /// `1990s`, `the '90s`.
  private var decades: String? {
    for index in first..<end where sentence.at(index + 1)?.key == NumberWord.s && index + 1 < end {
      guard let value = sentence.plainNumber(at: index), value % 10 == 0 else { continue }
      if value >= 1000 { return "\(value / 10)X" }
      return value < 100 ? "19\(value / 10)X" : nil
    }
    return nil
  }

  /// `yesterday`, `last Tuesday`, `next month`, `two years ago`.
  private var relative: String? {
    guard let today else { return nil }
    for index in first..<end {
      let token = sentence[index]
      guard token.isWord else { continue }
      if let days = Self.relativeDays[token.key] { return today.adding(days: days).iso }
      if let weekday = Self.weekdays[token.key] {
        let distance = weekday - 1 - today.weekday
        if has(Self.back) { return today.adding(days: distance >= 0 ? distance - 7 : distance).iso }
        if has(Self.ahead) { return today.adding(days: distance <= 0 ? distance + 7 : distance).iso }
        // Pages tell of days gone by.
        return today.adding(days: distance > 0 ? distance - 7 : distance).iso
      }
    }
    guard let unit = (first..<end).first(where: { sentence[$0].isWord && sentence[$0].has(.dateUnit) }) else {
      return nil
    }
    if let (count, next) = NumberReading(sentence: sentence).read(at: first, limit: end), next == unit {
      guard count < 10_000, count.rounded() == count, unit + 1 < end else { return nil }
      let behind = sentence[unit + 1].key
      if behind == NumberWord.ago || behind == NumberWord.earlier {
        return shifted(unit, -Int(count), isExact: true)
      }
      return nil
    }
    if sentence.isWord(NumberWord.a, at: first) || sentence.isWord(NumberWord.an, at: first),
      unit == first + 1, unit + 1 < end, sentence[unit + 1].key == NumberWord.ago
    {
      return shifted(unit, -1, isExact: true)
    }
    guard unit == first + 1, unit + 1 == end, sentence.bytes(unit).last != UInt8(ascii: "s") else {
      return nil
    }
    if Self.back.contains(sentence[first].key) { return shifted(unit, -1, isExact: false) }
    if Self.ahead.contains(sentence[first].key) { return shifted(unit, 1, isExact: false) }
    return sentence[first].key == NumberWord.this ? shifted(unit, 0, isExact: false) : nil
  }

  /// A day, week, month, year or decade that is so many units away.
  private func shifted(_ unit: Int, _ count: Int, isExact: Bool) -> String? {
    guard let today else { return nil }
    switch sentence.bytes(unit).first.map({ $0 | 0x20 }) {
    case UInt8(ascii: "y"): return CivilDate.four(today.year + count)
    case UInt8(ascii: "m") where sentence[unit].length <= 6: return today.adding(months: count).isoMonth
    case UInt8(ascii: "w") where sentence[unit].length <= 5: return today.adding(days: 7 * count).isoWeek
    case UInt8(ascii: "d") where sentence[unit].length <= 4: return today.adding(days: count).iso
    case UInt8(ascii: "d") where sentence[unit].key == Self.decade && !isExact:
      return "\(today.year / 10 + count)X"
    default: return nil
    }
  }

  /// `two years`, `10-day`, `the last three months`.
  private var duration: String? {
    let reading = NumberReading(sentence: sentence)
    for index in first..<end {
      guard let (value, next) = reading.read(at: index, limit: end), next < end else { continue }
      let unit = sentence[next].isDash && next + 1 < end ? next + 1 : next
      guard sentence[unit].isWord, sentence[unit].has(.dateUnit), let letter = sentence.bytes(unit).first
      else { return nil }
      let length = sentence[unit].length
      let count = NumberReading.text(value)
      switch letter | 0x20 {
      case UInt8(ascii: "y"), UInt8(ascii: "w"):
        return length <= 5 ? "P\(count)\(String(decoding: [letter & 0xDF], as: UTF8.self))" : nil
      case UInt8(ascii: "m"): return length <= 6 ? "P\(count)M" : nil
      case UInt8(ascii: "d"): return length <= 4 ? "P\(count)D" : "P\(NumberReading.text(value * 10))Y"
      case UInt8(ascii: "c"): return "P\(NumberReading.text(value * 100))Y"
      case UInt8(ascii: "q"): return "P\(NumberReading.text(value * 3))M"
      default: return nil
      }
    }
    return nil
  }

  private var season: String? {
    guard let index = (first..<end).first(where: { Self.seasons[sentence[$0].key] != nil }),
      let season = Self.seasons[sentence[index].key]
    else { return nil }
    var known = year
    if known == nil, let today {
      if has(Self.back) { known = today.year - 1 } else if has(Self.ahead) { known = today.year + 1 }
      if has([NumberWord.this]) { known = today.year }
    }
    return known.map { "\(CivilDate.four($0))-\(season)" }
  }

  /// `2024`, `1998-2003`, `fiscal 2024`.
  private var bareYear: String? {
    let years = (first..<end).filter { sentence.isYear(at: $0) }.compactMap { sentence.plainNumber(at: $0) }
    switch years.count {
    case 1:
      if end - first == 3, sentence[first + 1].isDash, let short = sentence.plainNumber(at: first + 2),
        short < 100
      {
        return "\(years[0])..\(years[0] / 100 * 100 + short)"
      }
      return "\(years[0])"
    case 2: return years[0] < years[1] ? "\(years[0])..\(years[1])" : nil
    default: return nil
    }
  }
}
