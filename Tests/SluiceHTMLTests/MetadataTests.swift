import Sluice
import Testing

struct MetadataTests {
  private struct Case {
    var html: String
    var field: String
    var value: JSONValue?
    var evidence: String?

    init(_ html: String, _ field: String, _ value: JSONValue, _ evidence: String? = nil) {
      (self.html, self.field, self.value, self.evidence) = (html, field, value, evidence)
    }

    init(_ html: String, _ field: String, _ value: String?, _ evidence: String? = nil) {
      (self.html, self.field, self.value, self.evidence) = (html, field, value.map { .string($0) }, evidence)
    }
  }

  private static let words =
    "<p>These are words of a page, enough to be its text and to be told as English.</p>"

  private func check(_ cases: [Case]) async throws {
    var wrong: [String] = []
    for test in cases {
      let metadata = try await Pages.parse(test.html + Self.words).metadata
      let field = metadata.fields.first { $0.key == test.field }
      if field?.value != test.value || (test.evidence != nil && field?.evidence != test.evidence) {
        wrong.append("\(test.html): \(String(describing: field))")
      }
    }
    #expect(wrong == [])
  }

  @Test("Titles lose the name of the site and give way to the heading that repeats them")
  func titles() async throws {
    let site = "<meta property=og:site_name content='The Bay Times'>"
    try await check([
      Case("<title>A walk - The Bay Times</title>\(site)", "title", "A walk", "title"),
      Case("<title>The Bay Times | A walk</title>\(site)", "title", "A walk"),
      Case("<title>A walk by the sea: part 2 » Blog</title>", "title", "A walk by the sea: part 2"),
      Case(
        "<title>A walk by the sea | Bay</title><h1>A walk by the sea</h1>", "title", "A walk by the sea", "h1"
      ),
      Case("<title>Terns of the bay</title><h1>Welcome, friends</h1>", "title", "Terns of the bay", "title"),
      Case("<title>Terns - The Bay Forum</title><h1>The Bay Forum</h1>", "title", "Terns"),
      Case(
        "<meta property=og:title content=Home><title>Terns of the bay</title>", "title", "Terns of the bay"),
    ])
  }

  @Test("Authors are split, cleaned, and taken from bylines near the title")
  func authors() async throws {
    func linked(_ author: String) -> String {
      "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":\(author)}</script>"
    }
    try await check([
      Case(linked("{\"name\":\"Jane Doe\"}"), "authors", .strings(["Jane Doe"]), "json-ld"),
      Case(
        linked("[{\"name\":\"Jane Doe, PhD\"},\"John Roe\"]"), "authors", .strings(["Jane Doe", "John Roe"])),
      Case(
        "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#p\"}},"
          + "{\"@id\":\"#p\",\"@type\":\"Person\",\"name\":\"Jane Doe\"}]}</script>", "authors",
        .strings(["Jane Doe"])),
      Case(
        "<meta name=author content='By JANE DOE and John Roe | Staff Writer'>", "authors",
        .strings(["Jane Doe", "John Roe", "Staff Writer"])),
      Case(
        "<meta name=author content=admin><h1>T</h1><p class=byline>By Jane Doe</p>", "authors",
        .strings(["Jane Doe"])),
      Case("<meta name=author content=jane@a.org>", "authors", nil),
      Case("<meta name=parsely-author content='Doe, Jane'>", "authors", .strings(["Jane Doe"])),
      Case(
        "<h1>T</h1><div class=author-name><a href=x>Jane Doe</a><span>Head of birds</span></div>", "authors",
        .strings(["Jane Doe"])),
      Case("<h1>T</h1><p>By Jane Doe on May 5, 2024</p>", "authors", .strings(["Jane Doe"]), "byline"),
      Case("<h1>T</h1><a rel=author href=x>Jane Doe</a>", "authors", .strings(["Jane Doe"]), "rel=author"),
      Case(
        "<h1>T</h1><div class=comments><b class=author>Max Poe</b></div>", "authors", .strings(["Max Poe"])),
      Case(
        "<h1>T</h1><p property=schema:author>Jane Doe</p>", "authors", .strings(["Jane Doe"]), "microdata"),
      Case(
        "<h1>T</h1><p property=author><span property=name>Jane Doe</span>, writer</p>", "authors",
        .strings(["Jane Doe"])),
      Case("<meta name=author content='Jane (Roe) Doe'>", "authors", .strings(["Jane (Roe) Doe"])),
      Case("<meta name=author content='Jane Doe (Staff)'>", "authors", .strings(["Jane Doe"])),
      Case("<meta name=author content='Mac & i'>", "authors", .strings(["Mac & i"])),
      Case("<meta property=og:article:author content='Jane Doe'>", "authors", .strings(["Jane Doe"])),
      Case(
        "<script type=application/ld+json>\n<![CDATA[\n{\"@type\":\"Article\",\"author\":\"Jane Doe\"}\n]]>"
          + "</script>", "authors", .strings(["Jane Doe"]), "json-ld"),
      Case(
        "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[\"Jane \\\"J\\\" Doe\",],}"
          + "</script>", "authors", .strings(["Jane \"J\" Doe"]), "json-ld"),
    ])
  }

  @Test("Days come out in ISO 8601, published before modified, from the head before the text")
  func dates() async throws {
    try await check([
      Case(
        "<meta property=article:published_time content=2024-05-16T23:00:00Z>", "date", "2024-05-16",
        "meta[article:published_time]"),
      Case(
        "<meta property=article:modified_time content=2024-06-01><h1>T</h1><p>May 16, 2024</p>", "date",
        "2024-05-16", "text"),
      Case("<h1>T</h1><p>Published 16th of May 2024</p>", "date", "2024-05-16"),
      Case("<h1>T</h1><p>Last updated 1 June 2024</p><p>Posted 16.05.2024</p>", "date", "2024-05-16"),
      Case("<html lang=de><h1>T</h1><p>16. März 2024</p>", "date", "2024-03-16"),
      Case("<html lang=en-GB><h1>T</h1><p>03/10/2023</p>", "date", "2023-10-03"),
      Case("<html lang=en-US><h1>T</h1><p>03/10/2023</p>", "date", "2023-03-10"),
      Case("<html lang=ja><h1>T</h1><p>2024年5月16日</p>", "date", "2024-05-16"),
      Case("<html lang=ru><h1>T</h1><p>16 мая 2024</p>", "date", "2024-05-16"),
      Case("<h1>T</h1><time datetime=2024-05-16>yesterday</time>", "date", "2024-05-16", "time"),
      Case("<meta name=w-published-date content=2024-05-16>", "date", "2024-05-16"),
      Case(
        "<script>var d = {\"publishedAt\":\"2024-05-16T10:00:00Z\"}</script>", "date", "2024-05-16", "script"),
      Case("<link rel=canonical href=https://a.org/2024/05/16/x>", "date", "2024-05-16", "uri"),
      Case("<h1>T</h1><p>12 comments May 2024</p>", "date", nil),
      Case(
        "<h1>T</h1><p>© 2009-01-02 The Bay</p><p>2024-05-16</p>", "date", "2024-05-16", "text"),
      Case(
        "<h1>T</h1><p class=date>Copyright 1 Jan 2009</p><p>May 16, 2024</p>", "date", "2024-05-16", "text"),
      Case(
        "<h1>T</h1><p property=datePublished content=2024-05-16>May</p>", "date", "2024-05-16", "microdata"),
      Case("<h1>T</h1><p property=dcterms:created>May 16, 2024</p>", "date", "2024-05-16", "microdata"),
      Case("<meta property=article:modified_time content=2024-06-01>", "modified", "2024-06-01"),
    ])
  }

  @Test("Durations, addresses, licences and languages")
  func others() async throws {
    let german =
      "<p>Das ist ein Satz auf Deutsch, der lang genug ist, damit man die Sprache der Seite erkennt.</p>"
    try await check([
      Case("<meta property=video:duration content=138>", "duration", "PT2M18S"),
      Case("<meta name=duration content=1:02:03>", "duration", "PT1H2M3S"),
      Case("<meta name=duration content='two hours'>", "duration", nil),
      Case("<time datetime=PT12M30S>12:30</time>", "duration", "PT12M30S", "time"),
      Case("<time datetime=PT12M30S>12:30</time>", "date", nil),
      Case("<time class=read-time datetime=PT5M>5 minutes</time>", "duration", nil),
      Case("<span itemprop=duration content=PT2M18S>2:18</span>", "duration", "PT2M18S", "microdata"),
      Case("<time itemprop=cookTime datetime=PT45M>45 minutes</time>", "duration", nil),
      Case(
        "<link rel=canonical href=https://a.org/x>", "canonical", "https://a.org/x", "link[rel=canonical]"),
      Case("<link rel=canonical href=javascript:x>", "canonical", nil),
      Case("<a rel=license href=https://a.org/l>L</a>", "license", "https://a.org/l", "a[rel=license]"),
      Case(
        "<a href=//creativecommons.org/licenses/by/4.0/>CC</a>", "license",
        "https://creativecommons.org/licenses/by/4.0/"),
      Case("<html lang=en-us>", "language", "en-US", "html[lang]"),
      Case("<p>Words of English</p>", "language", "en", "text"),
    ])
    let metadata = try await Pages.parse("<html lang=en>" + String(repeating: german, count: 5)).metadata
    #expect(metadata.language == "en" && metadata["languageDetected"]?.string == "de")
  }
}
