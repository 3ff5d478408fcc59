/// Copies of a text in another case; every character keeps its length in bytes.
enum TagCase {
  case lower, upper, headline

  private static let small: Set<String> = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "and", "or", "but", "as", "with", "from",
  ]

  func apply(_ text: [UInt8]) -> [UInt8] {
    var made = text
    var wordStart = true
    var index = 0
    while index < made.count {
      let byte = made[index]
      let isSecond = index > 0 && byte & 0xC0 == 0x80
      switch self {
      case .lower:
        if byte &- 0x41 < 26 { made[index] = byte | 0x20 }
        if isSecond, text[index - 1] == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 {
          made[index] = byte + 0x20
        }
      case .upper:
        if byte &- 0x61 < 26 { made[index] = byte & 0xDF }
        if isSecond, text[index - 1] == 0xC3, byte >= 0xA0, byte <= 0xBE, byte != 0xB7 {
          made[index] = byte - 0x20
        }
      case .headline:
        if wordStart, byte &- 0x61 < 26 {
          let end = text[index...].firstIndex { $0 <= 0x20 } ?? text.count
          if !Self.small.contains(String(decoding: text[index..<end], as: UTF8.self)) {
            made[index] = byte & 0xDF
          }
        }
        wordStart = byte <= 0x20
      }
      index += 1
    }
    return made
  }
}
