import Sluice

extension UnsafeBufferPointer where Element == UInt8 {
  /// A range of markup-free bytes as a string: references decoded, white space collapsed and trimmed.
  func string(_ range: Range<Int>, isAttribute: Bool = true) -> String {
    if let plain = plain(range) { return String(decoding: self[plain], as: UTF8.self) }
    let decoded = CharacterReferences.decodeAll(span.extracting(range), inAttribute: isAttribute)
    return String(decoding: decoded, as: UTF8.self).collapsed
  }

  /// A range without the white space at its ends, when it needs no other change: ASCII, single blanks, no reference.
  private func plain(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] <= 0x20 { start += 1 }
    while end > start, self[end - 1] <= 0x20 { end -= 1 }
    var before: UInt8 = 0
    for index in start..<end {
      let byte = self[index]
      if byte <= 0x20 ? byte != 0x20 || before == 0x20 : byte >= 0x7F || byte == UInt8(ascii: "&") {
        return nil
      }
      before = byte
    }
    return start..<end
  }
}

extension String {
  /// Whether the bytes of another text stand in it.
  func holds(_ part: String) -> Bool {
    var (text, part) = (self, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        guard let first = part.first, text.count >= part.count else { return part.isEmpty }
        return (0...text.count - part.count).contains { offset in
          text[offset] == first && (1..<part.count).allSatisfy { text[offset + $0] == part[$0] }
        }
      }
    }
  }

  /// White space, no-break spaces and control characters collapsed to single blanks, none at the ends.
  var collapsed: String {
    var text = self
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { Self.collapse(bytes, into: $0) }
    }
  }

  private static func collapse(
    _ bytes: UnsafeBufferPointer<UInt8>, into result: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var wantsBlank = false
    var index = 0
    while index < bytes.count {
      let space = spaceLength(bytes, index)
      if space > 0 {
        wantsBlank = count > 0
        index += space
        continue
      }
      if wantsBlank {
        result[count] = 0x20
        count += 1
        wantsBlank = false
      }
      result[count] = bytes[index]
      count += 1
      index += 1
    }
    return count
  }

  /// Bytes of the white space or control character at an offset, 0 for all else.
  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte <= 0x20 || byte == 0x7F ? 1 : 0 }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF,
      index + 1 < bytes.count
    else {
      return 0
    }
    let second = bytes[index + 1]
    if byte == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard index + 2 < bytes.count else { return 0 }
    let third = bytes[index + 2]
    let isSpace =
      switch (byte, second) {
      // U+2000 to U+200B, line and paragraph separators, narrow no-break space
      case (0xE2, 0x80): third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF
      case (0xE2, 0x81): third == 0x9F
      case (0xE1, 0x9A): third == 0x80
      case (0xE3, 0x80): third == 0x80
      case (0xEF, 0xBB): third == 0xBF
      default: false
      }
    return isSpace ? 3 : 0
  }

  /// Letters and digits in lower case: what two writings of a name share.
  var bare: String {
    var text = self
    let plain: String? = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { result in
        var count = 0
        for byte in bytes {
          let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          guard (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower) else { continue }
          result[count] = lower
          count += 1
        }
        return count
      }
    }
    if let plain { return plain }
    var result = ""
    for scalar in lowercased().unicodeScalars
    where scalar.isLetter || scalar.properties.numericType != nil {
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Without markup, where a JSON-LD value holds some.
  var withoutTags: String {
    guard utf8.contains(UInt8(ascii: "<")) else { return self }
    var result = ""
    var inTag = false
    for character in unicodeScalars {
      if character == "<" {
        inTag = true
      } else if character == ">" {
        inTag = false
        result.unicodeScalars.append(" ")
      } else if !inTag {
        result.unicodeScalars.append(character)
      }
    }
    return result.collapsed
  }
}

extension Unicode.Scalar {
  /// Alphabetic, as Unicode says it.
  var isLetter: Bool {
    isASCII ? (0x61...0x7A).contains(UInt8(value & 0x7F) | 0x20) : properties.isAlphabetic
  }
}
