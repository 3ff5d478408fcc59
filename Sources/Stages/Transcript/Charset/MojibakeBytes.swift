import Sluice

/// The bytes behind a wrongly decoded text, mended so that they decode as UTF-8 again.
///
/// The transcoding steps of ftfy 6.3.1 (`fixes.py`, `bad_codecs/utf8_variants.py`; Apache License 2.0).
enum MojibakeBytes {
  /// Puts bytes A0 back that became spaces inside of what else would be UTF-8.
  static func restoringSpaces(_ bytes: [UInt8]) -> [UInt8] {
    guard hasAlteredSequence(bytes) else { return bytes }
    var bytes = restoringGraveA(bytes)
    var index = 0
    while index < bytes.count {
      let length = alteredLength(bytes, index)
      for place in index..<index + length where bytes[place] == 0x20 { bytes[place] = 0xA0 }
      index += max(1, length)
    }
    return bytes
  }

  private static func hasAlteredSequence(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices where bytes[index] >= 0xC2 && alteredLength(bytes, index) > 0 { return true }
    return false
  }

  /// `voilÃ le`: the bytes of `à` and of the space behind it are one space. Not before what goes on a word.
  private static func restoringGraveA(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let next = index + 2
      if bytes[index] == 0xC3, index + 1 < bytes.count, bytes[index + 1] == 0x20,
        !(["\u{20}", "quele", "quela", "quilo", "s "] as [StaticString]).contains(where: {
          bytes.hasExactText($0, at: next)
        })
      {
        result += [0xC3, 0xA0, 0x20]
        index = next
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Length of a sequence that would be UTF-8 with A0 for its space; 0 when none begins here.
  private static func alteredLength(_ bytes: [UInt8], _ index: Int) -> Int {
    func at(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    func isMiddle(_ byte: UInt8) -> Bool { isContinuation(byte) && byte != 0x85 && byte != 0xA0 }
    switch bytes[index] {
    case 0xC2, 0xC3, 0xC5, 0xCE, 0xD0, 0xD9: return at(1) == 0x20 ? 2 : 0
    case 0xE2, 0xE3:
      if at(1) == 0x20, isMiddle(at(2)) { return 3 }
      return isMiddle(at(1)) && at(2) == 0x20 ? 3 : 0
    case 0xE0, 0xE1: return isMiddle(at(1)) && at(2) == 0x20 ? 3 : 0
    case 0xF0:
      let spaces = (1...3).count { at($0) == 0x20 }
      return spaces == 1 && (1...3).allSatisfy { at($0) == 0x20 || isContinuation(at($0)) } ? 4 : 0
    default: return 0
    }
  }

  /// Puts U+FFFD where a byte of a sequence was lost.
  static func replacingLost(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == SingleByteCharset.lost || $0 == UInt8(ascii: "?") }) else {
      return bytes
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let length = lossyLength(bytes, index)
      if length > 0 {
        result += [0xEF, 0xBF, 0xBD]
        index += length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func lossyLength(_ bytes: [UInt8], _ index: Int) -> Int {
    let lost = SingleByteCharset.lost
    func at(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    func isHole(_ offset: Int) -> Bool { at(offset) == lost || at(offset) == UInt8(ascii: "?") }
    func fits(_ offset: Int) -> Bool { at(offset) == lost || isContinuation(at(offset)) }
    let lead = bytes[index]
    if (0xC2...0xDF).contains(lead), at(1) == lost { return 2 }
    if lead == 0xC2 || lead == 0xC3, at(1) == UInt8(ascii: "?") { return 2 }
    if lead == 0xED, (0xA0...0xAF).contains(at(1)), at(3) == 0xED, (0xB0...0xBF).contains(at(4)) {
      if isHole(2), isHole(5) || isContinuation(at(5)) { return 6 }
      if isHole(2) || isContinuation(at(2)), isHole(5) { return 6 }
    }
    if (0xE0...0xEF).contains(lead), (isHole(1) && fits(2)) || (fits(1) && isHole(2)) { return 3 }
    if (0xF0...0xF4).contains(lead) {
      if isHole(1), fits(2), fits(3) { return 4 }
      if fits(1), isHole(2), fits(3) { return 4 }
      if fits(1), fits(2), isHole(3) { return 4 }
    }
    return lead == lost ? 1 : 0
  }

  /// The code points of UTF-8, `nil` when it is not valid. CESU-8 pairs and the two-byte NUL of Java are read too.
  static func decode(_ bytes: [UInt8]) -> [UInt32]? {
    let span = bytes.span
    var result: [UInt32] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        result.append(UInt32(lead))
        index += 1
        continue
      }
      let length = UTF8Validity.sequenceLength(in: span, at: index)
      if length > 0 {
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        result.append(scalar)
        index += length
      } else if lead == 0xC0, index + 1 < bytes.count, bytes[index + 1] == 0x80 {
        result.append(0)
        index += 2
      } else if let scalar = surrogatePair(bytes, index) {
        result.append(scalar)
        index += 6
      } else {
        return nil
      }
    }
    return result
  }

  private static func surrogatePair(_ bytes: [UInt8], _ index: Int) -> UInt32? {
    guard index + 5 < bytes.count, bytes[index] == 0xED, bytes[index + 3] == 0xED,
      (0xA0...0xAF).contains(bytes[index + 1]), isContinuation(bytes[index + 2]),
      (0xB0...0xBF).contains(bytes[index + 4]), isContinuation(bytes[index + 5])
    else { return nil }
    let high = UInt32(bytes[index + 1] & 0x0F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    let low = UInt32(bytes[index + 4] & 0x0F) << 6 | UInt32(bytes[index + 5] & 0x3F)
    return 0x10000 + (high << 10 | low)
  }
}
