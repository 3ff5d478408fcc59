import Sluice
import SluiceHTML
import Testing

@Suite struct FixturePagesTests {
  @Test(arguments: Pages.names) func everyByteOfTheTextHasItsSource(_ name: String) async throws {
    let document = try await Pages.parse(try Pages.bytes(name))
    #expect(alignmentFault(document) == nil)
  }

  @Test(arguments: Pages.names) func blocksCoverTheTextInOrder(_ name: String) async throws {
    let document = try await Pages.parse(try Pages.bytes(name))
    let blocks = try #require(document[.blocks])
    var faults: [String] = []
    var end: Int32 = 0
    for range in blocks.ranges {
      let between = document.text.bytes[Int(end)..<Int(range.start)]
      if range.isEmpty || between.contains(where: { $0 != 0x0A }) { faults.append("\(range)") }
      end = range.end
    }
    if Int(end) != document.text.count { faults.append("end") }
    #expect(faults == [])
  }

  /// Texts that a page must give, and texts that it must not.
  static let contents: [(page: String, kept: [String], dropped: [String])] = [
    (
      "smart-take",
      [
        "Editor's notice: we have tidied this transcript", "prioroity partners",
        "hurt Moscow severally. because that",
        "the R&B share", "with a handsome photograph", "About the speaker",
        "Daniel Rowe leads the Corvane Institute",
      ],
      ["Skip to main content", "Plan a visit", "Horn and Red Sea", "chevron", "@type", "{--ink"]
    ),
    (
      "pages/01-news-article", ["People kept asking me", "turn her into a floating schoolroom."],
      ["Read more"]
    ),
    (
      "pages/02-panel-discussion",
      ["MS. ORTEGA: Good evening", "[Laughter] It held", "AUDIENCE MEMBER: What about the town?"], []
    ),
    (
      "pages/03-oral-history",
      ["Q:\nThis is Keith Amory", "By the tray. Eleven cents.", "Narrator\tRuth Haldorsen"], []
    ),
    (
      "pages/04-press-briefing",
      ["MR. SMITH: Good afternoon.", "Q\u{A0}\u{A0}\u{A0}Upward?", "END\u{A0}"], []
    ),
    (
      "pages/05-blog-windows-1252", ["I’ve baked the same rye", "€6,40", "aunt Šárka", "Zoë’s plum jam"],
      ["Blogroll"]
    ),
    (
      "pages/06-german-article", ["„Das ist der neue Damm“", "z.\u{A0}B. am Rand", "»Ein Moor braucht"],
      ["Impressum"]
    ),
    (
      "pages/07-tab-panels",
      ["The rings of this lens", "Interviewer: Did you ever", "Museum sound archive, reel 88."],
      ["querySelector"]
    ),
    (
      "pages/08-tables-code-figures",
      [
        "7.999  0   <-- not the sea\n2019", "abs(here - after) > limit", "November\t7,200\t3\t41",
        "h0\u{A0}=\u{A0}0",
        "Figure 2. Two days", "    return abs",
      ], []
    ),
    (
      "pages/09-forum-noscript",
      ["I found a 1950s portable", "slide it 1/16\" to the left", "--\nPops. Eleven machines"],
      ["window.__BOOT__"]
    ),
    (
      "pages/10-sloppy-html",
      [
        "which is < a quarter", "AT&T mast", "dues are £4.50", "< 10° C",
        "light—“like a love letter,” she said, “but", "This panel was pasted in", "Yours,\nAgathe Fenélon",
        "Date\tPlace\tTopic\n10 Apr\tVicarage barn",
      ],
      ["Scripted", "a > b", "x-show", "b\">"]
    ),
  ]

  @Test(arguments: contents)
  func pagesGiveTheirText(_ page: String, _ kept: [String], _ dropped: [String]) async throws {
    let text = try await Pages.parse(try Pages.bytes(page)).text.description
    #expect(kept.filter { !text.contains($0) } == [] && dropped.filter { text.contains($0) } == [])
  }

  static let metadata: [(page: String, fields: [String: String])] = [
    (
      "smart-take",
      [
        "title": "Smart Take | Putin in Beijing: Follow the Payments", "authors": "Daniel Rowe",
        "date": "2024-05-16",
        "site": "The Larkmoor Institute", "language": "en", "duration": "PT2M18S",
      ]
    ),
    (
      "pages/01-news-article",
      [
        "title": "Electric ferry starts Kessel crossing a month early", "authors": "Orla Penhale",
        "date": "2023-03-06",
        "language": "en-GB",
      ]
    ),
    ("pages/02-panel-discussion", ["date": "2019-10-23", "title": "Sharing a Shrinking River"]),
    ("pages/03-oral-history", ["date": "1998-08-11", "title": "Interview 114: Ruth Haldorsen"]),
    ("pages/04-press-briefing", ["date": "2011-02-08"]),
    (
      "pages/06-german-article",
      ["title": "Das Moor kommt zurück", "authors": "Jörg Möhlenkamp", "date": "2021-09-14"]
    ),
    ("pages/08-tables-code-figures", ["authors": "Nadia Brandvold", "date": "2020-02-17"]),
    ("pages/09-forum-noscript", ["title": "Carriage skips on the letter e", "date": "2015-01-30"]),
    ("pages/10-sloppy-html", ["authors": "Agathe Fenélon", "date": "1999-04-02", "language": "en"]),
  ]

  @Test(arguments: metadata) func pagesSayWhatTheyAre(_ page: String, _ fields: [String: String]) async throws
  {
    let metadata = try await Pages.parse(try Pages.bytes(page)).metadata
    let found = fields.keys.reduce(into: [String: String]()) { found, key in
      found[key] = metadata[key]?.string ?? metadata[key]?.array?.compactMap(\.string).joined(separator: "; ")
    }
    #expect(found == fields)
  }

  @Test func whatTheInputKnowsAlreadyIsLeftAlone() async throws {
    var known = Metadata()
    known.set("title", .string("From the archive"))
    let document = try await Pages.parse(try Pages.bytes("smart-take"), metadata: known)
    #expect(document.metadata.title == "From the archive" && document.metadata.date == "2024-05-16")
  }

  @Test func allTextIsKeptOnRequest() async throws {
    var settings = ParseHTML.Settings()
    settings.keep = .all
    let document = try await Pages.parse(try Pages.bytes("smart-take"), settings: settings)
    #expect(document.text.description.contains("Horn and Red Sea") && alignmentFault(document) == nil)
  }
}
