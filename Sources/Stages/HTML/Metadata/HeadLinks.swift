/// The addresses that a page names for itself and for its licence.
struct HeadLinks {
  typealias Value = PageMetadata.Value<String>

  private(set) var canonical: Value?
  private(set) var license: Value?

  init(
    _ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>, _ meta: MetaTags, _ linked: LinkedData
  ) {
    for (index, token) in page.tokens.enumerated()
    where token.kind == .start && (token.tag == .link || token.tag == .a || token.tag == .area) {
      guard let href = page.attribute(.href, of: index), !href.isEmpty, href.count < 2000 else { continue }
      let rel = page.attribute(.rel, of: index).map { bytes.slice($0) }
      if token.tag == .link {
        if canonical == nil, let rel, rel.range(of: "canonical") != nil {
          canonical = Self.address(bytes.string(href)).map {
            Value(content: $0, evidence: "link[rel=canonical]")
          }
        }
        if license == nil, let rel, rel.range(of: "license") != nil {
          license = Self.address(bytes.string(href)).map { Value(content: $0, evidence: "link[rel=license]") }
        }
      } else if license?.evidence.hasPrefix("link") != true, license?.evidence != "a[rel=license]" {
        // `rel=license` on a link is plainer than an address of Creative Commons alone.
        if let rel, rel.range(of: "license") != nil, let address = Self.address(bytes.string(href)) {
          license = Value(content: address, evidence: "a[rel=license]")
        } else if license == nil, Self.isCreativeCommons(bytes.slice(href)) {
          license = Self.address(bytes.string(href)).map { Value(content: $0, evidence: "a[href]") }
        }
      }
    }
    canonical = canonical ?? Self.first(meta, ["og:url", "twitter:url", "dc.identifier.uri", "parsely-link"])
    if license?.evidence.contains("rel=license") != true {
      let stated =
        linked.address("license").flatMap(Self.address).map { Value(content: $0, evidence: "json-ld") }
        ?? Self.first(
          meta,
          ["license", "dcterms.license", "dc.rights", "dcterms.rights", "dc.rights.license", "copyright"])
      license = stated ?? license
    }
  }

  private static func first(_ meta: MetaTags, _ names: [String]) -> Value? {
    for name in names {
      if let found = meta.first(name), let address = address(found.value) {
        return Value(content: address, evidence: "meta[\(name)]")
      }
    }
    return nil
  }

  /// Absolute addresses of the web only.
  private static func address(_ text: String) -> String? {
    let lower = text.lowercased()
    if lower.hasPrefix("//") { return "https:" + text }
    return (lower.hasPrefix("http://") || lower.hasPrefix("https://")) && !text.contains(" ") ? text : nil
  }

  private static func isCreativeCommons(_ href: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let host = href.range(of: "creativecommons.org/") else { return false }
    let path = href.slice(host.upperBound..<href.count)
    return path.hasPrefix("licenses/") || path.hasPrefix("publicdomain/")
  }
}
