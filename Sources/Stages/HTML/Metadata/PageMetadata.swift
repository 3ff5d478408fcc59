import Sluice

/// What a page says of itself, and where each value was found.
///
/// Values are voted on: ``TitleVote``, ``AuthorVote`` and ``DateVote`` weigh what the head declares against what
/// readers see near the title.
struct PageMetadata {
  struct Value<Content> {
    var content: Content
    var evidence: String
  }

  private(set) var title: Value<String>?
  private(set) var authors: Value<[String]>?
  private(set) var date: Value<String>?
  private(set) var modified: Value<String>?
  private(set) var site: Value<String>?
  private(set) var language: Value<String>?
  private(set) var description: Value<String>?
  private(set) var duration: Value<String>?
  private(set) var canonical: Value<String>?
  private(set) var license: Value<String>?
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
    let body = PageBody(page: page, tree: tree, blocks: blocks, bytes: bytes)
    isArticle =
      linked.works.contains(where: LinkedData.isArticle)
      || meta.first("og:type")?.value.lowercased() == "article"
    articleWords = linked.works.reduce(0) { most, work in
      max(most, work["articleBody"]?.string?.utf8.count { $0 == 0x20 } ?? 0)
    }
    site = Self.site(meta, linked)
    let links = HeadLinks(page, bytes, meta, linked)
    (canonical, license) = (links.canonical, links.license)
    let address = uri.flatMap { $0.contains("://") ? $0 : nil } ?? canonical?.content
    let names = Self.names(meta, linked, address, site: site?.content)
    let headings = body.headings
    title = Self.title(meta, linked, page, bytes, headings.map(\.text), names, isArticle: isArticle)
    language = DeclaredLanguage.find(meta, linked, page, bytes)
    let dayFirst = DeclaredLanguage.writesDayFirst(
      language?.content, host: address.flatMap(Self.host))
    let marks = PageMarks(
      body, title: title?.content, anchor: body.block(of: title?.content, headings), dayFirst: dayFirst)
    authors = AuthorVote(linked: linked, meta: meta, marks: marks, houses: names).winner
    let days = DateVote(
      linked: linked, meta: meta, marks: marks.dates, page: page, bytes: bytes, uri: address,
      dayFirst: dayFirst)
    date = days.winner
    modified = days.lastChange
    description = Self.description(meta, linked)
    duration = Self.duration(meta, linked) ?? marks.duration
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
    set("modified", modified)
    set("site", site)
    set("language", language)
    set("description", description)
    set("duration", duration)
    set("canonical", canonical)
    set("license", license)
  }
}

// MARK: - The fields

extension PageMetadata {
  static func host(_ address: String) -> String? {
    address.split(separator: "/").dropFirst().first.map(String.init)
  }

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

  /// What the site may be called.
  private static func names(
    _ meta: MetaTags, _ linked: LinkedData, _ address: String?, site: String?
  ) -> [String] {
    var names = [site].compactMap(\.self)
    if let host = address.flatMap(host) {
      let labels = host.split(separator: ".").map(String.init).filter { $0 != "www" }
      names += labels.dropLast() + [labels.joined(separator: "."), labels.dropLast().joined()]
    }
    for name in [
      "og:site_name", "application-name", "dc.publisher", "apple-mobile-web-app-title", "publisher",
    ] {
      names += meta.all(name)
    }
    for object in linked.sites { names += linked.names(object) }
    for work in linked.works { names += linked.names(work["publisher"]) }
    return names.filter { !$0.isEmpty }
  }

  private static func title(
    _ meta: MetaTags, _ linked: LinkedData, _ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>,
    _ headings: [String], _ names: [String], isArticle: Bool
  ) -> Value<String>? {
    var declared: [TitleVote.Candidate] = []
    for name in ["og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title"]
    {
      if let found = meta.first(name) { declared.append(.init(text: found.value, evidence: "meta[\(name)]")) }
    }
    if let headline = linked.text("headline", where: LinkedData.isArticle) {
      declared.append(.init(text: headline, evidence: "json-ld"))
    }
    if let range = page.title {
      let text = bytes.string(range, isAttribute: false)
      if !text.isEmpty { declared.append(.init(text: text, evidence: "title")) }
    }
    if declared.isEmpty, headings.isEmpty, let name = linked.text("name") {
      declared.append(.init(text: name, evidence: "json-ld"))
    }
    let winner = TitleVote(declared: declared, headings: headings, names: names, isArticle: isArticle).winner
    return winner.map { Value(content: $0.text, evidence: $0.evidence) }
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
    if let duration = linked.text("duration").flatMap(DurationReading.duration) {
      return Value(content: duration, evidence: "json-ld")
    }
    for name in ["duration", "video:duration", "og:video:duration", "music:duration", "video_duration"] {
      if let duration = meta.first(name).flatMap({ DurationReading.duration(in: $0.value) }) {
        return Value(content: duration, evidence: "meta[\(name)]")
      }
    }
    return nil
  }
}
