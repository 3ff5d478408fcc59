import Glibc

/// Finds the tags of a page in one pass, by the tokenizer of the HTML standard (section 13.2.5) where it matters:
/// quoted values hide `>`, a `<` that begins no tag is text, scripts and styles end at their own end tag only.
///
/// An end that is missing never costs more than the construct itself where a browser would drop the rest of the
/// page, and no end is searched for twice, so that time stays linear in the size of the page.
struct PageTokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var page = PageTokens()
  /// Ends that a search has shown not to come any more.
  private var absent: Set<Absent> = []

  private enum Absent: Hashable { case tag(Tag), comment, quote(UInt8) }

  static func tokenize(_ bytes: UnsafeBufferPointer<UInt8>) -> PageTokens {
    var tokenizer = PageTokenizer(bytes)
    tokenizer.run()
    return tokenizer.page
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    page.tokens.reserveCapacity(bytes.count / 32)
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  private mutating func append(_ kind: PageTokens.Kind, _ tag: Tag, _ range: Range<Int>, attributes: Int) {
    page.tokens.append(
      PageTokens.Token(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), attributes: Int32(attributes), tag: tag,
        kind: kind))
  }

  private mutating func skip(_ start: Int, to end: Int) {
    append(.skipped, .unknown, start..<end, attributes: page.attributes.count)
    index = end
  }

  private mutating func run() {
    while let open = find(UInt8(ascii: "<"), from: index), open + 1 < bytes.count {
      switch bytes[open + 1] {
      case 0x61...0x7A, 0x41...0x5A: startTag(open)
      case UInt8(ascii: "/"): endTag(open)
      case UInt8(ascii: "!"): declaration(open)
      case UInt8(ascii: "?"): skip(open, to: find(UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? open + 2)
      default: index = open + 1
      }
    }
  }

  private mutating func declaration(_ open: Int) {
    if open + 3 < bytes.count, bytes[open + 2] == UInt8(ascii: "-"), bytes[open + 3] == UInt8(ascii: "-") {
      if let end = endOfComment(open + 4) { return skip(open, to: end) }
    }
    skip(open, to: find(UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? bytes.count)
  }

  private mutating func endOfComment(_ start: Int) -> Int? {
    // `<!-->` and `<!--->` are whole comments.
    if start < bytes.count, bytes[start] == UInt8(ascii: ">") { return start + 1 }
    if start + 1 < bytes.count, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: ">") {
      return start + 2
    }
    guard !absent.contains(.comment) else { return nil }
    var from = start
    while let close = find(UInt8(ascii: ">"), from: from) {
      if close >= start + 2, bytes[close - 1] == UInt8(ascii: "-"), bytes[close - 2] == UInt8(ascii: "-") {
        return close + 1
      }
      if close >= start + 3, bytes[close - 1] == UInt8(ascii: "!"), bytes[close - 2] == UInt8(ascii: "-"),
        bytes[close - 3] == UInt8(ascii: "-")
      {
        return close + 1
      }
      from = close + 1
    }
    absent.insert(.comment)
    return nil
  }

  private mutating func endTag(_ open: Int) {
    guard open + 2 < bytes.count, (0x61...0x7A).contains(bytes[open + 2] | 0x20) else {
      return skip(open, to: find(UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? open + 2)
    }
    let tag = tagName(open + 2)
    let attributes = page.attributes.count
    guard let end = endOfTag() else { return skip(open, to: bytes.count) }
    // Attributes of end tags mean nothing.
    page.attributes.removeLast(page.attributes.count - attributes)
    append(.end, tag, open..<end, attributes: attributes)
    index = end
  }

  private mutating func startTag(_ open: Int) {
    let tag = tagName(open + 1)
    let attributes = page.attributes.count
    guard let end = endOfTag() else {
      page.attributes.removeLast(page.attributes.count - attributes)
      return skip(open, to: bytes.count)
    }
    index = end
    switch tag {
    case .script, .style, .textarea, .iframe, .noembed, .noframes, .svg, .math, .title:
      rawElement(tag, open, contentStart: end, attributes: attributes)
    default:
      append(.start, tag, open..<end, attributes: attributes)
    }
  }

  private mutating func tagName(_ start: Int) -> Tag {
    var key: UInt64 = 0
    index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      key = NameKey.add(byte, to: key)
      index += 1
    }
    return index - start > 10 ? .unknown : Tag.named(key)
  }
}

// MARK: - Attributes

extension PageTokenizer {
  /// Reads the attributes and returns the offset behind the tag's `>`, `nil` when there is none.
  private mutating func endOfTag() -> Int? {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { return index + 1 }
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        index += 1
      } else {
        attribute()
      }
    }
    return nil
  }

  private mutating func attribute() {
    var key = NameKey.add(bytes[index], to: 0)
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
        break
      }
      key = NameKey.add(byte, to: key)
      index += 1
    }
    var next = index
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    var value = index..<index
    if next < bytes.count, bytes[next] == UInt8(ascii: "=") {
      index = next + 1
      value = attributeValue()
    }
    if let name = AttributeName.named(key) {
      page.attributes.append(
        PageTokens.Attribute(name: name, start: Int32(value.lowerBound), end: Int32(value.upperBound)))
    }
  }

  private mutating func attributeValue() -> Range<Int> {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count else { return index..<index }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), !absent.contains(.quote(quote)) {
      if let close = find(quote, from: index + 1) {
        let value = index + 1..<close
        index = close + 1
        return value
      }
      absent.insert(.quote(quote))
    }
    let start = index
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }
}

// MARK: - Elements whose content is no markup

extension PageTokenizer {
  private mutating func rawElement(_ tag: Tag, _ open: Int, contentStart: Int, attributes: Int) {
    let range = page.attributes[attributes...]
    let isLinkedData =
      tag == .script
      && range.contains { attribute in
        attribute.name == .type && contains("ld+json", in: attribute.range)
      }
    page.attributes.removeLast(page.attributes.count - attributes)
    let isDrawing = tag == .svg || tag == .math
    if isDrawing, bytes[contentStart - 2] == UInt8(ascii: "/") { return skip(open, to: contentStart) }
    guard let close = endOfElement(tag, from: contentStart, nests: isDrawing) else {
      // A browser would drop the rest of the page; only for scripts and styles is that the better reading.
      let isCode = tag == .script || tag == .style
      return skip(open, to: isCode ? bytes.count : contentStart)
    }
    if tag == .title, page.title == nil { page.title = contentStart..<close }
    if isLinkedData { page.linkedData.append(contentStart..<close) }
    skip(open, to: find(UInt8(ascii: ">"), from: close).map { $0 + 1 } ?? bytes.count)
  }

  private func contains(_ needle: StaticString, in range: Range<Int>) -> Bool {
    bytes.slice(range).range(of: needle) != nil
  }

  /// Offset of the end tag, `nil` when it never comes.
  private mutating func endOfElement(_ tag: Tag, from start: Int, nests: Bool) -> Int? {
    guard !absent.contains(.tag(tag)) else { return nil }
    var depth = 1
    var from = start
    while let open = find(UInt8(ascii: "<"), from: from) {
      from = open + 1
      if isTag(tag, at: open + 1, isEnd: true) {
        depth -= 1
        if depth == 0 { return open }
      } else if nests, isTag(tag, at: open + 1, isEnd: false) {
        depth += 1
      }
    }
    absent.insert(.tag(tag))
    return nil
  }

  private func isTag(_ tag: Tag, at offset: Int, isEnd: Bool) -> Bool {
    var at = offset
    if isEnd {
      guard at < bytes.count, bytes[at] == UInt8(ascii: "/") else { return false }
      at += 1
    }
    let length = tag.name.utf8CodeUnitCount
    guard at + length <= bytes.count else { return false }
    let matches = tag.name.withUTF8Buffer { name in
      (0..<length).allSatisfy { bytes[at + $0] | 0x20 == name[$0] }
    }
    guard matches, at + length < bytes.count else { return matches }
    let next = bytes[at + length]
    return next <= 0x20 || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }
}
