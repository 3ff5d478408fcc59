import Glibc
import Sluice

/// What a page as a whole says of its kind and of its text: types in JSON-LD and OpenGraph, the words of its
/// title, its description and its `articleBody`.
struct PageEvidence {
  /// Types that pages declare.
  struct Kinds: OptionSet {
    let rawValue: UInt16

    static let article = Kinds(rawValue: 1)
    static let news = Kinds(rawValue: 2)
    static let product = Kinds(rawValue: 4)
    static let list = Kinds(rawValue: 8)
    static let forum = Kinds(rawValue: 16)
    static let questions = Kinds(rawValue: 32)
    static let organization = Kinds(rawValue: 64)
    static let website = Kinds(rawValue: 128)
    static let other = Kinds(rawValue: 256)
    static let count = 9
  }

  private(set) var kinds: Kinds = []
  /// Parts of the path of the page's own address; -1 when it names none.
  private(set) var pathDepth = -1
  private(set) var title = HashSieve(log: 11)
  private(set) var titleWords = 0
  private(set) var description = HashSieve(log: 12)
  /// Pairs of words in the `articleBody` of the page's JSON-LD.
  private(set) var article: HashSieve?

  init(_ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>) {
    var words: [UInt32] = []
    if let range = page.title { WordHash.append(bytes, range, to: &words) }
    for (index, token) in page.tokens.enumerated() where token.kind == .start {
      if token.tag == .meta {
        meta(index, page, bytes)
      } else if token.tag == .link, pathDepth < 0, let rel = page.attribute(.rel, of: index),
        bytes.slice(rel).range(of: "canonical") != nil, let href = page.attribute(.href, of: index)
      {
        pathDepth = Self.depth(bytes.slice(href))
      }
    }
    for word in words { title.insert(word) }
    titleWords = words.count
    for script in page.linkedData { types(bytes, script) }
    if let body = HiddenText.articleBody(page, bytes), body.count > 300 {
      words.removeAll(keepingCapacity: true)
      WordHash.append(bytes, body, isJSON: true, to: &words)
      if words.count > 40 {
        var sieve = HashSieve(log: 16)
        for index in words.indices.dropFirst() {
          sieve.insert(WordHash.pair(words[index - 1], words[index]))
        }
        article = sieve
      }
    }
  }

  private mutating func meta(_ token: Int, _ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard let name = page.attribute(.property, of: token) ?? page.attribute(.name, of: token),
      name.count > 5, name.count < 24, let content = page.attribute(.content, of: token)
    else { return }
    let key = bytes.slice(name)
    if key.equals("og:type") {
      let value = bytes.slice(content)
      if value.range(of: "article") != nil || value.range(of: "blog") != nil {
        kinds.insert(.article)
      } else if value.range(of: "product") != nil {
        kinds.insert(.product)
      } else if value.range(of: "website") != nil {
        kinds.insert(.website)
      } else {
        kinds.insert(.other)
      }
    } else if key.equals("description") || key.equals("og:description") {
      var words: [UInt32] = []
      WordHash.append(bytes, content, to: &words)
      for index in words.indices.dropFirst() {
        description.insert(WordHash.pair(words[index - 1], words[index]))
      }
    } else if key.equals("og:url"), pathDepth < 0 {
      pathDepth = Self.depth(bytes.slice(content))
    }
  }

  /// Reads the strings behind `"@type"`.
  private mutating func types(_ bytes: UnsafeBufferPointer<UInt8>, _ script: Range<Int>) {
    let data = bytes.slice(script)
    var index = 0
    var left = 200
    while left > 0, index < data.count, let base = data.baseAddress,
      let at = memchr(base + index, 0x40, data.count - index)
    {
      left -= 1
      index = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(at)) + 1
      guard data.slice(index..<data.count).hasPrefix("type\"") else { continue }
      var next = index + 5
      while next < data.count,
        data[next] <= 0x20 || data[next] == UInt8(ascii: ":")
          || data[next] == UInt8(ascii: "[") || data[next] == UInt8(ascii: "\"")
      {
        next += 1
      }
      var end = next
      while end < data.count, end < next + 40, data[end] != UInt8(ascii: "\"") { end += 1 }
      kinds.formUnion(Self.kind(data.slice(next..<end)))
    }
  }

  private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kinds {
    if type.range(of: "newsarticle") != nil || type.range(of: "reportage") != nil {
      return [.article, .news]
    }
    if type.range(of: "discussionforum") != nil || type.equals("comment") { return .forum }
    if type.range(of: "article") != nil || type.range(of: "blogposting") != nil { return .article }
    if type.range(of: "product") != nil || type.equals("offer") { return .product }
    if type.range(of: "itemlist") != nil || type.range(of: "collectionpage") != nil { return .list }
    if type.range(of: "qapage") != nil || type.range(of: "faqpage") != nil { return .questions }
    if type.range(of: "organization") != nil || type.range(of: "business") != nil { return .organization }
    return []
  }

  private static func depth(_ address: UnsafeBufferPointer<UInt8>) -> Int {
    var start = 0
    if let scheme = address.range(of: "://") { start = scheme.upperBound }
    var parts = 0
    for index in start..<address.count where address[index] == UInt8(ascii: "/") {
      if index + 1 < address.count, address[index + 1] != UInt8(ascii: "?"), address[index + 1] != 0x23 {
        parts += 1
      }
    }
    return parts
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether the bytes in lower case are these.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && range(of: text)?.lowerBound == 0
  }

  /// Whether the bytes in lower case begin so.
  func hasPrefix(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return count >= length && slice(0..<length).equals(text)
  }
}
