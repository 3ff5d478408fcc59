import Sluice
import SluiceHTML
import Testing

@Suite struct MarkupTests {
  static let texts: [(html: String, text: String)] = [
    ("<p>one\n two <b> three</b>\nfour</p>", "one two three four"),
    ("<p>first<section>second</section><p>third", "first\n\nsecond\n\nthird"),
    ("<ul><li>one<li>two<ul><li>deep</ul></ul><p>after", "one\ntwo\ndeep\n\nafter"),
    ("<p>line<br>break<br><br>paragraph", "line\nbreak\n\nparagraph"),
    ("<pre>\n  a\n    b\n</pre>", "  a\n    b"),
    ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a\tb\n1\t2"),
    ("<table><tr><td><p>one</p><p>two</p><td>three</table>", "one\n\ntwo\n\nthree"),
    ("<p>a<!-- no -->b<script>no</script>c<style>no</style><svg><text>no</text></svg>", "abc"),
    ("<p>shown<template><p>not</template>", "shown"),
    ("<div><template shadowrootmode=open><p>shadow</p></template></div>", "shadow"),
    (
      "<p>&eacute;&eacute &amp; &#150; &#x2019; &copy;2 &notit; &NotEqualTilde; &bogus; &",
      "éé & – ’ ©2 ¬it; ≂̸ &bogus; &"
    ),
    ("<p>text<textarea>no</textarea><select><option>no</select> more", "text more"),
    ("<noscript><p>only here</noscript>", "only here"),
    (
      "<meta name=description content='A page of scripts &amp; nothing else'>",
      "A page of scripts & nothing else"
    ),
    (
      #"<script type="application/ld+json">{"@type":"Article","articleBody":"Said \"so\".\nTür &amp; \/ <b>Tor</b> in the body of the text, which is long enough"}</script>"#,
      "Said \"so\".\n\nTür & / Tor in the body of the text, which is long enough"
    ),
  ]

  @Test(arguments: texts) func markupBecomesText(_ html: String, _ text: String) async throws {
    var settings = ParseHTML.Settings()
    settings.keep = .all
    let document = try await Pages.parse(Array(html.utf8), settings: settings)
    #expect(document.text.description == text && alignmentFault(document) == nil)
  }

  @Test func escapesOfJSONAreRead() async throws {
    let words = String(repeating: "more words ", count: 5)
    let json = #"{"@type":"Article","articleBody":"T\u00fcr \ud83d\ude00 \u0020ZZ "# + words + #""}"#
    let html = "<script type=\"application/ld+json\">\(json)</script>"
    let document = try await Pages.parse(html)
    #expect(document.text.description.hasPrefix("Tür 😀 ZZ"))
    let source = document.alignment.source(of: TextRange(1, 3))
    #expect(document.source.bytes[source.bounds].elementsEqual(#"\u00fc"#.utf8))
  }

  @Test func blocksHaveTheirKinds() async throws {
    var settings = ParseHTML.Settings()
    settings.keep = .all
    let html = """
      <h2>h</h2><p>p</p><ul><li>i<ol><li>j</ol></ul><blockquote><p>q</p></blockquote><pre>c</pre>
      <table><caption>t</caption><tr><td>a<td>b</table><figure><figcaption>f</figcaption></figure><address>x</address>
      """
    let blocks = try #require(try await Pages.parse(Array(html.utf8), settings: settings)[.blocks])
    let kinds = zip(blocks.kinds, blocks.levels).map { "\($0.rawValue) \($1)" }
    #expect(
      kinds == [
        "heading 2", "paragraph 0", "list-item 1", "list-item 2", "quote 0", "code 0", "caption 0", "table 0",
        "caption 0", "other 0",
      ])
  }
}
