/// The language that a page declares, as a BCP 47 tag of language and region.
enum DeclaredLanguage {
  static func find(
    _ meta: MetaTags, _ linked: LinkedData, _ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> PageMetadata.Value<String>? {
    for (index, token) in page.tokens.enumerated() where token.tag == .html && token.kind == .start {
      if let range = page.attribute(.lang, of: index) ?? page.attribute(.xmlLang, of: index),
        let found = tag(bytes.string(range))
      {
        return .init(content: found, evidence: "html[lang]")
      }
    }
    if let found = meta.first(
      "content-language", "dc.language", "dcterms.language", "language", "og:locale", "inlanguage"),
      let tag = tag(found.value)
    {
      return .init(content: tag, evidence: "meta[\(found.name)]")
    }
    return linked.text("inLanguage").flatMap(tag).map { .init(content: $0, evidence: "json-ld") }
  }

  private static func tag(_ text: String) -> String? {
    let parts = text.split { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...3).contains(first.count),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
    else { return nil }
    guard parts.count > 1, parts[1].count == 2 else { return first.lowercased() }
    return first.lowercased() + "-" + parts[1].uppercased()
  }

  /// Whether `03/10/2023` means the third of October: not for Americans, and not where nothing is known.
  static func writesDayFirst(_ tag: String?, host: String?) -> Bool {
    let monthFirst: Set<String> = ["en", "en-US", "en-CA", "en-PH", "es-US", "fil"]
    if let tag, !monthFirst.contains(tag) { return true }
    if tag == "en-US" { return false }
    let domains: Set<Substring> = [
      "uk", "au", "nz", "ie", "in", "za", "eu", "sg", "my", "ng", "ke", "pk", "bd", "mt",
    ]
    return host?.split(separator: ".").last.map(domains.contains) ?? false
  }
}
