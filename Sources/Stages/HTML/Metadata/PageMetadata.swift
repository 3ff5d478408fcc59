import Sluice

/// What a page says of itself, and where each value was found.
///
/// Values are voted on: of several sources the first that speaks plainly wins, and sources that agree confirm one
/// another.
struct PageMetadata {
  struct Value<Content> {
    var content: Content
    var evidence: String
  }

  private(set) var title: Value<String>?
  private(set) var authors: Value<[String]>?
  private(set) var date: Value<String>?
  private(set) var site: Value<String>?
  private(set) var language: Value<String>?
  private(set) var description: Value<String>?
  private(set) var duration: Value<String>?
  /// Words of the `articleBody` in JSON-LD.
  let articleWords: Int
  /// JSON-LD or OpenGraph say that the page is one article.
  private(set) var isArticle = false

  init(
    _ page: PageTokens, _ tree: FlatTree, _ blocks: [PageBlock], _ bytes: UnsafeBufferPointer<UInt8>,
    uri: String? = nil
  ) {
    let meta = MetaTags(page, bytes)
    let linked = LinkedData(page.linkedData, bytes)
    let marks = PageMarks(page, tree, blocks, bytes)
    isArticle =
      linked.works.contains(where: LinkedData.isArticle)
      || meta.first("og:type")?.value.lowercased() == "article"
    articleWords = linked.works.reduce(0) { most, work in
      max(most, work["articleBody"]?.string?.utf8.count { $0 == 0x20 } ?? 0)
    }
    site = Self.site(meta, linked)
    let address = uri ?? meta.first("og:url")?.value
    title = Self.title(meta, linked, marks, page, bytes, site: site?.content, uri: address)
    authors = Self.authors(meta, linked, marks, site: site?.content)
    date = Self.date(meta, linked, marks, uri: address)
    language = Self.language(meta, linked, page, bytes)
    description = Self.description(meta, linked)
    duration = Self.duration(meta, linked)
  }

  /// Sets the fields that the document does not have yet.
  func write(to metadata: inout Metadata) {
    func set(_ key: String, _ value: Value<String>?) {
      guard let value, metadata[key] == nil else { return }
      metadata.set(key, .string(value.content), evidence: value.evidence)
    }
    set("title", title)
    if let authors, metadata["authors"] == nil {
      metadata.set("authors", .strings(authors.content), evidence: authors.evidence)
    }
    set("date", date)
    set("site", site)
    set("language", language)
    set("description", description)
    set("duration", duration)
  }
}

// MARK: - The fields

extension PageMetadata {
  private static func site(_ meta: MetaTags, _ linked: LinkedData) -> Value<String>? {
    if let name = meta.first("og:site_name", "application-name", "dc.publisher") {
      return Value(content: name.value, evidence: "meta[\(name.name)]")
    }
    for object in linked.sites where LinkedData.types(object).contains("WebSite") {
      if let name = linked.names(object).first { return Value(content: name, evidence: "json-ld") }
    }
    for work in linked.works {
      if let name = linked.names(work["publisher"]).first { return Value(content: name, evidence: "json-ld") }
    }
    return nil
  }

  private static func title(
    _ meta: MetaTags, _ linked: LinkedData, _ marks: PageMarks, _ page: PageTokens,
    _ bytes: UnsafeBufferPointer<UInt8>, site: String?, uri: String?
  ) -> Value<String>? {
    var names = [site].compactMap(\.self)
    if let host = uri?.split(separator: "/").dropFirst().first {
      let labels = host.split(separator: ".").map(String.init).filter { $0 != "www" }
      names += labels + [labels.joined(separator: "."), labels.dropLast().joined()]
    }
    for object in linked.sites { names += linked.names(object) }
    let tag = page.title.map { bytes.string($0, isAttribute: false) }.flatMap { $0.isEmpty ? nil : $0 }
    let openGraph = meta.first("og:title", "twitter:title", "dc.title", "dcterms.title")
    let headings = marks.headings.filter { heading in !names.contains { $0.bare == heading.bare } }
    let declared = [openGraph?.value, tag, linked.text("headline")].compactMap(\.self)
    // A heading that the page's titles repeat is the title as it is meant to be read.
    if let heading = headings.first(where: { heading in
      let bare = heading.bare
      return bare.count > 3 && declared.contains { $0.bare.hasPrefix(bare) || $0.bare.hasSuffix(bare) }
    }) {
      return Value(content: heading, evidence: "h1")
    }
    func clean(_ title: String, _ guesses: Bool) -> String {
      TitleCleaning.withoutSite(title, names: names, heading: headings.first, guesses: guesses)
    }
    if let headline = linked.text("headline", where: LinkedData.isArticle) {
      return Value(content: clean(headline, false), evidence: "json-ld")
    }
    if headings.count == 1, let heading = headings.first, heading.split(separator: " ").count > 2 {
      return Value(content: heading, evidence: "h1")
    }
    if let openGraph {
      return Value(content: clean(openGraph.value, true), evidence: "meta[\(openGraph.name)]")
    }
    if let tag { return Value(content: clean(tag, true), evidence: "title") }
    if let heading = headings.first { return Value(content: heading, evidence: "h1") }
    return linked.text("name").map { Value(content: $0, evidence: "json-ld") }
  }

  private static func authors(
    _ meta: MetaTags, _ linked: LinkedData, _ marks: PageMarks, site: String?
  ) -> Value<[String]>? {
    func people(_ names: [String]) -> [String] {
      var seen: Set<String> = []
      return names.flatMap(AuthorNames.split).filter {
        $0.bare != site?.bare && seen.insert($0.bare).inserted
      }
    }
    for work in linked.works {
      let names = people(linked.names(work["author"]))
      if !names.isEmpty { return Value(content: names, evidence: "json-ld") }
    }
    for name in [
      "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
      "citation_author",
      "byl", "article.author", "og:author",
    ] {
      let names = people(meta.all(name))
      if !names.isEmpty { return Value(content: names, evidence: "meta[\(name)]") }
    }
    for byline in marks.authors {
      let names = people([byline.text])
      if !names.isEmpty { return Value(content: names, evidence: byline.evidence) }
    }
    return nil
  }

  private static func date(
    _ meta: MetaTags, _ linked: LinkedData, _ marks: PageMarks, uri: String?
  ) -> Value<String>? {
    for key in ["datePublished", "uploadDate", "dateCreated"] {
      if let day = linked.text(key).flatMap(DateReading.day(in:)) {
        return Value(content: day, evidence: "json-ld")
      }
    }
    for name in [
      "article:published_time", "og:article:published_time", "datepublished", "dc.date", "dc.date.issued",
      "dcterms.created", "dcterms.issued", "dc.date.created", "dcterms.date", "date", "pubdate",
      "publishdate", "publish-date", "publish_date",
      "sailthru.date", "parsely-pub-date", "citation_publication_date", "citation_date", "publication_date",
      "article:publish_date", "article.published", "published_time", "og:published_time", "date.issued",
      "created", "dc.created",
      "video:release_date", "article_date_original", "originalpublicationdate", "displaydate",
      "cxenseparse:recs:publishtime",
    ] {
      if let day = meta.first(name).flatMap({ DateReading.day(in: $0.value) }) {
        return Value(content: day, evidence: "meta[\(name)]")
      }
    }
    if let day = marks.dates.lazy.compactMap({ mark in
      DateReading.day(in: mark.text).map { Value(content: $0, evidence: mark.evidence) }
    }).first {
      return day
    }
    if let day = uri.flatMap(DateReading.day(inURL:)) { return Value(content: day, evidence: "uri") }
    for name in [
      "article:modified_time", "og:updated_time", "last-modified", "dc.date.modified", "datemodified",
    ] {
      if let day = meta.first(name).flatMap({ DateReading.day(in: $0.value) }) {
        return Value(content: day, evidence: "meta[\(name)]")
      }
    }
    if let day = linked.text("dateModified").flatMap(DateReading.day(in:)) {
      return Value(content: day, evidence: "json-ld")
    }
    return nil
  }

  private static func language(
    _ meta: MetaTags, _ linked: LinkedData, _ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Value<String>? {
    func tag(_ text: String) -> String? {
      let parts = text.split { $0 == "-" || $0 == "_" }
      guard let first = parts.first, (2...3).contains(first.count),
        first.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
      else { return nil }
      guard parts.count > 1, parts[1].count == 2 else { return first.lowercased() }
      return first.lowercased() + "-" + parts[1].uppercased()
    }
    for (index, token) in page.tokens.enumerated() where token.tag == .html && token.kind == .start {
      if let range = page.attribute(.lang, of: index) ?? page.attribute(.xmlLang, of: index),
        let found = tag(bytes.string(range))
      {
        return Value(content: found, evidence: "html[lang]")
      }
    }
    if let found = meta.first("content-language", "dc.language", "language", "og:locale", "inlanguage"),
      let tag = tag(found.value)
    {
      return Value(content: tag, evidence: "meta[\(found.name)]")
    }
    return linked.text("inLanguage").flatMap(tag).map { Value(content: $0, evidence: "json-ld") }
  }

  private static func description(_ meta: MetaTags, _ linked: LinkedData) -> Value<String>? {
    if let found = meta.first(
      "description", "og:description", "twitter:description", "dc.description", "dcterms.abstract")
    {
      return Value(content: found.value, evidence: "meta[\(found.name)]")
    }
    return linked.text("description").map { Value(content: $0, evidence: "json-ld") }
  }

  private static func duration(_ meta: MetaTags, _ linked: LinkedData) -> Value<String>? {
    if let duration = linked.text("duration"), duration.hasPrefix("P"), duration.count < 24 {
      return Value(content: duration, evidence: "json-ld")
    }
    guard let found = meta.first("duration", "video:duration", "og:video:duration", "music:duration") else {
      return nil
    }
    if found.value.hasPrefix("P") { return Value(content: found.value, evidence: "meta[\(found.name)]") }
    guard let seconds = Int(found.value), (1..<1_000_000).contains(seconds) else { return nil }
    return Value(content: iso(seconds: seconds), evidence: "meta[\(found.name)]")
  }

  /// ISO 8601: `PT2M18S`.
  static func iso(seconds: Int) -> String {
    let parts = [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")]
    return parts.reduce("PT") { $1.0 > 0 ? $0 + "\($1.0)\($1.1)" : $0 }
  }
}
