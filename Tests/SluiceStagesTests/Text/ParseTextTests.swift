import Sluice
import SluiceText
import Testing

struct ParseTextTests {
  private func parse(
    _ bytes: [UInt8], mediaType: String = "text/plain", charset: String? = nil
  ) async throws -> Document {
    var pipeline = try Pipeline { ParseText() }
    var document = Document(id: "a", source: Source(bytes, mediaType: mediaType, declaredCharset: charset))
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

  @Test("Blocks are the paragraphs between blank lines, and in Markdown headings and fences")
  func findsBlocks() async throws {
    let cases: [(text: String, type: String, blocks: [String])] = [
      ("One.", "text/plain", ["paragraph|One."]),
      ("  One.\ngoes on  \n\n \t\nTwo.\n", "text/plain", ["paragraph|One.\ngoes on", "paragraph|Two."]),
      ("One.\r\n\r\nTwo.\rgoes on", "text/plain", ["paragraph|One.", "paragraph|Two.\rgoes on"]),
      ("# One\nText", "text/plain", ["paragraph|# One\nText"]),
      ("# One\nText\n## Two", "text/markdown", ["heading1|# One", "paragraph|Text", "heading2|## Two"]),
      ("#tag", "text/markdown", ["paragraph|#tag"]),
      (
        "A\n```swift\nlet a = 1\n\nlet b = 2\n```\nB", "text/markdown",
        ["paragraph|A", "code|```swift\nlet a = 1\n\nlet b = 2\n```", "paragraph|B"]
      ),
      ("~~~\nopen", "text/markdown", ["code|~~~\nopen"]),
    ]
    var wrong: [String] = []
    for (text, type, expected) in cases {
      let document = try await parse(Array(text.utf8), mediaType: type)
      let found = blocks(document)
      if found != expected || !document.alignment.isIdentity || document.text.description != text {
        wrong.append("\(text.debugDescription): \(found)")
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("Other charsets are decoded, with offsets into the original bytes")
  func decodes() async throws {
    let latin = try await parse([0x63, 0x61, 0x66, 0xE9, 0x20, 0x97], charset: "iso-8859-1")
    let wide = try await parse([0xFF, 0xFE, 0x41, 0x00, 0xE9, 0x00])
    #expect(latin.text.description == "café —")
    #expect(latin.alignment.source(of: TextRange(3, 5)) == SourceRange(3, 4))
    #expect(wide.text.description == "Aé")
    #expect(wide.alignment.source(of: TextRange(1, 3)) == SourceRange(4, 6))
  }

  @Test("What is no text is refused with a reason")
  func refuses() async throws {
    let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 ^ $0 >> 3) }
    let cases: [(bytes: [UInt8], reason: String)] = [
      ([], "empty"), (Array(" \n\t\r\n ".utf8), "empty"), ([0xEF, 0xBB, 0xBF], "empty"),
      ([UInt8](repeating: 0, count: 100), "not text"), (noise, "not"),
      (Array("\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0\0\u{1}\0\0\0\u{1}".utf8), "not text"),
    ]
    var wrong: [String] = []
    for (bytes, reason) in cases {
      do {
        _ = try await parse(bytes)
        wrong.append("\(bytes.prefix(20)) was taken")
      } catch let error as SluiceError {
        if error.code != .unreadable || !error.message.contains(reason) { wrong.append(error.message) }
      }
    }
    #expect(wrong.isEmpty)
  }
}
