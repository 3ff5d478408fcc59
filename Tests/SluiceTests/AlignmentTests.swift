import Sluice
import SluiceTesting
import Testing

@Suite struct AlignmentTests {
  /// A parser in small: `&amp;` is decoded, `<…>` is left out, a line feed becomes an inserted bar.
  static func parse(_ source: String) -> (text: Text, alignment: Alignment, source: [UInt8]) {
    let bytes = Array(source.utf8)
    var builder = TextBuilder()
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
        index = end + 1
      } else if bytes[index...].starts(with: "&amp;".utf8) {
        builder.decode("&", from: index..<index + 5)
        index += 5
      } else if bytes[index] == UInt8(ascii: "\n") {
        builder.insert("|".utf8)
        index += 1
      } else {
        builder.copy(bytes.span, index..<index + 1)
        index += 1
      }
    }
    let (text, alignment) = builder.finish()
    return (text, alignment, bytes)
  }

  @Test func everyRangeFindsItsSource() {
    let (text, alignment, source) = Self.parse("one <b>two</b>&amp;&amp;three\nfour")
    #expect(text.description == "one two&&three|four")
    func origin(_ start: Int, _ end: Int) -> [String] {
      alignment.sources(of: TextRange(start, end)).map { String(decoding: source[$0.bounds], as: UTF8.self) }
    }
    let cases: [(Int, Int, [String])] = [
      (0, 3, ["one"]), (2, 6, ["e ", "tw"]), (7, 8, ["&amp;"]), (6, 10, ["o", "&amp;&amp;t"]),
      (14, 15, []), (13, 16, ["e", "f"]), (5, 5, []),
    ]
    for (start, end, expected) in cases { #expect(origin(start, end) == expected, "[\(start), \(end))") }
    #expect(alignment.source(of: TextRange(2, 6)) == SourceRange(2, 9))
    #expect(alignment.text(of: SourceRange(16, 17)) == TextRange(7, 8))
    #expect(alignment.text(of: SourceRange(4, 7)) == nil)
  }

  @Test func decodedRunsAreOneSegmentAndDivideByCharacter() {
    let utf16 = Array("AB€C".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let decoded = DecodedSource([0xFF, 0xFE] + utf16)
    #expect(decoded.text.description == "AB€C")
    #expect(decoded.alignment.segments.count == 3)
    #expect(decoded.alignment.source(of: TextRange(1, 5)) == SourceRange(4, 8))
    #expect(decoded.alignment.source(of: TextRange(3, 4)) == SourceRange(6, 8))
  }

  @Test func mapsComposeAsTheirTextsDo() {
    // windows-1252 to UTF-8, then markup to text.
    let source: [UInt8] =
      Array("caf".utf8) + [0xE9] + Array("<i>&amp;</i> cr".utf8) + [0xE8] + Array("me".utf8)
    let decoded = DecodedSource(source)
    #expect(decoded.charset == "windows-1252")
    let parsed = Self.parse(decoded.text.description)
    let composed = parsed.alignment.composed(onto: decoded.alignment)
    #expect(parsed.text.description == "café& crème")
    for (range, expected) in [
      (TextRange(3, 5), SourceRange(3, 4)), (TextRange(5, 6), SourceRange(7, 12)),
      (TextRange(9, 11), SourceRange(19, 20)), (TextRange(0, 13), SourceRange(0, 22)),
    ] {
      #expect(composed.source(of: range) == expected, "\(range)")
    }
  }

  @Test func charsetsDecodeByteExactly() {
    let cases: [(bytes: [UInt8], hint: String?, text: String, charset: String)] = [
      ([0xEF, 0xBB, 0xBF, 0x61], "latin1", "a", "utf-8"),
      ([0x93, 0x68, 0x69, 0x94], "utf-8", "“hi”", "windows-1252"),
      (Array("naïve".utf8), "iso-8859-1", "naïve", "utf-8"),
      ([0xC4, 0xE3, 0xBA, 0xC3, 0x21], "gb2312", "你好!", "gb18030"),
      ([0x90, 0x30, 0x81, 0x30], "gb18030", "\u{10000}", "gb18030"),
      ([0x93, 0xFA, 0x96, 0x7B, 0x41], "Shift_JIS", "日本A", "shift_jis"),
      ([0xCF, 0xF0, 0xE8], "windows-1251", "При", "windows-1251"),
      ([0x61, 0xFF, 0xC3, 0xA9, 0xC3, 0xA9, 0xC3, 0xA9], nil, "a\u{FFFD}ééé", "utf-8"),
      ([0xFE, 0xFF, 0xD8, 0x3D, 0xDE, 0x00, 0x00], nil, "😀\u{FFFD}", "utf-16be"),
      ([], "utf-8", "", "utf-8"),
    ]
    for (bytes, hint, text, charset) in cases {
      let decoded = DecodedSource(bytes, hints: ["no-such-charset", hint])
      #expect(decoded.text.description == text)
      #expect(decoded.charset == charset)
      #expect(decoded.alignment.textCount == decoded.text.count)
      #expect(DecodedSource(bytes, charset: decoded.charset)?.text == decoded.text)
    }
  }
}
