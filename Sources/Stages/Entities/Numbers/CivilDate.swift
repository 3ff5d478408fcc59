/// A day of the Gregorian calendar, for dates that are told from another day.
struct CivilDate: Equatable {
  var year: Int
  var month: Int
  var day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the day at the head of an ISO 8601 date, such as `2024-05-16T10:00Z`.
  init?(iso text: String) {
    let fields = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].count == 4, let year = Int(fields[0]), let month = Int(fields[1]),
      let day = Int(fields[2]), (1...12).contains(month), (1...31).contains(day), (0...9999).contains(year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms").
  var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * part + 2) / 5 + 1)
  }

  /// 0 is Monday.
  var weekday: Int { (((dayNumber + 3) % 7) + 7) % 7 }

  func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  func adding(months: Int) -> CivilDate {
    let count = year * 12 + month - 1 + months
    return CivilDate(year: count / 12, month: count % 12 + 1, day: day)
  }

  var iso: String { "\(isoMonth)-\(Self.two(day))" }
  var isoMonth: String { "\(Self.four(year))-\(Self.two(month))" }

  /// The week of ISO 8601: `2024-W20`.
  var isoWeek: String {
    let thursday = adding(days: 3 - weekday)
    let first = CivilDate(year: thursday.year, month: 1, day: 1)
    return "\(Self.four(thursday.year))-W\(Self.two((thursday.dayNumber - first.dayNumber) / 7 + 1))"
  }

  static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  static func four(_ value: Int) -> String {
    let digits = "\(value)"
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
