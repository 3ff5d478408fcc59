/// Finds texts of a page that stand in no element: the article in its JSON-LD, and its own description.
enum HiddenText {
  /// The longest `articleBody` of the page's JSON-LD: the content of the string, escapes and all.
  static func articleBody(_ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var longest: Range<Int>?
    for script in page.linkedData {
      var from = script.lowerBound
      let head = bytes.slice(0..<script.upperBound)
      while let key = head.range(of: "\"articlebody\"", from: from) {
        from = key.upperBound
        guard let string = string(head, after: key.upperBound) else { continue }
        from = string.upperBound
        if string.count > longest?.count ?? 0 { longest = string }
      }
    }
    return longest
  }

  private static func string(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> Range<Int>? {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ":") { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
    let first = index + 1
    index = first
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index < bytes.count ? first..<index : nil
  }

  /// The content of the page's description, for pages whose text only a script would fetch.
  static func description(_ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    for wanted in ["description", "og:description"] {
      for (index, token) in page.tokens.enumerated() where token.tag == .meta && token.kind == .start {
        let name = page.attribute(.name, of: index) ?? page.attribute(.property, of: index)
        if let name, name.count < 40, bytes.string(name).lowercased() == wanted,
          let content = page.attribute(.content, of: index), !bytes.string(content).isEmpty
        {
          return content
        }
      }
    }
    return nil
  }
}
