/// Reads the tags of XML one after the other, without entities of its own: what a document type declares is passed
/// over, so that nothing can multiply.
struct XMLTags {
  struct Tag {
    /// From `<` to behind `>`.
    var range: Range<Int>
    /// Name without a prefix.
    var name: Range<Int>
    var attributes: Range<Int>
    var isEnd = false
    var isEmpty = false
  }

  let bytes: Bytes
  private let end: Int
  private(set) var index: Int

  init(_ bytes: Bytes, _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next tag of an element; comments, declarations and CDATA are stepped over.
  mutating func next() -> Tag? {
    while let open = bytes.first(UInt8(ascii: "<"), in: index..<end) {
      index = open + 1
      guard index < end else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "!"):
        if bytes.has("!--", at: index, before: end) {
          skip(past: "-->")
        } else if bytes.has("![CDATA[", at: index, before: end) {
          skip(past: "]]>")
        } else {
          skipDeclaration()
        }
      case UInt8(ascii: "?"):
        skip(past: "?>")
      default:
        return tag(from: open)
      }
    }
    index = end
    return nil
  }

  private mutating func skip(past mark: StaticString) {
    index = bytes.first(mark, in: index..<end).map { $0 + mark.utf8CodeUnitCount } ?? end
  }

  /// `<!DOCTYPE … [ … ]>`
  private mutating func skipDeclaration() {
    var depth = 0
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ">"), depth <= 0 { return }
    }
  }

  private mutating func tag(from open: Int) -> Tag {
    var tag = Tag(range: open..<end, name: 0..<0, attributes: 0..<0)
    if bytes[index] == UInt8(ascii: "/") {
      tag.isEnd = true
      index += 1
    }
    let start = index
    var name = start
    while index < end, !bytes[index].isBlank, bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/")
    {
      if bytes[index] == UInt8(ascii: ":") { name = index + 1 }
      index += 1
    }
    tag.name = name..<index
    let attributes = index
    var quote: UInt8 = 0
    while index < end {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    tag.attributes = attributes..<index
    tag.isEmpty = index > attributes && bytes[index - 1] == UInt8(ascii: "/")
    index = min(index + 1, end)
    tag.range = open..<index
    return tag
  }

  /// The value of an attribute by its name without a prefix.
  func attribute(_ name: StaticString, of tag: Tag) -> Range<Int>? {
    var index = tag.attributes.lowerBound
    let end = tag.attributes.upperBound
    while index < end {
      while index < end, bytes[index].isBlank || bytes[index] == UInt8(ascii: "/") { index += 1 }
      var start = index
      while index < end, !bytes[index].isBlank, bytes[index] != UInt8(ascii: "=") {
        if bytes[index] == UInt8(ascii: ":") { start = index + 1 }
        index += 1
      }
      let found = start..<index
      while index < end, bytes[index].isBlank { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "=") else {
        if found.isEmpty { index += 1 }
        continue
      }
      index += 1
      while index < end, bytes[index].isBlank { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
        continue
      }
      let close = bytes.first(bytes[index], in: index + 1..<end) ?? end
      if bytes.equals(found, name) { return index + 1..<close }
      index = min(close + 1, end)
    }
    return nil
  }
}
