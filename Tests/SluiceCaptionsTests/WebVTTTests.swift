import Sluice
import SluiceCaptions
import Testing

@Suite struct WebVTTTests {
  static let strict: [CaptionCase] = [
    CaptionCase("signature alone", "WEBVTT", []),
    CaptionCase("signature with a title", "WEBVTT some title\n\n00:01.000 --> 00:02.000\na", ["|1-2|a"]),
    CaptionCase("no signature", "00:01.000 --> 00:02.000\na", ["rejected"]),
    CaptionCase("letters behind the signature", "WEBVTTX\n\n00:01.000 --> 00:02.000\na", ["rejected"]),
    CaptionCase("a blank line before it", "\nWEBVTT\n\n00:01.000 --> 00:02.000\na", ["rejected"]),
    CaptionCase("small letters", "webvtt\n\n00:01.000 --> 00:02.000\na", ["rejected"]),
    CaptionCase("byte order mark", "\u{FEFF}WEBVTT\n\n00:01.000 --> 00:02.000\na", ["|1-2|a"]),
    CaptionCase("carriage returns", "WEBVTT\r\rx\r00:01.000 --> 00:02.000\ra\rb\r\rc", ["x|1-2|a⏎b"]),
    CaptionCase("both", "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\na\r\nb\r\n", ["|1-2|a⏎b"]),
    CaptionCase("hours", "WEBVTT\n\n1:00:01.000 --> 123456:00:02.000\na", ["|3601-444441602|a"]),
    CaptionCase("seconds of two digits only", "WEBVTT\n\n00:1.000 --> 00:02.000\na", []),
    CaptionCase("milliseconds of three digits only", "WEBVTT\n\n00:01.00 --> 00:02.0000\na", []),
    CaptionCase("sixty seconds", "WEBVTT\n\n00:60.000 --> 00:61.000\na", []),
    CaptionCase("comma", "WEBVTT\n\n00:01,000 --> 00:02,000\na", []),
    CaptionCase("no spaces", "WEBVTT\n\n00:01.000-->00:02.000line:1\na", ["|1-2|a line=1"]),
    CaptionCase("end before start stays", "WEBVTT\n\n00:03.000 --> 00:02.000\na", ["|3-2|a"]),
    CaptionCase(
      "an arrow ends a cue", "WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb",
      ["|1-2|a", "|2-3|b"]),
    CaptionCase(
      "an arrow that is no time drops what follows",
      "WEBVTT\n\n00:01.000 --> 00:02.000\na --> b\nc\n\n"
        + "00:02.000 --> 00:03.000\nd", ["|1-2|", "|2-3|d"]),
    CaptionCase(
      "notes and blocks without times are dropped",
      "WEBVTT\n\nNOTE x\ny\n\nlost\n\n00:01.000 --> 00:02.000\na", ["|1-2|a"]),
    CaptionCase(
      "styles before the first cue", "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\na",
      ["|1-2|a"]),
    CaptionCase(
      "settings",
      "WEBVTT\n\n00:01.000 --> 00:02.000 align:end size:50% position:10%,line-left line:-1,end vertical:rl\na",
      ["|1-2|a vertical=rl line=-1 lineAlign=end position=10 positionAlign=line-left size=50 align=end"]),
    CaptionCase(
      "wrong settings are left out",
      "WEBVTT\n\n00:01.000 --> 00:02.000 align:middle size:101% position:10 line:1%,x vertical:up\na",
      ["|1-2|a"]),
    CaptionCase(
      "a line in percent", "WEBVTT\n\n00:01.000 --> 00:02.000 line:5.5%\na",
      ["|1-2|a snapToLines=false line=5.5"]),
    CaptionCase(
      "regions",
      "WEBVTT\n\nREGION\nid:r\nlines:2\n\nREGION\nid:r lines:7\n\n00:01.000 --> 00:02.000 region:r\na\n\n"
        + "00:02.000 --> 00:03.000 region:r line:1\nb\n\n00:03.000 --> 00:04.000 region:s\nc",
      ["|1-2|a region=r/7", "|2-3|b line=1", "|3-4|c"]),
    CaptionCase(
      "NUL becomes the replacement character", "WEBVTT\n\n00:01.000 --> 00:02.000\na\0b", ["|1-2|a\u{FFFD}b"]),
  ]

  @Test("Strict reading follows the standard", arguments: strict)
  func strictly(_ test: CaptionCase) throws {
    #expect(try Captions.listed(test.content, mode: .strict) == test.expected)
  }

  static let wild: [CaptionCase] = [
    CaptionCase(
      "seconds only", "WEBVTT\n\n0.500 --> 3.480\na\n\n1:51.640 --> 1:56.040\nb",
      ["|0.5-3.48|a", "|111.64-116.04|b"]),
    CaptionCase("comma and few digits", "WEBVTT\n\n0:00:01,5 --> 0:00:02\na", ["|1.5-2|a"]),
    CaptionCase("no signature and a number", "1\n00:01.000 --> 00:02.000\na", ["1|1-2|a"]),
    CaptionCase("blank lines before it", "\n\n webvtt\n\n00:01.000 --> 00:02.000\na", ["|1-2|a"]),
    CaptionCase(
      "no blank line between cues", "WEBVTT\n1\n00:01.000 --> 00:02.000\na\n2\n00:02.000 --> 00:03.000\nb",
      ["1|1-2|a", "2|2-3|b"]),
    CaptionCase(
      "a blank line in a cue", "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nb\n\n00:02.000 --> 00:03.000\nc",
      ["|1-2|a⏎⏎b", "|2-3|c"]),
    CaptionCase(
      "other arrows", "WEBVTT\n\n00:01.000 -> 00:02.000\na\n\n00:02.000 –> 00:03.000\nb",
      ["|1-2|a", "|2-3|b"]),
    CaptionCase("an arrow in the words", "WEBVTT\n\n00:01.000 --> 00:02.000\na --> b", ["|1-2|a --> b"]),
    CaptionCase("times that make no sense", "WEBVTT\n\n00:0x.000 --> 00:02.000\na", ["|nil-nil|a"]),
    CaptionCase("notes stay out", "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nNOTE b\n\nSTYLE\nc", ["|1-2|a"]),
  ]

  @Test("Lenient reading takes what people publish", arguments: wild)
  func leniently(_ test: CaptionCase) throws {
    #expect(try Captions.listed(test.content, mode: .lenient) == test.expected)
  }

  @Test("What is lenient of a reading is counted")
  func leniencies() async throws {
    let text = "1\n0.5 --> 3.480\na\n2\n9,000 -> 8,000\nb\0\n\nc"
    let document = try await Captions.document(Array(text.utf8), type: "text/vtt")
    #expect(
      document.metadata["leniencies"]?.jsonText
        == #"{"signature.missing":1,"time.fields":4,"time.digits":4,"time.comma":2,"time.arrow":1,"block.no-blank-line":1,"text.blank-line":1,"time.backward":1,"text.nul":1}"#
    )
    #expect(document.text.description == "a b c")
  }

  static let trees: [(String, String)] = [
    ("a <b>b", "| \"a \"\n| <b>\n|   \"b\""),
    ("<c.x..y>a</c></b>z", "| <span>\n|   class=\"x y\"\n|   \"a\"\n| \"z\""),
    ("<v.loud Ann  &amp; Bo>hi", "| <span>\n|   class=\"loud\"\n|   title=\"Ann & Bo\"\n|   \"hi\""),
    ("<ruby>a<rt>b</ruby>c", "| <ruby>\n|   \"a\"\n|   <rt>\n|     \"b\"\n| \"c\""),
    ("<rt>a", "| \"a\""),
    ("<00:00:01.500>a<1:2>", "| <?timestamp 00:00:01.500>\n| \"a\""),
    ("&lt;&copy&#33;&nosuch;", "| \"<©!&nosuch;\""),
    ("a<x>b</i>c", "| \"a\"\n| \"b\"\n| \"c\""),
    ("<lang de>a", "| <span>\n|   lang=\"de\"\n|   \"a\""),
    ("", "#document-fragment"), ("<", "#document-fragment"), ("</", "#document-fragment"),
  ]

  @Test("Cue text becomes the tree of the standard")
  func cueText() {
    for (text, tree) in Self.trees { #expect(CaptionListing.tree(of: text) == tree, "\(text)") }
  }
}
