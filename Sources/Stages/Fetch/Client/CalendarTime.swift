import Glibc

/// Times as HTTP, feeds and archives write them: seconds since 1970 and days of the civil calendar.
enum CalendarTime {
  /// Seconds since 1970, now.
  static var now: Int { Int(time(nil)) }

  /// `2026-11-23T15:04:05Z`: ISO 8601 with seconds, in UTC.
  static func iso(_ seconds: Int) -> String {
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    return day(Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  /// The time of an `HTTP-date` (RFC 9110, section 5.6.7), in any of its three forms.
  static func http(_ text: String) -> Int? {
    guard let parts = parts(of: text), let clock = parts.clock else { return nil }
    return seconds(parts.year, parts.month, parts.day) + clock
  }

  /// The day, `2024-05-16`, of a date in a feed: RFC 822 with its zone, or ISO 8601.
  static func day(inFeed text: String) -> String? {
    let bytes = Array(text.trimmed.utf8)
    if bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Int(String(decoding: bytes[0..<4], as: UTF8.self)),
      let month = Int(String(decoding: bytes[5..<7], as: UTF8.self)), (1...12).contains(month),
      let date = Int(String(decoding: bytes[8..<10], as: UTF8.self)), (1...31).contains(date)
    {
      return day(year, month, date)
    }
    return parts(of: text).map { day($0.year, $0.month, $0.day) }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Day, month and year by what they look like, so that all old forms are read.
  private static func parts(of text: String) -> (year: Int, month: Int, day: Int, clock: Int?)? {
    var year: Int?
    var month: Int?
    var date: Int?
    var clock: Int?
    for word in text.prefix(64).lowercased().split(whereSeparator: { " ,-\t".contains($0) }) {
      if word.contains(":") {
        let fields = word.split(separator: ":").map { Int($0) ?? -1 }
        guard (2...3).contains(fields.count), (0...23).contains(fields[0]), (0...59).contains(fields[1]),
          (0...60).contains(fields.count > 2 ? fields[2] : 0)
        else { return nil }
        clock = fields[0] * 3600 + fields[1] * 60 + (fields.count > 2 ? fields[2] : 0)
      } else if let index = months.firstIndex(of: String(word.prefix(3))), month == nil {
        month = index + 1
      } else if let number = Int(word), !word.hasPrefix("+") {
        if date == nil, (1...31).contains(number), word.count <= 2 {
          date = number
        } else if year == nil, word.count == 4 {
          year = number
        } else if year == nil, word.count == 2 {
          year = number < 70 ? 2000 + number : 1900 + number
        }
      }
    }
    guard let year, let month, let date, (1900...9999).contains(year) else { return nil }
    return (year, month, date, clock)
  }

  private static func seconds(_ year: Int, _ month: Int, _ day: Int) -> Int {
    var parts = tm()
    parts.tm_year = Int32(year - 1900)
    parts.tm_mon = Int32(month - 1)
    parts.tm_mday = Int32(day)
    return Int(timegm(&parts))
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
    let digits = String(10_000 + year).dropFirst()
    return "\(digits)-\(two(month))-\(two(day))"
  }

  private static func two(_ number: some BinaryInteger) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
