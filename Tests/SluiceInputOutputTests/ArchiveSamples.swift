/// Archives with one difficulty each, and what must be found in them: type, URI, content and flags.
struct ArchiveSample: CustomStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let expected: [String]

  var description: String { name }

  private static let one = ArchiveBytes.record("http://a/1", ArchiveBytes.http("<p>one"))
  private static let two = ArchiveBytes.record("http://a/2", ArchiveBytes.http("<p>two"))
  private static let three = ArchiveBytes.record("http://a/3", ArchiveBytes.http("<p>three"))
  private static let rows = [
    "response http://a/1 '<p>one'", "response http://a/2 '<p>two'", "response http://a/3 '<p>three'",
  ]

  private static func middle(_ name: String, _ block: [UInt8], _ content: String = "<p>two") -> ArchiveSample
  {
    let record = ArchiveBytes.record("http://a/2", block)
    return ArchiveSample(
      name: "\(name).warc", bytes: one + record + three,
      expected: [rows[0], "response http://a/2 '\(content)'", rows[2]])
  }

  static let sound: [ArchiveSample] = {
    let (http, gzip, zstd) = (
      { ArchiveBytes.http($0 as String, $1) }, ArchiveBytes.gzip, ArchiveBytes.zstd
    )
    let two = Self.two
    let lower = String(decoding: two, as: UTF8.self).replacing(
      "WARC-Target-URI: ", with: "warc-target-uri:\r\n\t")
    let kinds =
      ArchiveBytes.record("http://a/1", ArchiveBytes.http(""))
      + ArchiveBytes.record(
        "http://a/1", Array("POST /f HTTP/1.1\r\nHost: a\r\n\r\nq=1".utf8), type: "request",
        contentType: "application/http; msgtype=request")
      + ArchiveBytes.record("urn:x", Array("<p>r".utf8), type: "resource", contentType: "text/html")
      + ArchiveBytes.record(
        "<http://a/ b>", Array("via: x\r\n".utf8), type: "metadata", contentType: "application/warc-fields")
      + ArchiveBytes.record("http://a/1", [], type: "revisit")
    let arc =
      "filedesc://x.arc 0.0.0.0 20240516102030 text/plain 72\n1 0 Test\n"
      + "URL IP-address Archive-date Content-type Archive-length\n<x/>\n\n\n\n"
      + "http://a/b c 1.2.3.4 20240516102030 text/html 42\n"
      + "HTTP/1.0 200 OK\nContent-Type: text/html\n\nx\n"
      + "http://a/2 1.2.3.4 20240516102030 text/html 200 - - 0 x.arc 4\n<p>2\n"
    let members: [(String, [UInt8])] = [
      ("datapackage.json", Array("{}".utf8)), ("archive/a.warc.gz", gzip(one) + gzip(two)),
      ("pages/pages.jsonl", Array(#"{"text":"no"}"#.utf8)), ("../../archive/b.warc", three),
    ]
    let plain: [(String, [UInt8])] = [
      ("/etc/a.html", Array("<p>A".utf8)), ("b.txt", Array("B".utf8)),
      ("c.jsonl", Array(#"{"text":"C"}"#.utf8)), ("x\u{7}.txt", Array("X".utf8)),
    ]
    return [
      ArchiveSample(name: "plain.warc", bytes: one + two + three, expected: rows),
      ArchiveSample(name: "members.warc.gz", bytes: gzip(one) + gzip(two) + gzip(three), expected: rows),
      ArchiveSample(name: "whole.warc.gz", bytes: gzip(one + two + three), expected: rows),
      ArchiveSample(
        name: "mixed.warc.gz", bytes: gzip(one + two) + gzip([]) + gzip(three) + [0, 0, 0], expected: rows),
      ArchiveSample(name: "frames.warc.zst", bytes: zstd(one) + zstd(two) + zstd(three), expected: rows),
      ArchiveSample(
        name: "dictionary.warc.zst",
        bytes: ArchiveBytes.zstdDictionary(Array("WARC/1.0 dictionary".utf8)) + zstd(one) + zstd(two + three),
        expected: rows),
      ArchiveSample(
        name: "frames.warc.lz4",
        bytes: ArchiveBytes.lz4(one) + ArchiveBytes.lz4(two) + ArchiveBytes.lz4(three),
        expected: rows),
      ArchiveSample(name: "noname", bytes: gzip(one) + gzip(two) + gzip(three), expected: rows),
      ArchiveSample(name: "folded.warc", bytes: one + Array(lower.utf8) + three, expected: rows),
      middle("bare-lf", ArchiveBytes.http("<p>two", newline: "\n")),
      middle("three-line-ends", ArchiveBytes.http("<p>two", newline: "\r\r\n")),
      middle(
        "chunks", http("3;x=\"y\"\r\n<p>\r\n3\r\ntwo\r\n0\r\nSum: 1\r\n\r\n", "Transfer-Encoding: Chunked\n")),
      middle("no-chunks", http("<p>two", "Transfer-Encoding: chunked\n")),
      middle("chunks-then-none", http("3\r\n<p>\r\nzzz", "Transfer-Encoding: chunked\n"), "<p>zzz"),
      middle("gzip-body", ArchiveBytes.http(gzip(Array("<p>two".utf8)), "Content-Encoding: x-gzip\n")),
      middle(
        "two-encodings", ArchiveBytes.http(gzip(zstd(Array("<p>two".utf8))), "Content-Encoding: zstd, gzip\n")
      ),
      middle(
        "deflate", ArchiveBytes.http(ArchiveBytes.stored(Array("<p>two".utf8)), "Content-Encoding: deflate\n")
      ),
      middle("not-gzip", http("<p>two", "Content-Encoding: gzip\n")),
      middle("not-brotli", http("<p>two", "Content-Encoding: br\n")),
      middle("no-header", Array("<p>two".utf8)),
      ArchiveSample(
        name: "kinds.warc", bytes: kinds,
        expected: [
          "response http://a/1 ''", "request http://a/1 'q=1'", "resource urn:x '<p>r'",
          "metadata http://a/%20b 'via: x\r\n'", "revisit http://a/1 ''",
        ]),
      ArchiveSample(
        name: "two.arc", bytes: Array(arc.utf8),
        expected: [
          "arc_header filedesc://x.arc '<x/>\n\n\n'", "response http://a/b%20c 'x'",
          "response http://a/2 '<p>2'",
        ]),
      ArchiveSample(name: "crawl.wacz", bytes: ArchiveBytes.zip(members), expected: rows),
      ArchiveSample(
        name: "pages.zip", bytes: ArchiveBytes.zip(plain),
        expected: [
          "resource T/pages.zip!etc/a.html '<p>A'", "resource T/pages.zip!b.txt 'B'",
          "line T/pages.zip!c.jsonl#line=1 'C'", "resource T/pages.zip!x_.txt 'X'",
        ]),
      ArchiveSample(
        name: "deep.tar.gz",
        bytes: gzip(
          ArchiveBytes.tar([("a.warc", one), ("b.zip", ArchiveBytes.zip(plain)), ("c.warc.gz", gzip(three))])),
        expected: [
          rows[0], "resource T/deep.tar.gz!b.zip!etc/a.html '<p>A'", "resource T/deep.tar.gz!b.zip!b.txt 'B'",
          "resource T/deep.tar.gz!b.zip!x_.txt 'X'", rows[2],
        ]),
      ArchiveSample(
        name: "lines.jsonl.gz",
        bytes: gzip(Array("{\"text\":\"a\"}\n".utf8)) + gzip(Array("\n{\"text\":\"b\"}".utf8)),
        expected: ["line T/lines.jsonl.gz#line=1 'a'", "line T/lines.jsonl.gz#line=3 'b'"]),
    ]
  }()

  /// Archives of which something is lost, and what must be found nevertheless.
  static let damaged: [ArchiveSample] = {
    let gzip = ArchiveBytes.gzip
    let (one, two, three) = (Self.one, Self.two, Self.three)
    var flipped = gzip(two)
    flipped[flipped.count - 13] ^= 0xFF
    func wrong(_ length: Int) -> [UInt8] {
      ArchiveBytes.record("http://a/2", ArchiveBytes.http("<p>two"), length: length)
    }
    let length = ArchiveBytes.http("<p>two").count
    return [
      ArchiveSample(
        name: "cut.warc", bytes: one + two.dropLast(6),
        expected: [rows[0], "response http://a/2 '<p>t' truncated"]),
      ArchiveSample(
        name: "short.warc", bytes: one + wrong(length - 2) + three,
        expected: [rows[0], "response http://a/2 '<p>t' wrong-length", rows[2]]),
      ArchiveSample(
        name: "long.warc", bytes: one + wrong(length + 30) + three,
        expected: [rows[0], "response http://a/2 '<p>two' wrong-length", rows[2]]),
      ArchiveSample(
        name: "enormous.warc.gz", bytes: gzip(one + wrong(10_000_000_000) + three),
        expected: [rows[0], "response http://a/2 '<p>two' wrong-length", rows[2]]),
      ArchiveSample(
        name: "flipped.warc.gz", bytes: gzip(one) + flipped + gzip(three),
        expected: [rows[0], "response http://a/2 '<p>tw\u{FFFD}' damaged", rows[2]]),
      ArchiveSample(
        name: "halves.warc.gz",
        bytes: gzip(one) + gzip(Array(two[..<80])) + gzip(Array(two[80...])) + gzip(three),
        expected: rows),
      ArchiveSample(
        name: "garbage.warc.gz", bytes: gzip(one) + Array("garbage \u{1F}".utf8) + gzip(three),
        expected: [rows[0], "unreadable", rows[2]]),
      ArchiveSample(
        name: "rest.warc", bytes: one + Array("rest".utf8), expected: ["\(rows[0]) wrong-length"]),
    ]
  }()
}
