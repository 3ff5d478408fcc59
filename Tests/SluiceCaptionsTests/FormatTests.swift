import Sluice
import SluiceCaptions
import SluiceTesting
import Testing

@Suite struct FormatTests {
  static let expected: [(file: String, rows: [String], text: String)] = [
    (
      "podcast.json",
      [
        "0.5-2.25 Maria: Welcome to the \"harbour\"", "2.25-4.0 Maria: council of Oslo — café & all.",
        "4.5-6.0 Tom: Thank you.",
      ], "Welcome to the \"harbour\" council of Oslo — café & all.\n\nThank you."
    ),
    ("whisper.json", ["0.0-1.5 We begin.", "1.5-3.0 With money."], "We begin. With money."),
    ("whispercpp.json", ["0.0-1.5 We begin.", "1.5-3.0 With money."], "We begin. With money."),
    ("auto.json3", ["0.5-2.0 the pier is", "2.0-3.5 very old"], "the pier is very old"),
    (
      "millis.json", ["0.001-2.5 Milliseconds", "2.6-5.0 as whole numbers."], "Milliseconds as whole numbers."
    ),
    ("meeting.json", ["nil-nil Chair: We begin.", "nil-nil Clerk: Yes."], "We begin.\n\nYes."),
    ("table.tsv", ["0.0-1.5 We begin.", "1.5-3.0 With money."], "We begin. With money."),
    ("old.sbv", ["1.0-2.5 We begin here.", "2.5-4.0 With money."], "We begin here. With money."),
    (
      "cited.html", ["5.0-3723.0 Maria: Welcome & thanks to all.", "3723.0-nil Tom: Glad to be here."],
      "Welcome & thanks to all.\n\nGlad to be here."
    ),
    ("spans.ttml", ["11.0-12.0 Guten", "12.0-13.0 Tag &b; <x>"], "Guten Tag &b; <x>"),
    ("pop.scc", ["1.568-3.003 We begin, café É"], "We begin, café É"),
  ]

  @Test("Each format gives its words, times and voices")
  func formats() async throws {
    #expect(try Captions.fixtureNames == Self.expected.map(\.file).sorted())
    for (file, rows, text) in Self.expected {
      let document = try await Captions.document(
        Captions.fixture(file), type: Captions.type(of: file), id: file)
      #expect(Captions.rows(document) == rows, "\(file)")
      #expect(document.text.description == text, "\(file)")
      #expect(document.brokenInvariants() == [])
    }
  }

  @Test("Formats are known by their looks, whatever they are called")
  func looks() async throws {
    for (file, rows, _) in Self.expected {
      for type in ["text/plain", "application/octet-stream", "application/json", "application/xml"] {
        let source = Source(try Captions.fixture(file), mediaType: type)
        #expect(ParseCaptions().reads(source), "\(file) as \(type)")
        let document = try await Captions.document(source.bytes, type: type)
        #expect(Captions.rows(document) == rows, "\(file) as \(type)")
      }
    }
    let others = [
      "Just text.", "1\nFirst we look.", "12:30 --> is when", "{\"a\": 1}", "[1, 2]", "{\"text\": \"a\"}", "",
      "<html><body><p>a</p><time>12</time></body></html>", "<tt2></tt2>", "start of text", "WEBVTTX",
    ]
    for text in others {
      #expect(!ParseCaptions().reads(Source(Array(text.utf8), mediaType: "text/plain")), "\(text)")
      #expect(!ParseCaptions().reads(Source(Array(text.utf8), mediaType: "text/html")), "\(text)")
    }
  }

  @Test("A field map reads JSON that nothing else tells")
  func fields() async throws {
    let json = #"{"r":{"items":[{"t":["x","We begin."],"w":{"f":"500","l":"250"},"who":{"name":"Ann"}}]}}"#
    var settings = ParseCaptions.Settings()
    settings.fields.segments = "r.items"
    settings.fields.text = "t.1"
    settings.fields.start = "w.f"
    settings.fields.duration = "w.l"
    settings.fields.speaker = "who"
    settings.fields.unit = .milliseconds
    let document = try await Captions.document(Array(json.utf8), type: "application/json", settings)
    #expect(Captions.rows(document) == ["0.5-0.75 Ann: We begin."])
  }

  static let flows: [CaptionCase] = [
    CaptionCase(
      "lines and cues flow",
      "1\n00:00:01,000 --> 00:00:02,000\n we begin \nhere\n\n2\n00:00:02,000 --> 00:00:03,000\nand end.",
      ["we begin here and end."]),
    CaptionCase(
      "dashes", "1\n00:00:01,000 --> 00:00:02,000\n- Yes.\n- No -- never.", ["- Yes.", "- No -- never."]),
    CaptionCase(
      "labels and chevrons",
      "1\n00:00:01,000 --> 00:00:02,000\nAnn Lee: Yes.\n\n2\n00:00:02,000 --> 00:00:03,000\n&gt;&gt; Who?\n>> I said: no.",
      ["Ann Lee: Yes.", ">> Who?", ">> I said: no."]),
    CaptionCase(
      "pauses",
      "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:06,000 --> 00:00:07,000\nTwo\n\n3\n00:00:11,000 --> 00:00:12,000\nthree\n\n4\n00:01:11,000 --> 00:01:12,000\nfour",
      ["One.", "Two three", "four"]),
    CaptionCase(
      "markup of SubRip",
      "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color=\"red\">I</font> <3 {this} & <i>th</i>at &amp; x < y",
      ["I <3 {this} & that & x < y"]),
  ]

  @Test("Cues flow into paragraphs", arguments: flows)
  func paragraphs(_ test: CaptionCase) async throws {
    let document = try await Captions.document(Array(test.content.utf8), type: "application/x-subrip")
    #expect(document[.blocks]?.ranges.map { document.text[$0] } == test.expected)
  }

  @Test("Voices within one cue are rows of their own")
  func voices() async throws {
    let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes. <v.loud Bo>No.</v>"
    let document = try await Captions.document(Array(text.utf8), type: "text/vtt")
    #expect(Captions.rows(document) == ["1.0-2.0 Ann: Yes.", "1.0-2.0 Bo: No."])
  }

  static let rolling: [CaptionCase] = [
    CaptionCase("two lines", roll(["a", "a|b", "b|c", "c|c", "c|d", "d"]), ["a b c c d"]),
    CaptionCase("three lines", roll(["a", "a|b", "a|b|c", "b|c|d", "c|d|e"]), ["a b c d e"]),
    CaptionCase(
      "words that are added", roll(["so", "so we", "so we say", "so we say it", "it is", "it is so"]),
      ["so we say it it is so"]),
    CaptionCase(
      "a repetition that is meant", roll(["no", "no", "we", "say", "no", "and", "yes", "we", "do"]),
      ["no no we say no and yes we do"]),
  ]

  private static func roll(_ cues: [String]) -> String {
    "WEBVTT\n\n"
      + cues.enumerated().map { index, text in
        "00:0\(index).000 --> 00:0\(index + 1).000\n\(text.replacing("|", with: "\n"))\n\n"
      }.joined()
  }

  @Test("Rolling captions say each line once, and other captions keep all", arguments: rolling)
  func rolls(_ test: CaptionCase) async throws {
    let document = try await Captions.document(Array(test.content.utf8), type: "text/vtt")
    #expect([document.text.description] == test.expected)
  }
}
