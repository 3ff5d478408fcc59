import Sluice
import SluiceHTML
import Testing

@Suite struct SmallPagesTests {
  /// Pages of hardly any blocks have few neighbours, and still a text.
  @Test(arguments: 1...9) func pagesOfFewBlocksGiveTheirText(_ blocks: Int) async throws {
    let html = (1...blocks).map { "<p>Paragraph \($0) says a little, and no more." }.joined()
    #expect(try await Pages.text(html).isEmpty == false)
  }

  /// Of little text nothing can be told, so all of it is kept; what only invites is not, where there is more.
  @Test(arguments: [
    ("<a href=x><p>abc</p><p>def</p>ghi</a>", "abc\n\ndef\n\nghi"),
    ("<a href=x>Skip to content</a><p>Soon.</p>", "Soon."),
    ("<p>Share</p>", "Share"),
  ])
  func allOfTinyPagesIsKept(_ html: String, _ text: String) async throws {
    #expect(try await Pages.text(html) == text)
  }

  private static let lines = (1...6).map {
    "<p>The ferry of hour \($0) left the quay in time, with forty people and two dogs, and came back "
      + "before the tide.</p>"
  }

  /// Short lines and rows that belong to a text by their place, and such as invite.
  @Test func closingLinesAndRowsAreKept() async throws {
    let rows = [
      "Hour\tBoat", "One\tThe grey ferry of the northern quay", "Two\tThe small boat of the old harbour",
    ]
    let table = rows.map { row in
      "<tr>" + row.split(separator: "\t").map { "<td>\($0)" }.joined()
    }.joined()
    let html =
      "<article><h1>Ferries</h1>" + Self.lines.joined() + "<table>\(table)</table>" + Self.lines.joined()
      + "<p>END</p></article><footer>Contact us</footer>"
    let text = try await Pages.text(html)
    #expect(text.contains(rows.joined(separator: "\n")) && text.hasSuffix("END"), "\(text)")
  }

  /// A page that was put into UTF-8 after it had named another charset.
  @Test func bytesWinOverTheNamedCharset() async throws {
    let words = "谷歌在年收购的人工智能公司开发出一款能够用自己的记忆学习新知识的计算机"
    for charset in ["gb2312", "big5", "shift_jis", "euc-kr", "windows-1251"] {
      let document = try await Pages.parse("<meta charset=\(charset)><p>\(words)</p>")
      #expect(document.text.description == words && document.charset == "utf-8")
    }
  }
}
