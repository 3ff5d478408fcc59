import Sluice
import SluiceTesting
import Testing

@testable import SluiceFetch

@Suite struct SourcesTests {
  private static let feed = """
    <?xml version="1.0"?>
    <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom">
    <channel><title>Talks &amp; Tea</title><language>en</language><link>https://pod.example/</link>
    <atom:link href="https://pod.example/feed.xml" rel="self"/><image><title>Logo</title></image>
    <item><title><![CDATA[One <b>]]></title><link>/one</link><guid isPermaLink="false">g1</guid>
     <pubDate>Thu, 16 May 2024 22:10:00 -0500</pubDate><itunes:author>Ann Bell</itunes:author>
     <itunes:title>Other</itunes:title><itunes:duration>1:02:03</itunes:duration>
     <enclosure url="https://pod.example/1.mp3" length="1" type="audio/mpeg"/>
     <podcast:transcript url="https://pod.example/1.json" type="application/json"/>
     <podcast:transcript url="/1.srt" type="application/srt" language="de"/>
     <podcast:transcript url="https://pod.example/1.html" type="text/html"/></item>
    <item><title>Two</title><link>https://pod.example/two</link><author>joe@pod.example (Joe Roe)</author>
     <dc:creator>Cee Dee</dc:creator><pubDate>3 Jan 99 10:00 GMT</pubDate><itunes:duration>138</itunes:duration></item>
    <item><title>No link</title></item>
    <item><title>Bad</title><link>mailto:ann@pod.example</link></item>
    </channel></rss>
    """

  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">Notes</title>
    <author><name>Whole Feed</name></author>
    <entry><title>First</title><id>tag:1</id><link rel="self" href="/self"/><link href="first?a=1&amp;b=2"/>
     <updated>2024-02-03T04:05:06Z</updated><published>2024-02-01T00:00:00Z</published>
     <author><name>Dee Eff</name><uri>https://x/</uri></author>
     <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><title>not this</title></div></content></entry></feed>
    """

  private static func line(_ input: Input) -> String {
    let fields = input.metadata.fields.map { field in
      "\(field.key)=\(field.value.string ?? (field.value.array ?? []).compactMap(\.string).joined(separator: "+"))"
    }
    let kind =
      switch input.content {
      case .source(let source): source.mediaType
      case .nothing: "-"
      case .failure(let error): error.code.name
      case .file: "file"
      case .deferred: "deferred"
      }
    return ([input.uri ?? "", kind] + fields).joined(separator: " | ")
  }

  @Test func sourcesBecomeInputs() async throws {
    let index = """
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>BASE/s1.xml.gz</loc></sitemap>
      <sitemap><loc>BASE/s1.xml.gz</loc></sitemap><sitemap><loc>BASE/missing.xml</loc></sitemap>
      <sitemap><loc>BASE/index.xml</loc></sitemap></sitemapindex>
      """
    let sitemap = """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc> https://a.example/1?x=1&amp;y=2 </loc><lastmod>2024-05-06T07:08:09+00:00</lastmod>
      <image:image><image:loc>https://a.example/1.jpg</image:loc></image:image></url>
      <url><loc>https://a.example/2</loc></url><url><loc>https://a.example/2</loc></url><url><loc>ftp://a.example/</loc></url></urlset>
      """
    let server = try LoopbackServer { request in
      let base = "http://" + (request.field("Host") ?? "")
      switch request.target {
      case "/index.xml":
        return .response("200 OK", [], index.split(separator: "BASE").joined(separator: base))
      case "/s1.xml.gz":
        return .response("200 OK", [], bytes: (try? GzipMember.compress(Array(sitemap.utf8))) ?? [])
      case "/feed": return .response("200 OK", ["Content-Type: application/rss+xml"], Self.feed)
      case "/atom": return .response("200 OK", [], Self.atom)
      case "/list":
        return .response("200 OK", [], "# pages\n\nhttps://a.example/\r\nhttps://a.example/\nnope\n")
      default: return .response("404 Not Found", [])
      }
    }
    let fetcher = try Fetcher(.test())
    func lines(_ target: String, _ kind: SourceKind?) async throws -> [String] {
      try await WebSources(fetcher, as: kind).inputs(of: server.url(target)).map(Self.line)
    }
    let base = server.url("")
    #expect(
      try await lines("/index.xml", .sitemap) == [
        "https://a.example/1?x=1&y=2 | - | modified=2024-05-06", "https://a.example/2 | -",
        "ftp://a.example/ | refused", "\(base)/missing.xml | fetch",
      ])
    #expect(
      try await lines("/feed", .feed) == [
        "\(base)/1.srt | application/x-subrip | title=One <b> | authors=Ann Bell | date=2024-05-16 | language=de"
          + " | duration=PT1H2M3S | series=Talks & Tea | guid=g1 | page=/one | audio=https://pod.example/1.mp3",
        "https://pod.example/two | - | title=Two | authors=Joe Roe+Cee Dee | date=1999-01-03 | language=en"
          + " | duration=PT2M18S | series=Talks & Tea", "mailto:ann@pod.example | refused",
      ])
    #expect(
      try await lines("/atom", .feed) == [
        "\(base)/first?a=1&b=2 | - | title=First | authors=Dee Eff | date=2024-02-01 | series=Notes | guid=tag:1"
      ])
    #expect(try await lines("/list", .urls) == ["https://a.example/ | -", "nope | refused"])
    #expect(try await lines("/any", nil) == ["\(base)/any | -"])
    await #expect(throws: SluiceError.self) { try await lines("/list", .feed) }
    await #expect(throws: SluiceError.self) { try await lines("/feed", .sitemap) }
    await #expect(throws: SluiceError.self) { try await lines("/missing", .urls) }
  }

  @Test func filesThatListPagesAreReadByTheirNames() throws {
    let folder = try TemporaryFolder()
    let urls = try folder.write(
      "a.urls", "\u{FEFF}http://x/1\r\n#c\n \n" + String(repeating: "y", count: 200_000) + "\nhttp://x/2")
    let feed = try folder.write("b.rss", Self.feed)
    let sitemap = try folder.write("sitemap-1.xml", "<urlset><url><loc>http://x/3</loc></url></urlset>")
    var found: [String] = []
    for path in [urls, feed, sitemap, "\(folder.path)/page.html"] {
      guard let type = FetchPlugin.readers.first(where: { $0.reads(path: path) }) else {
        found.append("none")
        continue
      }
      var reader = try type.init(path: path)
      var uris: [String] = []
      while let input = try reader.next() { uris.append(String((input.uri ?? "").prefix(24))) }
      found.append("\(type.name): \(uris.joined(separator: " "))")
    }
    #expect(
      found == [
        "urls: http://x/1 yyyyyyyyyyyyyyyyyyyyyyyy http://x/2",
        "feed: /1.srt https://pod.example/two mailto:ann@pod.example",
        "sitemap: http://x/3", "none",
      ])
  }

  @Test func hostileXMLIsBounded() throws {
    var entities = "<!ENTITY a0 \"aaaaaaaaaaaaaaaa\">"
    for level in 1..<12 {
      entities += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    let files: [(name: String, xml: String, titles: [String])] = [
      (
        "a billion laughs",
        "<!DOCTYPE rss [\(entities)]><rss><item><title>x&a11;y</title><link>l</link></item></rss>",
        ["x&a11;y"]
      ),
      (
        "a file",
        "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><item><title>x&f;y</title></item></rss>",
        ["x&f;y"]
      ),
      (
        "a parameter entity",
        "<!DOCTYPE rss [<!ENTITY % f SYSTEM \"file:///etc/passwd\"> %f;]><rss><item><title>z</title></item></rss>",
        ["z"]
      ),
      (
        "HTML entities", "<rss><item><title>a&nbsp;b &amp; c &#8217;</title></item></rss>",
        ["a\u{A0}b & c \u{2019}"]
      ),
      (
        "bare ampersands", "<rss><item><title>a & b</title></item><item><title>c</title></item></rss>",
        ["a & b", "c"]
      ),
      ("no end", "<rss><item><title>a</title></item><item><title>b", ["a", "b"]),
      ("deep", "<rss><item><title>a</title></item>" + String(repeating: "<x>", count: 100_000), ["a"]),
      (
        "long", "<rss><item><title>\(String(repeating: "t", count: 3_000_000))</title></item></rss>",
        [String(repeating: "t", count: SourceLimits.text)]
      ),
      (
        "undeclared prefixes", "<rss><item><title>a</title><itunes:title>b</itunes:title></item></rss>", ["a"]
      ),
    ]
    var wrong: [String] = []
    for (name, xml, titles) in files {
      let found = (try? Feed(Array(xml.utf8)))?.items.map { $0.title ?? "" }
      if found != titles { wrong.append("\(name): \((found ?? ["none"]).map { $0.prefix(60) })") }
    }
    #expect(wrong == [])
    let bomb = try GzipMember.compress([UInt8](repeating: 0x20, count: SourceLimits.bytes + 1))
    let refused = [[], Array("<html><body>".utf8), Array("{}".utf8), [0x1F, 0x8B, 8, 0], bomb].filter {
      (try? Sitemap($0)) == nil
    }
    #expect(refused.count == 5)
  }
}
