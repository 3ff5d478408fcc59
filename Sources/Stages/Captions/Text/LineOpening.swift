/// Tells lines of captions that begin a speech: `- Yes.`, `>> NAME:`, `Name Surname: …`.
enum LineOpening {
  static let longestName = 48
  static let mostWords = 5

  /// - Parameter end: behind the last byte of the run of text that begins at the offset; the offset itself when the
  ///   run is decoded.
  @inline(__always)
  static func stands(in bytes: Bytes, at start: Int, _ end: Int) -> Bool {
    guard start + 1 < end else { return isDecodedChevron(bytes, start) }
    switch bytes[start] {
    case UInt8(ascii: "-"):
      return bytes[start + 1] == 0x20 || bytes[start + 1].isUpper || bytes[start + 1] >= 0x80
    case UInt8(ascii: ">"):
      return bytes[start + 1] == UInt8(ascii: ">")
    case 0xE2:
      guard bytes.has("– ", at: start, before: end) || bytes.has("— ", at: start, before: end) else {
        return false
      }
      return start + 4 < end && bytes[start + 4].isUpper
    case UInt8(ascii: "["), 0x41...0x5A, 0xC3...0xCD, 0xD3...0xDF, 0xE0, 0xE1, 0xE3...0xED:
      return isLabel(bytes, start, min(end, start + longestName))
    // Greek and Cyrillic capitals.
    case 0xCE, 0xCF:
      return (0x86...0xAB).contains(bytes[start + 1])
        && isLabel(bytes, start, min(end, start + longestName))
    case 0xD0...0xD2:
      guard bytes[start + 1] < 0xB0 else { return false }
      return isLabel(bytes, start, min(end, start + longestName))
    default: return false
    }
  }

  /// `&gt;&gt;`
  private static func isDecodedChevron(_ bytes: Bytes, _ start: Int) -> Bool {
    bytes.has("&gt;&gt;", at: start, before: bytes.count)
  }

  /// Words that begin with capitals or digits, then a colon.
  private static func isLabel(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    var index = start
    var words = 0
    var isWordStart = true
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        return index > start + 1 && (index + 1 == end || bytes[index + 1].isBlank)
      }
      // `[Jane Smith] …`, `[Speaker 1] …`
      if byte == UInt8(ascii: "]"), bytes[start] == UInt8(ascii: "[") {
        return words > 1 && index + 1 < end && bytes[index + 1] == 0x20
      }
      if byte == 0x20 {
        isWordStart = true
      } else if isWordStart {
        words += 1
        guard words <= mostWords,
          byte.isUpper || byte.isDigit || byte >= 0x80 || byte == 0x28 || byte == 0x5B
            || byte == 0x23 || (words > 1 && isParticle(bytes, index, end))
        else { return false }
        isWordStart = false
      } else if byte.isLineEnd || byte == 0x2C || byte == 0x3F || byte == 0x21 {
        return false
      }
      index += 1
    }
    return false
  }

  /// Small words within names, and those with a prefix: `van der`, `al-Assad`.
  private static func isParticle(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    var stop = start
    while stop < end, bytes[stop].isLower { stop += 1 }
    guard stop < end, stop > start, stop - start <= 3 else { return false }
    if bytes[stop] == UInt8(ascii: "-") || bytes[stop] == UInt8(ascii: "'") {
      return stop + 1 < end && bytes[stop + 1].isUpper
    }
    guard bytes[stop] == 0x20 else { return false }
    for particle: StaticString in [
      "de", "da", "di", "do", "dos", "du", "del", "la", "le", "van", "von", "der", "den",
    ]
    where bytes.equals(start..<stop, particle) { return true }
    return false
  }
}
