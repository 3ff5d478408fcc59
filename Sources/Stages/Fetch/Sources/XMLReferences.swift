import Sluice

/// Makes all references of an XML text numeric, so that nothing is left to expand or to trip over.
///
/// Feeds have the names of HTML (`&nbsp;`), and ampersands that stand for themselves; after one of these libxml2
/// drops even the references that it knows. Names that a document declares itself become text.
enum XMLReferences {
  static func numeric(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    // In UTF-16 nothing can be told from single bytes.
    guard !bytes.prefix(4).contains(0) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let end = literalEnd(bytes, at: index) {
        result += bytes[index..<end]
        index = end
      } else if byte != UInt8(ascii: "&") {
        result.append(byte)
        index += 1
      } else if let reference = CharacterReferences.decode(bytes.span, at: index, inAttribute: true) {
        for scalar in [reference.first, reference.second].compactMap(\.self) { append(scalar, to: &result) }
        index += reference.length
      } else {
        result += "&#38;".utf8
        index += 1
      }
    }
    return result
  }

  /// Characters that XML does not have (section 2.2) become spaces.
  private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    let isControl = scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value)
    let isNone = scalar.value == 0xFFFE || scalar.value == 0xFFFF
    result += "&#\(isControl || isNone ? 0x20 : scalar.value);".utf8
  }

  private static let literals: [(start: [UInt8], end: [UInt8])] = [
    (Array("<![CDATA[".utf8), Array("]]>".utf8)), (Array("<!--".utf8), Array("-->".utf8)),
  ]

  /// Behind the CDATA section or comment that begins at an offset, in which an ampersand is one.
  private static func literalEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    for literal in literals where bytes[start...].starts(with: literal.start) {
      var index = start + literal.start.count
      while index < bytes.count {
        if bytes[index] == literal.end[0], bytes[index...].starts(with: literal.end) {
          return index + literal.end.count
        }
        index += 1
      }
      return bytes.count
    }
    return nil
  }
}
