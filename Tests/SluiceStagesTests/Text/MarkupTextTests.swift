import Sluice
import SluiceTesting
import SluiceText
import Testing

struct MarkupTextTests {
  private func parse(_ source: String, _ type: String, reflow: Bool = false) async throws -> Document {
    var settings = ParseText.Settings()
    settings.reflow = reflow
    var pipeline = try Pipeline {
      ParseMarkdown()
      ParseTEI()
      ParseText(settings)
    }
    var document = Document(id: "a", source: Source(Array(source.utf8), mediaType: type))
    try await pipeline.process(&document)
    return document
  }

  private func blocks(_ document: Document) -> [String] {
    let blocks = document[.blocks] ?? Blocks()
    return blocks.ranges.indices.map { row in
      let level = blocks.levels[row] > 0 ? "\(blocks.levels[row])" : ""
      return "\(blocks.kinds[row].rawValue)\(level)|\(document.text[blocks.ranges[row]])"
    }
  }

  /// Copies are the source's bytes, and nothing but white space was made up.
  private func faults(_ document: Document) -> [String] {
    var faults = document.brokenInvariants()
    for (index, segment) in document.alignment.segments.enumerated() {
      let text = document.text.bytes[document.alignment.textRange(ofSegment: index).bounds]
      if segment.kind == .copied, !text.elementsEqual(document.source.bytes[segment.source.bounds]) {
        faults.append("segment \(index) is no copy")
      }
      if segment.kind == .inserted, text.contains(where: { $0 > 0x20 }) {
        faults.append("segment \(index) is made up")
      }
    }
    return faults
  }

  @Test("Markdown gives its blocks without marks")
  func markdown() async throws {
    let cases: [(source: String, blocks: [String])] = [
      ("# One #\nText\ngoes on\n\nTwo\n===\n", ["heading1|One", "paragraph|Text goes on", "heading1|Two"]),
      (
        "**Jane Doe:** I *do* think __so__, snake_case too.",
        ["paragraph|Jane Doe: I do think so, snake_case too."]
      ),
      ("2 * 3 * 4, *open", ["paragraph|2 * 3 * 4, *open"]),
      ("See [the *page*](https://a.org/b_(c) \"t\") ![a sign](x.png).", ["paragraph|See the page a sign."]),
      ("[one][a] [two][] [three] [four]\n\n[a]: x\n[two]: y\n[three]: z", ["paragraph|one two three [four]"]),
      ("`a * b` and ``c ` d``", ["paragraph|a * b and c ` d"]),
      (
        "- a\n- b\n  - c\n    more\n1. d",
        ["list-item1|a", "list-item1|b", "list-item2|c more", "list-item1|d"]
      ),
      ("> quoted\n> on\n\nnot", ["quote|quoted on", "paragraph|not"]),
      ("```swift\nlet a = *b*\n\n```\nText", ["code|let a = *b*", "paragraph|Text"]),
      (
        "Text\n\n    code\n    more\n\nText", ["paragraph|Text", "code|    code\n    more", "paragraph|Text"]
      ),
      ("| a | b |\n|---|:-:|\n| 1 | **2** |\n\nText", ["table|a\tb", "table|1\t2", "paragraph|Text"]),
      ("A line  \nand another\\\nand<br>more", ["paragraph|A line\nand another\nand\nmore"]),
      (
        "<div class=\"x\">\nWords\n</div>\n\nText &amp; \\*more\\*",
        ["paragraph|Words", "paragraph|Text & *more*"]
      ),
      ("One[^1].\n\n[^1]: A note.", ["paragraph|One.", "paragraph|A note."]),
      ("- [x] done\n- [ ] open", ["list-item1|done", "list-item1|open"]),
      ("One\n\n---\n\nTwo", ["paragraph|One", "paragraph|Two"]),
    ]
    var wrong: [String] = []
    for (source, expected) in cases {
      let document = try await parse(source, "text/markdown")
      if blocks(document) != expected { wrong.append("\(source.debugDescription): \(blocks(document))") }
      wrong += faults(document)
    }
    #expect(wrong == [])
  }

  @Test("Front matter is metadata and no text")
  func frontMatter() async throws {
    let source = """
      ---
      title: "A walk"
      author: [Jane Doe, John Roe]
      date: 2024-05-16T10:00:00Z
      lang: en
      ---
      # Heading
      """
    let document = try await parse(source, "text/markdown")
    #expect(blocks(document) == ["heading1|Heading"] && document.metadata.title == "A walk")
    #expect(document.metadata.authors == ["Jane Doe", "John Roe"] && document.metadata.date == "2024-05-16")
  }

  @Test("Reflow joins lines that were wrapped, and no others")
  func reflow() async throws {
    let prose = """
      The harbour was empty when we came down to it in the morning, and the exam-
      ple of the others had taught us nothing. We had been told that the well-
      known pilot would wait, and that an example of his hand would hang beside
      the door of the office.

      JANE DOE: I remember the day, because it was the first on which the ferries
      did not run.
      JOHN ROE: So do I.

      - a first thing that is long enough to be wrapped at the width of the page
      - a second

      The woods are lovely,
      dark and deep,
      but I have promises
      """
    let expected = """
      The harbour was empty when we came down to it in the morning, and the example of the others had taught us \
      nothing. We had been told that the well-known pilot would wait, and that an example of his hand would hang beside \
      the door of the office.

      JANE DOE: I remember the day, because it was the first on which the ferries did not run.
      JOHN ROE: So do I.

      - a first thing that is long enough to be wrapped at the width of the page
      - a second

      The woods are lovely,
      dark and deep,
      but I have promises
      """
    let document = try await parse(prose, "text/plain", reflow: true)
    #expect(document.text.description == expected)
    #expect(faults(document) == [])
    #expect(try await parse(prose, "text/plain").text.description == prose)
  }

  @Test("TEI gives its blocks, speakers and header")
  func tei() async throws {
    let source = """
      <?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY x "yyyy">]>
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The  Talk</title>
      <author>Jane Doe</author></titleStmt><publicationStmt><date when="2001-02-03"/></publicationStmt></fileDesc>
      <profileDesc><langUsage><language ident="en">English</language></langUsage><particDesc><person xml:id="A">
      <persName>Ann Lee</persName></person></particDesc></profileDesc></teiHeader><text><body><div><head>Part
      one</head><p>Some <hi>words</hi> &amp; more<note>dropped</note>.<lb/>On &x; it goes.</p><list><item>a</item>
      <item>b</item></list><sp><speaker>HAMLET.</speaker><l>To be,</l><l>or not</l></sp>
      <u who="#A">Hello <vocal><desc>laughs</desc></vocal>there</u><u who="#A">Again</u>
      <p>A <choice><sic>teh</sic><corr>the</corr></choice> end <![CDATA[a < b]]></p>
      <table><row><cell>1</cell><cell>2</cell></row></table></div></body></text></TEI>
      """
    let document = try await parse(source, "application/tei+xml")
    #expect(
      blocks(document) == [
        "heading1|Part one", "paragraph|Some words & more. On &x; it goes.", "list-item1|a", "list-item1|b",
        "paragraph|HAMLET.", "paragraph|To be,\nor not", "paragraph|A\nHello there", "paragraph|Again",
        "paragraph|A the end a < b", "table|1\t2",
      ])
    #expect(faults(document) == [])
    #expect(document.metadata.title == "The Talk" && document.metadata.authors == ["Jane Doe"])
    #expect(document.metadata.date == "2001-02-03" && document.metadata.language == "en")
    #expect(document.metadata["speakers"] == .strings(["A: Ann Lee"]))
    let other = try await parse("<r><a>One <b>two</b> three</a><a>Four</a></r>", "application/xml")
    #expect(blocks(other) == ["paragraph|One two three", "paragraph|Four"])
  }

  @Test("Hostile markup ends in text or in an error, and soon")
  func hostile() async throws {
    let bomb =
      "<!DOCTYPE a [" + (0..<200).map { "<!ENTITY e\($0) \"&e\($0 + 1);&e\($0 + 1);\">" }.joined()
      + "]><a>&e0; word</a>"
    let cases: [(source: String, type: String)] = [
      (bomb, "application/xml"), ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a>word</a>", "application/xml"),
      (String(repeating: "<a>", count: 50_000) + "word", "application/xml"),
      (String(repeating: "</a>", count: 50_000) + "word<", "application/xml"),
      ("<a b='word", "application/xml"),
      ("<TEI><text><p>word<![CDATA[", "application/tei+xml"),
      ("<!--" + String(repeating: "-", count: 50_000), "text/xml"),
      (String(repeating: "[", count: 20_000) + "word", "text/markdown"),
      (String(repeating: "*a_", count: 10_000), "text/markdown"),
      (String(repeating: "> ", count: 5000) + "word", "text/markdown"),
      (String(repeating: "`", count: 20_000) + "word", "text/markdown"),
      (String(repeating: "- ", count: 5000) + "word", "text/markdown"),
      (String(repeating: "<", count: 20_000) + "word", "text/markdown"), ("---\ntitle: x", "text/markdown"),
      (String(repeating: "[a](", count: 5000) + "word", "text/markdown"),
    ]
    var wrong: [String] = []
    for (index, (source, type)) in cases.enumerated() {
      do {
        let document = try await parse(source, type)
        wrong += faults(document).map { "\(index): \($0)" }
        if document.text.description.contains("root:") { wrong.append("\(index) opened a file") }
      } catch let error as SluiceError where error.code == .unreadable {
        continue
      }
    }
    #expect(wrong == [])
  }
}
