import Sluice
import SluiceTranscript
import Testing

struct LayoutTests {
  private static func wrapped(_ text: String, width: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + 1 + word.count > width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.joined(separator: "\n")
  }

  private static let prose = String(
    repeating:
      "Nobody who came to the harbour that winter had seen so many ships at once, and few would see them again. "
      + "The old pilot counted them twice, wrote a number into his book, and said no more about it to anybody. ",
    count: 4
  ).trimmed

  @Test("Lines broken at a width are joined at every level, and nothing else is")
  func joinsWrappedLines() async throws {
    let two = Self.prose + "\n\n" + Self.prose
    for width in [40, 66, 78] {
      let text = Self.wrapped(Self.prose, width: width) + "\n\n" + Self.wrapped(Self.prose, width: width)
      let document = try await TranscriptFixture.clean(text, level: .verbatim)
      #expect(document.text.description == two)
    }
    let verse = (0..<30).map { "The ships went out, the ships came home,\nand \($0) of them stayed" }.joined(
      separator: "\n")
    #expect(try await TranscriptFixture.clean(verse, level: .verbatim).text.description == verse)
  }

  @Test("Indented paragraphs are joined line by line beside a list whose lines stay")
  func joinsParagraphsBesideLists() async throws {
    let paragraphs = (1...12).map {
      "On day \($0) the harbour was closed to the ships of four nations; nobody said why."
    }
    let indented = paragraphs.map { Self.wrapped("__" + $0, width: 36).replacing("__", with: "  ") }
    let names = (0..<60).map { "Ship \($0), of Lisbon" }.joined(separator: "\n")
    let text = indented.joined(separator: "\n") + "\n\n" + names + "\n\n" + indented.joined(separator: "\n")
    let document = try await TranscriptFixture.clean(text, level: .verbatim)
    let joined = paragraphs.joined(separator: "\n")
    #expect(document.text.description == joined + "\n\n" + names + "\n\n" + joined)
  }

  @Test("Words divided at the end of a line are put together, hyphens of their own stay")
  func joinsDividedWords() async throws {
    let wrapped = Self.wrapped(Self.prose, width: 60)
    let text =
      wrapped + "\n\n"
      + "They spoke with the pilots of the harbour about the inter-\n"
      + "national treaty all night long and about the one-ethnicity-\n"
      + "based name of the province that nobody had used, with three-\n"
      + "and four-year terms of office.\n\n" + wrapped
    let document = try await TranscriptFixture.clean(text, level: .verbatim)
    #expect(
      document.text.description.contains("the international treaty")
        && document.text.description.contains("one-ethnicity-based")
        && document.text.description.contains("three- and four-year"))
  }

  @Test("Page numbers that count up go with the headers beside them; other numbers stay")
  func dropsPageFurniture() async throws {
    let page = { (number: Int) in
      "Harbour Commission\n\nOn day \(number) we spoke of the pier.\n\nIt was long.\n\nIt was cold.\n\nWe left.\n\n\(number)\n\n"
    }
    let document = try await TranscriptFixture.clean((1...7).map(page).joined(), level: .verbatim)
    let text = document.text.description
    #expect(
      !text.contains("Harbour Commission") && text.contains("On day 7 we spoke") && !text.contains("\n7"))
    let list = "2\n\nOne\n\n4\n\nTwo\n\n9\n\nThree\n\n1\n\nFour"
    #expect(try await TranscriptFixture.clean(list, level: .verbatim).text.description == list)
  }

  @Test("The index of words behind a court transcript goes")
  func dropsConcordance() async throws {
    let talk =
      "MR. DAY: I object.\n\nTHE COURT: Sustained, at 10:15 in the morning.\n\n(Whereupon, at 11:43 a.m., the case was submitted.)"
    let index = (10..<40).map { "agency\($0) \($0):15 60:\($0) 61:2,4\nword 4:\($0)" }.joined(separator: "\n")
    let document = try await TranscriptFixture.clean(talk + "\n\n" + index, level: .verbatim)
    #expect(document.text.description == talk)
    #expect(try await TranscriptFixture.clean(talk, level: .verbatim).text.description == talk)
  }
}

extension String {
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
