import Sluice
import SluiceText
import SluiceTranscript
import Testing

struct MojibakeTests {
  /// What a text becomes when its UTF-8 is read as windows-1252.
  private static func broken(_ text: String) -> String {
    let upper: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
      0x17D,
      0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153,
      0x9D,
      0x17E, 0x178,
    ]
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      let value = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(value) { result.append(scalar) }
    }
    return String(result)
  }

  private static func repaired(_ text: String) async throws -> Document {
    var pipeline = try Pipeline {
      ParseText(); CleanMojibake()
    }
    var document = Document(id: "a", source: Source(Array(text.utf8), mediaType: "text/plain"))
    try await pipeline.process(&document)
    return document
  }

  private static let texts = [
    "It’s “quoted” — and café-crème costs 5 € à la carte.", "Der Bürgermeister von Göteborg aß Käse.",
    "Ünïcödé, naïve",
    "Ελληνικά και Русский текст", "日本語のテキスト", "emoji 😀 and more…", "Zażółć gęślą jaźń",
  ]

  @Test("Text that was decoded by the wrong code page comes back, once and twice over, and reverts")
  func repairs() async throws {
    var wrong: [String] = []
    for text in Self.texts {
      for broken in [Self.broken(text), Self.broken(Self.broken(text))] {
        let document = try await Self.repaired(broken)
        if document.text.description != text { wrong.append("\(broken) became \(document.text)") }
        if document.parsedText?.description != broken { wrong.append("\(broken) does not revert") }
      }
    }
    #expect(wrong == [])
  }

  @Test("Only the broken line is repaired, by small edits")
  func repairsLines() async throws {
    let good = "Il a dit « oui », and the price was 5 €.\n"
    let document = try await Self.repaired(
      good + "The caf\u{C3}\u{A9} is open, the na\u{C3}\u{AF}ve said.\n" + good)
    #expect(document.text.description == good + "The café is open, the naïve said.\n" + good)
    #expect(document.edits.entries.map { String(decoding: $0.after, as: UTF8.self) } == ["é", "ï"])
    #expect(document.edits.entries.allSatisfy { $0.kind == .charset })
  }

  @Test("Sound text is left alone: quotes, prices, other scripts, faces")
  func keepsSound() async throws {
    let sound =
      Self.texts + [
        "(ツ) ¯\\_(ツ)_/¯", "LE PRIX EST MARQUÉ…", "40 £ – 50 €", "© 2020 • ® ™", "‘‘quoted’’ ”",
        "Ä Ö Ü ß", "à la mode, Â trois", "½ ¼ × ÷", "Ñandú", "É isso aí…", "\u{FFFD}\u{FFFD}", "Ã",
      ]
    var wrong: [String] = []
    for text in sound {
      let document = try await Self.repaired(text)
      if document.text.description != text { wrong.append("\(text) became \(document.text)") }
    }
    #expect(wrong == [])
  }

  @Test("Hostile texts end in time and revert")
  func withstandsHostileTexts() async throws {
    let hostile = [
      String(repeating: "Ã", count: 40_000), String(repeating: "â€", count: 20_000),
      String(repeating: "ÃƒÂ", count: 15_000), String(repeating: "ð", count: 30_000) + "\u{1A}?",
    ]
    for text in hostile {
      #expect(try await Self.repaired(text).parsedText?.description == text)
    }
  }
}
