import Sluice
import Testing

@Suite struct SourceTests {
  @Test(
    arguments: [
      ("text/plain", "text/plain", nil), ("text/plain;charset=utf-8", "text/plain", "utf-8"),
      ("Text/HTML; Charset=\"ISO-8859-2\" ; x=y", "text/html", "ISO-8859-2"), ("text/vtt;", "text/vtt", nil),
      (" text/plain ; format=flowed", "text/plain", nil), ("text/plain; charset=", "text/plain", nil),
      (";charset=utf-8", "", "utf-8"), ("", "", nil),
    ] as [(String, String, String?)])
  func parametersAreNoPartOfAMediaType(_ written: String, _ type: String, _ charset: String?) {
    var source = Source([], mediaType: written)
    #expect(source.mediaType == type && source.declaredCharset == charset)
    #expect(Source([], mediaType: written, declaredCharset: "koi8-r").declaredCharset == "koi8-r")
    source.mediaType = "Text/X; y=z"
    #expect(source.mediaType == "text/x")
  }

  @Test func stagesReadTheirTypesWithParameters() async throws {
    var document = Document(
      id: "a", source: Source(Array("Two words".utf8), mediaType: "text/plain; charset=utf-8"))
    var pipeline = try Pipeline { ParseIdentity() }
    try await pipeline.process(&document)
    #expect(document.text.description == "Two words")
  }

  @Test(arguments: [
    ("<!doctype html><p>x", "text/html"), ("WEBVTT\n\n", "text/vtt"), ("{\"a\":1}", "application/json"),
    ("%PDF-1.7", "application/pdf"), ("words", "text/plain"), ("\u{1}", "application/octet-stream"),
    ("<?xml version='1.0'?><rss>", "application/rss+xml"),
  ])
  func typesAreSniffed(_ head: String, _ type: String) {
    #expect(MediaTypeSniffing.mediaType(of: Array(head.utf8)) == type)
  }
}
