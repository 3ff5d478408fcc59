import Sluice
import SluiceHTML
import Testing

@Suite struct HostilePagesTests {
  private static let sentence = "The words of this page are few, but they should all be kept in their order."

  private static func page(_ body: String) -> [UInt8] { Array("<html><body>\(body)</body></html>".utf8) }

  /// Made when they are tested: lists of arguments are kept, and printed.
  private static let pages: [(name: String, make: @Sendable () -> [UInt8])] = [
    ("3,000 levels", { page(String(repeating: "<div>", count: 3000) + "<p>" + sentence) }),
    ("300,000 tags", { page(String(repeating: "<b><div>", count: 150_000) + sentence) }),
    (
      "300,000 end tags",
      {
        page(
          String(repeating: "<div><p>", count: 150_000) + sentence
            + String(repeating: "</p></p>", count: 150_000))
      }
    ),
    ("300,000 list items", { page("<ul>" + String(repeating: "<li><dd>", count: 150_000) + sentence) }),
    ("a text of 20 MB", { page("<p>" + String(repeating: sentence + " ", count: 20_000_000 / 77)) }),
    (
      "an attribute of 20 MB",
      { page("<p title=\"" + String(repeating: "a>b ", count: 5_000_000) + "\">" + sentence) }
    ),
    (
      "200,000 open quotes",
      { page("<p>\(sentence)</p>" + String(repeating: "<a href=\"x>", count: 200_001)) }
    ),
    ("100,000 open drawings", { page(String(repeating: "<svg><title>", count: 100_000) + "<p>" + sentence) }),
    ("100,000 open comments", { page(String(repeating: "<!-- ", count: 100_000) + "><p>" + sentence) }),
    (
      "NULs", { page("<p>The words\0 of this page are few, but they sh\0\0ould all be kept in their order.") }
    ),
    (
      "invalid UTF-8",
      { Array("<p>".utf8) + [0xFF, 0xC3] + Array(" \(sentence) grüße".utf8) + [0xE2, 0x82] }
    ),
    (
      "unclosed everything",
      { Array("<html><body><div class=\"a\"><table><tr><td><p><b><i>\(sentence)<ul><li><a href=".utf8) }
    ),
    ("nothing but a tag", { Array("<p>\(sentence)<".utf8) }),
    (
      "a handler with a tag",
      { page("<div @click=\"a>b\" :class='{ \"x\": a > b }' onclick=\"<p>no</p>\"><p>\(sentence)</div>") }
    ),
    ("a sign in text", { page("<p>1 < 2 <3 a<b </ p> <> <!x> \(sentence)") }),
    ("ends only", { Array((String(repeating: "</div></p></table>", count: 50_000) + sentence).utf8) }),
    (
      "fake references",
      { page("<p>\(String(repeating: "&#xFFFFFFFFFFFFFFFF;&nosuch;&", count: 10_000)) \(sentence)") }
    ),
  ]

  @Test(arguments: pages.map(\.name))
  func hostilePagesGiveTheirWordsAndNoMarkup(_ name: String) async throws {
    let page = try #require(Self.pages.first { $0.name == name })
    let document = try await Pages.parse(page.make())
    let text = document.text.description
    let leaks = ["<p", "<div", "click", "href", "class=", "a > b", "\0"].filter { text.contains($0) }
    #expect(text.contains(Self.sentence) && leaks == [] && alignmentFault(document) == nil)
  }

  static let charsets: [(name: String, bytes: [UInt8], header: String?, charset: String)] = [
    ("UTF-16 with a mark", [0xFF, 0xFE] + utf16("<p>Grüße, das sind die Wörter — alle."), nil, "utf-16le"),
    ("UTF-16 without", utf16("<html><p>Grüße, das sind die Wörter — alle."), nil, "utf-16le"),
    (
      "gb18030",
      Array("<meta charset=gb18030><p>Gr".utf8) + [0xA8, 0xB9, 0x81, 0x30, 0x89, 0x38]
        + Array("e, das sind die W".utf8) + [0x81, 0x30, 0x8B, 0x32] + Array("rter ".utf8) + [0xA1, 0xAA]
        + Array(" alle.".utf8), nil, "gb18030"
    ),
    (
      "windows-1252 declared as UTF-8",
      Array("<meta charset=utf-8><p>Gr".utf8) + [0xFC, 0xDF] + Array("e, das sind die W".utf8) + [0xF6]
        + Array("rter ".utf8) + [0x97] + Array(" alle.".utf8), "utf-8", "windows-1252"
    ),
    (
      "UTF-8 declared as Latin-1", Array("<meta charset=latin1><p>Grüße, das sind die Wörter — alle.".utf8),
      nil, "utf-8"
    ),
  ]

  private static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  @Test(arguments: charsets)
  func charsetsAreTold(_ name: String, _ bytes: [UInt8], _ header: String?, _ charset: String) async throws {
    let document = try await Pages.parse(bytes, charset: header)
    let expected = "Grüße, das sind die Wörter — alle."
    #expect(
      document.text.description == expected && document.charset == charset && alignmentFault(document) == nil)
  }

  static let refused: [(name: String, bytes: [UInt8], message: String)] = [
    ("empty", [], "the file is empty"),
    (
      "PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
      "this is a PNG image, not a web page"
    ),
    ("PDF", Array("%PDF-1.7\n".utf8), "this is a PDF, not a web page"),
    (
      "binary", (0..<4000).map { UInt8(truncatingIfNeeded: $0 % 7 * ($0 % 3)) },
      "this is binary data, not a web page"
    ),
    (
      "no words", Array("<html><head><title>T</title></head><body><img src=a></body></html>".utf8),
      "the page has no text"
    ),
    ("only a script", Array("<script>document.write('words')</script>".utf8), "the page has no text"),
  ]

  @Test(arguments: refused)
  func whatIsNoPageIsRefused(_ name: String, _ bytes: [UInt8], _ message: String) async {
    let error = await #expect(throws: SluiceError.self) { try await Pages.parse(bytes) }
    #expect(error?.code == .unreadable && error?.message == message)
  }

  @Test func deadlinesAreKept() async throws {
    var document = Document(
      id: "late",
      source: Source(Self.page(String(repeating: "<b><div>x", count: 100_000)), mediaType: "text/html"))
    document.deadline = .now - .seconds(1)
    var pipeline = try Pipeline { ParseHTML() }
    let error = await #expect(throws: SluiceError.self) { try await pipeline.process(&document) }
    #expect(error?.code == .deadline)
  }
}
