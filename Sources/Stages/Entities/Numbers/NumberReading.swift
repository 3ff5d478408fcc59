/// Reads the value of a number written in digits, in words, or in both: `1,250`, `2.5 million`, `twenty-one`.
struct NumberReading {
  let sentence: SentenceTokens

  private static let small = table(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """, from: 0)
  private static let ordinals = table(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth
    """, from: 1)
  private static let tens = table("twenty thirty forty fifty sixty seventy eighty ninety", from: 2, by: 10)
  private static let tenths = table(
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", from: 2, by: 10)
  private static let magnitudes: [UInt64: Double] = [
    key("hundred"): 100, key("thousand"): 1e3, key("k"): 1e3, key("million"): 1e6, key("m"): 1e6,
    key("mn"): 1e6, key("billion"): 1e9, key("bn"): 1e9, key("b"): 1e9, key("trillion"): 1e12,
    key("dozen"): 12,
  ]

  private static func key(_ word: String) -> UInt64 { WordHash.key(of: word.utf8) }

  private static func table(_ words: String, from first: Int, by step: Int = 1) -> [UInt64: Double] {
    var table: [UInt64: Double] = [:]
    for (place, word) in words.split(whereSeparator: \.isWhitespace).enumerated() {
      table[WordHash.key(of: word.utf8)] = Double((first + place) * step)
    }
    return table
  }

  /// The number that begins at a token, and the index behind it.
  func read(at index: Int, limit: Int) -> (value: Double, end: Int)? {
    var total = 0.0, part = 0.0
    var at = index
    var isAny = false
    while at < limit {
      let token = sentence[at]
      if token.kind == .number {
        guard !isAny, let value = digits(at) else { break }
        part = value
      } else if let value = Self.small[token.key] ?? Self.tens[token.key] {
        part += value
      } else if let magnitude = Self.magnitudes[token.key], isAny || magnitude >= 100 || at == index {
        // One letter counts only where it clings to the number.
        if token.length <= 2, !token.isAttached { break }
        let value = (isAny ? max(part, 0) : 1) * magnitude
        if magnitude >= 1000 {
          total += value
          part = 0
        } else {
          part = value
        }
      } else if isAny, token.isDash || token.key == NumberWord.and, at + 1 < limit,
        Self.small[sentence[at + 1].key] != nil || Self.tens[sentence[at + 1].key] != nil
          || (token.isDash && Self.magnitudes[sentence[at + 1].key] != nil)
      {
        at += 1
        continue
      } else {
        break
      }
      isAny = true
      at += 1
    }
    return isAny ? (total + part, at) : nil
  }

  /// `first`, `twenty-first`, `21st`.
  func ordinal(at index: Int, limit: Int) -> Double? {
    let token = sentence[index]
    if let value = Self.ordinals[token.key] ?? Self.tenths[token.key] { return value }
    if token.kind == .number { return digits(index) }
    guard let ten = Self.tens[token.key], index + 2 < limit, sentence[index + 1].isDash,
      let one = Self.ordinals[sentence[index + 2].key]
    else { return nil }
    return ten + one
  }

  /// A number of digits with commas and one full stop.
  private func digits(_ index: Int) -> Double? {
    var whole = 0.0, fraction = 0.0, scale = 0.0
    for byte in sentence.bytes(index) {
      switch byte {
      case UInt8(ascii: ","): if scale > 0 { return nil }
      case UInt8(ascii: "."):
        if scale > 0 { return nil }
        scale = 1
      case 0x30...0x39:
        if scale > 0 {
          fraction = fraction * 10 + Double(byte - 0x30)
          scale *= 10
        } else {
          whole = whole * 10 + Double(byte - 0x30)
        }
      default: return nil
      }
    }
    return whole + (scale > 1 ? fraction / scale : 0)
  }

  /// A number without needless digits: `5000000`, `2.5`.
  static func text(_ value: Double) -> String {
    value.rounded() == value && abs(value) < 9e15 ? "\(Int(value))" : "\(value)"
  }
}
