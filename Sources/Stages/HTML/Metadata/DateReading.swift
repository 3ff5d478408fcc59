/// Reads days in the forms that pages write them in; ISO 8601 days come out.
enum DateReading {
  /// The first day named in a text, `nil` when there is none that can be read for certain.
  ///
  /// - Parameter dayFirst: whether `03/10/2023` is the third of October, as all but Americans write it.
  static func day(in text: String, dayFirst: Bool = false) -> String? {
    let parts = split(text)
    for index in parts.indices {
      if let day = numeric(parts, index, dayFirst) ?? named(parts, index) { return day }
    }
    return nil
  }

  /// A day in a URL's path: `/2024/05/16/`.
  static func day(inURL url: String) -> String? {
    let path = url.split(separator: "/", omittingEmptySubsequences: true)
    for index in path.indices where index + 2 < path.count {
      if path[index].count == 4, path[index + 1].count <= 2, path[index + 2].count <= 2,
        let year = Int(path[index]), let month = Int(path[index + 1]) ?? month(path[index + 1].lowercased()),
        let day = Int(path[index + 2])
      {
        if let found = iso(year, month, day) { return found }
      }
    }
    return nil
  }

  /// Whether an ISO 8601 day follows another.
  static func isNextDay(_ day: String, _ other: String) -> Bool {
    guard let first = number(day), let second = number(other) else { return false }
    return second == first + 1
  }

  /// Days since 0000-03-01 (the civil calendar of Howard Hinnant's `days_from_civil`).
  private static func number(_ day: String) -> Int? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let month = (parts[1] + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1
  }

  private enum Part: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case sign(Unicode.Scalar)
  }

  private static func split(_ text: String) -> [Part] {
    var parts: [Part] = []
    var word = ""
    var number = 0
    var digits = 0
    func close() {
      if digits > 0 { parts.append(.number(number, digits: digits)) }
      if !word.isEmpty { parts.append(.word(word.lowercased())) }
      (word, number, digits) = ("", 0, 0)
    }
    for scalar in text.unicodeScalars.prefix(200) {
      if (0x30...0x39).contains(scalar.value) {
        if !word.isEmpty { close() }
        number = min(number * 10 + Int(scalar.value) - 0x30, 100_000_000)
        digits += 1
      } else if scalar == "年" || scalar == "月" {
        close()
        parts.append(.sign(scalar))
      } else if scalar.isLetter {
        if digits > 0 { close() }
        word.unicodeScalars.append(scalar)
      } else {
        close()
        if scalar == "-" || scalar == "/" || scalar == "." { parts.append(.sign(scalar)) }
      }
    }
    close()
    return parts
  }

  /// `2024-05-16`, `2024/05/16`, `20240516`, `16.05.2024`, and `05/16/2024` where only one reading is possible
  /// or the parts are in the American order.
  private static func numeric(_ parts: [Part], _ index: Int, _ dayFirst: Bool) -> String? {
    guard case .number(let first, let digits) = parts[index] else { return nil }
    if digits == 8 { return iso(first / 10_000, first / 100 % 100, first % 100) }
    guard index + 4 < parts.count, case .sign(let sign) = parts[index + 1],
      parts[index + 3] == parts[index + 1] || sign == "年",
      case .number(let second, _) = parts[index + 2],
      case .number(let third, let lastDigits) = parts[index + 4]
    else { return nil }
    if digits == 4 { return iso(first, second, third) }
    guard lastDigits == 4, digits <= 2 else { return nil }
    if second > 12 { return iso(third, first, second) }
    if sign == "." || first > 12 || dayFirst { return iso(third, second, first) }
    return iso(third, first, second)
  }

  /// `May 16, 2024`, `16 May 2024`, `16. Mai 2024`, `16 de mayo de 2024`.
  private static func named(_ parts: [Part], _ index: Int) -> String? {
    guard case .word(let name) = parts[index], let month = month(name) else { return nil }
    var after: [Int] = []
    var next = index + 1
    while next < parts.count, after.count < 2 {
      switch parts[next] {
      case .number(let value, _): after.append(value)
      case .word("st"), .word("nd"), .word("rd"), .word("th"), .word("de"), .word("del"), .sign("."),
        .sign("-"),
        .sign("/"):
        break
      default: next = parts.count
      }
      next += 1
    }
    var before: Int?
    look: for previous in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      switch parts[previous] {
      case .number(let value, let digits):
        before = digits <= 2 ? value : nil
        break look
      case .word("st"), .word("nd"), .word("rd"), .word("th"), .word("of"), .word("de"), .word("den"), .sign:
        break
      default: break look
      }
    }
    if let before, let year = after.first, year > 1000 { return iso(year, month, before) }
    if after.count == 2, after[1] > 1000 { return iso(after[1], month, after[0]) }
    return nil
  }

  static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private static func month(_ name: String) -> Int? { MonthNames.numbers[name] }
}
