/// The `meta` elements of a page: contents by name, in lower case, in the order of the page.
struct MetaTags {
  typealias Content = (value: String, name: String)

  private var contents: [String: [String]] = [:]
  private var names: [String] = []

  init(_ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>) {
    for (index, token) in page.tokens.enumerated() where token.tag == .meta && token.kind == .start {
      var content: Range<Int>?
      var keys: [Range<Int>] = []
      for attribute in page.attributes(of: index) {
        switch attribute.name {
        case .content: content = attribute.range
        case .name, .property, .itemprop, .httpEquiv: keys.append(attribute.range)
        default: break
        }
      }
      guard let content, content.count < 10_000, !keys.isEmpty else { continue }
      let value = bytes.string(content)
      guard !value.isEmpty else { continue }
      for key in keys where key.count < 100 {
        let name = bytes.string(key).lowercased()
        // `itemprop` may hold several names.
        if name.utf8.contains(0x20) {
          for part in name.split(separator: " ") { add(value, String(part)) }
        }
        add(value, name)
      }
    }
  }

  private mutating func add(_ value: String, _ name: String) {
    guard !name.isEmpty else { return }
    if contents[name]?.append(value) == nil {
      names.append(name)
      contents[name] = [value]
    }
  }

  /// The first content of the first name that has any, and that name.
  func first(_ names: String...) -> Content? { first(names) }

  func first(_ names: [String]) -> Content? {
    for name in names {
      if let value = contents[name]?.first { return (value, name) }
    }
    return nil
  }

  func all(_ name: String) -> [String] { contents[name] ?? [] }

  /// All names with their first content, in the order of the page.
  var entries: [Content] { names.compactMap { name in contents[name]?.first.map { ($0, name) } } }
}
