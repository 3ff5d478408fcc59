/// How long to wait before another attempt: twice as long each time, with jitter that is the same in every run.
struct RetryPolicy: Hashable, Sendable {
  /// Attempts after the first.
  var retries: Int
  /// The wait before the second attempt, in seconds, before jitter.
  var backoff: Double
  /// Longer waits are not worth it, in seconds.
  var longestWait: Double

  /// Answers that another attempt may change: too early, too often, and what servers say when they are troubled.
  static let passingStatuses: Set<Int> = [408, 425, 429, 500, 502, 503, 504]

  /// Seconds to wait before attempt `attempt + 1`, `nil` to give up.
  ///
  /// - Parameters:
  ///   - attempt: attempts made so far, from 1.
  ///   - retryAfter: what the server asked for (RFC 9110, section 10.2.3), as it was written.
  ///   - now: seconds since 1970.
  func wait(after attempt: Int, of url: String, retryAfter: String? = nil, now: Int = CalendarTime.now)
    -> Double?
  {
    guard attempt <= retries else { return nil }
    let backoff = self.backoff * Double(1 << min(attempt - 1, 30)) * (0.5 + Self.fraction(url, attempt))
    guard let asked = retryAfter.flatMap({ Self.seconds($0, now: now) }) else {
      return min(backoff, longestWait)
    }
    return asked > longestWait ? nil : max(asked, backoff.isFinite ? min(backoff, asked + 1) : asked)
  }

  /// Seconds that a `Retry-After` asks for.
  static func seconds(_ value: String, now: Int) -> Double? {
    let text = value.trimmed
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Double(text)
    }
    return CalendarTime.http(text).map { Double(max(0, $0 - now)) }
  }

  /// From 0 up to 1, by FNV-1a of the URL and the attempt.
  private static func fraction(_ url: String, _ attempt: Int) -> Double {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in url.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ UInt64(attempt)) &* 0x100_0000_01B3
    hash ^= hash >> 29
    return Double(hash >> 11) / Double(1 << 53)
  }
}
