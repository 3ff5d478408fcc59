/// Decides on which day a page was published, and on which it was last changed.
struct DateVote {
  typealias Value = PageMetadata.Value<String>

  let linked: LinkedData
  let meta: MetaTags
  let marks: [PageMarks.Day]
  let page: PageTokens
  let bytes: UnsafeBufferPointer<UInt8>
  let uri: String?
  let dayFirst: Bool

  private static let published = [
    "article:published_time", "og:article:published_time", "datepublished", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.issued", "dc.date.created", "dcterms.date", "date", "pubdate", "publishdate",
    "publish-date", "publish_date", "sailthru.date", "parsely-pub-date", "citation_publication_date",
    "citation_date", "citation_online_date", "publication_date", "article:publish_date", "article.published",
    "published_time", "og:published_time", "date.issued", "created", "dc.created", "video:release_date",
    "article_date_original", "originalpublicationdate", "displaydate", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "prism.publicationdate", "article.created", "og:pubdate", "book:release_date",
    "music:release_date", "dcterms.available", "rnews:datepublished", "hdl_p", "ptime", "uploaddate",
    "datecreated",
  ]
  private static let modified = [
    "article:modified_time", "og:updated_time", "last-modified", "dc.date.modified", "dcterms.modified",
    "datemodified", "article.updated", "updated", "revised", "lastmod", "modified", "updated date",
    "updated_at",
  ]

  /// The day of publication; where a page names none, the best that it has.
  var winner: Value? {
    let declared = declared
    if let declared, let seen = visible(against: declared) { return seen }
    if let declared { return declared }
    if let mark = marks.first, mark.score > 0 { return Value(content: mark.day, evidence: mark.evidence) }
    return named { name in
      (name.contains("publi") || name.contains("created") || name.contains("date")) && !isChange(name)
    } ?? ScriptDates.published(page, bytes, dayFirst: dayFirst)
      ?? uri.flatMap(DateReading.day(inURL:)).map { Value(content: $0, evidence: "uri") }
      ?? lastChange ?? marks.first.map { Value(content: $0.day, evidence: $0.evidence) }
  }

  /// The day of the last change that the page's head names.
  var lastChange: Value? {
    day(Self.modified)
      ?? linked.text("dateModified").flatMap(read).map { Value(content: $0, evidence: "json-ld") }
  }

  private var declared: Value? {
    for key in ["datePublished", "uploadDate", "dateCreated"] {
      if let day = linked.text(key).flatMap(read) { return Value(content: day, evidence: "json-ld") }
    }
    return day(Self.published)
  }

  /// What readers see beside the title, where the declared day is only the one on which the site was built, or the
  /// same in another time zone.
  private func visible(against declared: Value) -> Value? {
    guard let mark = marks.first(where: \.isNearHeading), mark.day != declared.content else { return nil }
    let isStamp = lastChange?.content == declared.content && mark.day < declared.content
    let isNextDay =
      DateReading.isNextDay(declared.content, mark.day) || DateReading.isNextDay(mark.day, declared.content)
    return isStamp || isNextDay ? Value(content: mark.day, evidence: mark.evidence) : nil
  }

  private func read(_ text: String) -> String? { DateReading.day(in: text, dayFirst: dayFirst) }

  private func day(_ names: [String]) -> Value? {
    for name in names {
      if let day = meta.first(name).flatMap({ read($0.value) }) {
        return Value(content: day, evidence: "meta[\(name)]")
      }
    }
    return nil
  }

  private func isChange(_ name: String) -> Bool {
    ["modif", "updat", "expir", "valid", "revis", "copyright"].contains { name.contains($0) }
  }

  /// Any other name that looks right.
  private func named(where isWanted: (String) -> Bool) -> Value? {
    for entry in meta.entries where entry.value.utf8.count < 60 && isWanted(entry.name) {
      if let day = read(entry.value) { return Value(content: day, evidence: "meta[\(entry.name)]") }
    }
    return nil
  }
}
