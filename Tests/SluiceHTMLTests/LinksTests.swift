import Sluice
import SluiceHTML
import Testing

@Suite struct LinksTests {
  private static let page = """
    <html><head><title>Tides</title><base href="/guide/"></head><body><article><h1>Tides</h1>
    <p>The sea rises twice a day, as <a href="moon.html" rel="nofollow">the &amp; moon</a> pulls at it, and the \
    <a href="../sun?x=1&amp;y=2#top"> sun </a>adds its part when both stand in one line.</p>
    <p>Harbours print <a href="https://tables.example/2024"><b>tables</b> of <i>heights</i></a> for their pilots, \
    who read them <a href="javascript:void(0)">every morning</a> before the first boat leaves the quay.</p>
    </article></body></html>
    """

  private static func parse(_ html: String, uri: String?, links: Bool = true) async throws -> Document {
    var settings = ParseHTML.Settings()
    settings.links = links
    settings.keep = .all
    var document = Document(
      id: "page", uri: uri, source: Source(Array(html.utf8), mediaType: "text/html"))
    var pipeline = try Pipeline { ParseHTML(settings) }
    try await pipeline.process(&document)
    return document
  }

  @Test func linksNameTheirWordsAndTheirTargets() async throws {
    let document = try await Self.parse(Self.page, uri: "https://sea.example/a/b.html")
    let links = try #require(document[.links])
    let found = links.ranges.indices.map {
      "\(document.text[links.ranges[$0]]) -> \(links.targets[$0]) \(links.relations[$0] ?? "")"
    }
    #expect(
      found == [
        "the & moon -> https://sea.example/guide/moon.html nofollow",
        "sun -> https://sea.example/sun?x=1&y=2#top ",
        "tables of heights -> https://tables.example/2024 ",
      ])
  }

  @Test func linksAreLeftOutUnlessAskedFor() async throws {
    let document = try await Self.parse(Self.page, uri: nil, links: false)
    #expect(document[.links] == nil)
  }

  /// RFC 3986, section 5.4, and what pages hold instead of addresses.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y#s", "http://a/b/c/g?y#s"),
    ("#s", "http://a/b/c/d;p?q#s"),
    ("..", "http://a/b/"), ("../..", "http://a/"), ("../../../g", "http://a/g"), ("mailto:x@y", "mailto:x@y"),
    ("g;x=1/../y", "http://a/b/c/y"), ("http:g:", "http:g:"), ("%zzé", "http://a/b/c/%zzé"),
  ])
  func referencesResolve(_ reference: String, _ address: String) async throws {
    let html = "<p>Words around <a href=\"\(reference)\">a link</a> that is resolved against the page.</p>"
    let document = try await Self.parse(html, uri: "http://a/b/c/d;p?q")
    #expect(document[.links]?.targets == [address])
  }
}
