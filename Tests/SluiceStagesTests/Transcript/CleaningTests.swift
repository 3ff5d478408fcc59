import Sluice
import SluiceTranscript
import Testing

struct CleaningTests {
  private func check(
    _ cases: [(text: String, clean: String)], behind: String = "", level: CleaningLevel = .clean,
    language: String? = nil
  ) async throws -> [String] {
    var wrong: [String] = []
    for (text, expected) in cases {
      let cleaned = try await TranscriptFixture.clean(behind + text, level: level, language: language)
      let found = String(cleaned.text.description.dropFirst(behind.count))
      if found != expected { wrong.append("\(text.debugDescription) became \(found.debugDescription)") }
    }
    return wrong
  }

  @Test("White space, bullets and page furniture are put in order at every level")
  func ordersLayout() async throws {
    let cases = [
      ("A  b \u{A0}c\u{2009}d", "A b c d"), ("  A\t\nb  \n\n\n\n c \n", "A\nb\n\nc"),
      ("A\r\n\r\nb\rc", "A\n\nb\nc"),
      ("zero\u{200B}width\u{FEFF} so\u{AD}ft", "zerowidth soft"), ("e\u{301}👩‍👧 joined", "e\u{301}👩‍👧 joined"),
      ("• One\n\n• • Two\n\n·  Three", "One\n\nTwo\n\nThree"),
      ("- One\n- Two\n\nNo - list", "One\nTwo\n\nNo - list"),
      ("- Alone\n\nText", "- Alone\n\nText"), ("One\n\n* * *\n\nTwo", "One\n\n* * *\n\nTwo"),
      ("-5 degrees\n-6 degrees", "-5 degrees\n-6 degrees"),
      ("One\n\n[[Page H6115]]\n\nTwo\n\nPage 3 of 9\n\nPage 3 was lost.", "One\n\nTwo\n\nPage 3 was lost."),
    ]
    #expect(try await check(cases) == [])
    #expect(try await check(cases, level: .verbatim) == [])
  }

  @Test("Line numbers of a court transcript go, and nothing else does")
  func dropsLineNumbers() async throws {
    let lines = (1...25).map { "\($0 < 10 ? " " : "")\($0)     line of 12 words" }
    let page = lines.joined(separator: "\n") + "\n\n                  3\n\n"
    let clean = try await TranscriptFixture.clean(page + page, level: .verbatim)
    let numbers = clean.text.description.filter(\.isNumber)
    #expect(numbers == String(repeating: "12", count: 50))
  }

  /// Enough words for a few to go.
  private var speech: String {
    String(
      repeating: "People have told me for years that nobody reads what is written on the bridge. ", count: 5)
  }

  @Test("Hesitations and stutters go where it is safe")
  func dropsNoise() async throws {
    let cases = [
      ("Its rival, um, and it leans.", "Its rival, and it leans."),
      ("So um, I went to the place.", "So, I went to the place."),
      ("Um, I think of it. Uh, and you?", "I think of it. and you?"),
      ("That is, um, uh, the thing.", "That is, the thing."),
      ("“Um, the thing is old.”", "“the thing is old.”"),
      ("And er the thing is old.", "And the thing is old."),
      ("He joins the the network.", "He joins the network."),
      ("The the network is old.", "The network is old."),
      ("I, I, I think we we we can.", "I think we can."),
      ("I'm I'm here, it’s it’s late.", "I'm here, it’s late."),
      ("the um the thing is old", "the thing is old"),
    ]
    #expect(try await check(cases, behind: speech, language: "en") == [])
    let kept = [
      "Uh-huh. Uh huh. Uh oh, that is bad.", "Um.",
      "No, no. He had had it. I know that that is so. It is is it?",
      "It's not not high. Very, very old.", "The ER and the UM team.", "“The The” is a band; so is The The.",
      "on the we on our security", "severally. because", "drum um- pa", "the 5 5 and the 1941 1941",
    ]
    let changed = try await check(kept.map { ($0, $0) }, behind: speech, language: "en")
    #expect(changed == [])
    let german = "Es geht um das Geld, und er er ist um die Ecke, um das zu tun."
    #expect(try await check([(german, german)]) == [])
  }

  @Test("A document that would lose too much to the rules for noise keeps its words, with a warning")
  func fallsBack() async throws {
    let short = "um the um the um a uh the and um yes, and then um no"
    // One word in six, in a text that is not short.
    let long = Array(repeating: "The old boat, um, went out.", count: 20).joined(separator: " ")
    for text in [short, long] {
      let document = try await TranscriptFixture.clean(text)
      #expect(document.text.description == text)
      #expect(document.warnings.count == 1)
    }
    let few = try await TranscriptFixture.clean("Um, yes.")
    #expect(few.text.description == "yes." && few.warnings.isEmpty)
  }

  @Test("Stage directions become events; gaps and insertions stay")
  func movesDirections() async throws {
    let document = try await TranscriptFixture.clean(
      "We did one. [Laughter] It held. (Applause.) (Laughs.)\n\n(Applause.)\n\nThe wells and [inaudible] of the [Quad] stay (music)."
        + "\n\n\\[laughs\\] Yes.")
    #expect(
      document.text.description
        == "We did one. It held.\n\nThe wells and [inaudible] of the [Quad] stay (music).\n\nYes.")
    #expect(
      TranscriptFixture.events(document)
        == ["[Laughter]", "(Applause.)", "(Laughs.)", "(Applause.)", "\\[laughs\\]"])
  }

  @Test("Notices about the transcript go to the metadata, talk about transcripts stays")
  func movesNotices() async throws {
    let notices = [
      "This transcript has been lightly edited for clarity and length.",
      "Editor's note: the interview was condensed.",
      "This transcript was generated by software and may contain errors.",
      "RUSH TRANSCRIPT. COPY MAY NOT BE IN ITS FINAL FORM.",
      "Transcribed by volunteers; please check it against the recording before you quote it.",
      "© 2019 The Bell Tower Hour. All rights reserved.",
      "This conversation has been edited for length and clarity.",
      "The transcript may contain errors of hearing.",
    ]
    var wrong: [String] = []
    for notice in notices {
      let document = try await TranscriptFixture.clean("A first paragraph.\n\n\(notice)\n\nA last paragraph.")
      if document.text.description != "A first paragraph.\n\nA last paragraph." { wrong.append(notice) }
    }
    let talk = [
      "I read the transcript of the call, and I was not surprised by it.",
      "She edited the magazine for ten years.",
      "We produced a transcript for you, but I have not read it yet.",
      "He spoke for clarity's sake, and at length.",
      "Copyright law is of no help here.",
    ]
    for text in talk {
      let document = try await TranscriptFixture.clean("A first paragraph.\n\n\(text)\n\nA last paragraph.")
      if !document.text.description.contains(text) { wrong.append(text) }
    }
    #expect(wrong == [])
  }

  @Test("Code and tables are not touched")
  func keepsCode() async throws {
    let code = "for  x in  y:\n    um = the the\n\n\n    HOST: no"
    let document = try await TranscriptFixture.clean([
      (.paragraph, 0, "A  b"), (.code, 0, code), (.table, 0, "a\t\tb"), (.paragraph, 0, " c  d "),
    ])
    #expect(document.text.description == "A b\n\n\(code)\n\na\t\tb\n\nc d")
    #expect(document[.blocks]?.ranges.map { document.text[$0] } == ["A b", code, "a\t\tb", "c d"])
  }
}
