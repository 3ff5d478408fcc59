/// The `meta` elements of a page: contents by name, in lower case.
struct MetaTags {
  private var contents: [String: [String]] = [:]

  init(_ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>) {
    for (index, token) in page.tokens.enumerated() where token.tag == .meta && token.kind == .start {
      var content: Range<Int>?
      var names: [Range<Int>] = []
      for attribute in page.attributes(of: index) {
        switch attribute.name {
        case .content: content = attribute.range
        case .name, .property, .itemprop, .httpEquiv: names.append(attribute.range)
        default: break
        }
      }
      guard let content, content.count < 10_000, !names.isEmpty else { continue }
      let value = bytes.string(content)
      guard !value.isEmpty else { continue }
      for name in names where name.count < 100 {
        contents[bytes.string(name).lowercased(), default: []].append(value)
      }
    }
  }

  /// The first content of the first name that has any, and that name.
  func first(_ names: String...) -> (value: String, name: String)? {
    for name in names {
      if let value = contents[name]?.first { return (value, name) }
    }
    return nil
  }

  func all(_ name: String) -> [String] { contents[name] ?? [] }
}
