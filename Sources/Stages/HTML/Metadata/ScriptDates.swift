import Glibc
import Sluice

/// Finds the day of publication in the data that a page keeps for its scripts: `"publishedAt":"2025-07-11T…"`.
enum ScriptDates {
  /// Keys in lower case without signs.
  private static let keys: Set<String> = [
    "datepublished", "publishedat", "publisheddate", "publishdate", "publicationdate", "firstpublishedat",
    "postdate", "publishedon", "publishedtime", "firstpublished", "publishtime", "publicationtime",
    "published",
    "pubdate",
  ]
  private static let mostHits = 50

  static func published(
    _ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>, dayFirst: Bool
  ) -> PageMetadata.Value<String>? {
    // `publish`, `publication`: searched by their least frequent letter.
    for (letter, before, behind) in [("b", "u", "li"), ("_", "post", "date")]
      as [(StaticString, StaticString, StaticString)]
    {
      var from = 0
      var hits = 0
      while hits < mostHits, let hit = find(letter.utf8Start.pointee, bytes, from: from) {
        from = hit + 1
        guard matches(before, bytes, at: hit - before.utf8CodeUnitCount), matches(behind, bytes, at: hit + 1)
        else {
          continue
        }
        hits += 1
        if let day = value(bytes, around: hit, dayFirst: dayFirst) {
          return .init(content: day, evidence: "script")
        }
      }
    }
    return nil
  }

  private static func find(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    guard let base = bytes.baseAddress, from < bytes.count,
      let found = memchr(base + from, Int32(byte), bytes.count - from)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  private static func matches(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int)
    -> Bool
  {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[offset + $0] == word.utf8Start[$0] }
  }

  /// The day behind the key that a hit is part of.
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>, around hit: Int, dayFirst: Bool) -> String? {
    func isKey(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") }
    var start = hit
    while start > 0, hit - start < 24, isKey(bytes[start - 1]) { start -= 1 }
    var end = hit
    while end < bytes.count, end - hit < 24, isKey(bytes[end]) { end += 1 }
    guard start > 0, isQuote(bytes[start - 1]), end < bytes.count,
      keys.contains(String(decoding: bytes[start..<end], as: UTF8.self).bare)
    else { return nil }
    var signs = 0
    while end < bytes.count, signs < 16,
      isQuote(bytes[end]) || bytes[end] == UInt8(ascii: ":") || bytes[end] <= 0x20
    {
      end += 1
      signs += 1
    }
    let text = bytes[end..<min(bytes.count, end + 32)].prefix {
      !isQuote($0) && $0 != UInt8(ascii: ",") || $0 == 0x20
    }
    guard text.count >= 8, text.first != UInt8(ascii: "{") else { return nil }
    return DateReading.day(in: String(decoding: text, as: UTF8.self), dayFirst: dayFirst)
  }
}
