import Sluice

extension UnsafeBufferPointer where Element == UInt8 {
  /// A range of markup-free bytes as a string: references decoded, white space collapsed and trimmed.
  func string(_ range: Range<Int>, isAttribute: Bool = true) -> String {
    let decoded = CharacterReferences.decodeAll(span.extracting(range), inAttribute: isAttribute)
    return String(decoding: decoded, as: UTF8.self).collapsed
  }
}

extension String {
  /// White space, no-break spaces and control characters collapsed to single blanks, none at the ends.
  var collapsed: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    var wantsBlank = false
    for scalar in unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace
        || scalar.value == 0xFEFF
        || scalar.value == 0x200B
      {
        wantsBlank = !result.isEmpty
      } else {
        if wantsBlank { result.unicodeScalars.append(" ") }
        wantsBlank = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Letters and digits in lower case: what two writings of a name share.
  var bare: String {
    var result = ""
    for scalar in lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
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
