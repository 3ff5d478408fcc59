import Sluice
import SluiceText
import SluiceTranscript
import Testing

struct PunctuationTests {
  private static func restored(_ text: String, always: Bool = false) async throws -> Document {
    var settings = CleanPunctuation.Settings()
    settings.when = always ? .always : .missing
    let stage = try CleanPunctuation(settings)
    var pipeline = try Pipeline {
      ParseText(); stage
    }
    var document = Document(id: "a", source: Source(Array(text.utf8), mediaType: "text/plain"))
    document.metadata.set("language", .string("en"))
    try await pipeline.process(&document)
    return document
  }

  private static let bare =
    "so thank you all for coming today the president will speak with the prime minister this afternoon and i will have "
    + "more to say about that tomorrow what is your question do you have an update on the talks with israel well i do not"

  @Test("Text without marks gets marks and capitals, the words stay, and it reverts")
  func restores() async throws {
    for text in [Self.bare, Self.bare.uppercased()] {
      let document = try await Self.restored(text)
      let result = document.text.description
      let words = result.lowercased().filter { $0.isLetter || $0 == " " }
      #expect(words == Self.bare && result.hasSuffix(".") && result.contains("Israel"))
      #expect(document.parsedText?.description == text)
      #expect(document.edits.entries.allSatisfy { [.punctuation, .case].contains($0.kind) })
    }
  }

  @Test("Words with full stops and strokes are one, and a short text is restored where that is always wanted")
  func keepsWordsWhole() async throws {
    var wrong: [String] = []
    for text in [
      "we meet at 5 p.m in the u.s and open 24/7 for q&a", "thank you so much", "it’s a well-known u.n plan",
    ] {
      let result = try await Self.restored(text, always: true).text.description
      let isSplit = zip(result.lowercased().split(separator: " "), text.split(separator: " ")).contains {
        !$0.hasPrefix($1) || $0.count > $1.count + 1
      }
      if isSplit || !result.hasSuffix(".") && !result.hasSuffix("?") { wrong.append(result) }
    }
    #expect(wrong == [])
  }

  @Test("Text that has marks, is short or is not English is left alone")
  func leavesAlone() async throws {
    let cases = [
      "So thank you all. The talks, as I said, go on; we will see. And that is all that I can say, for now, to you.",
      "um yes", "x",
      "der minister spricht am nachmittag mit dem präsidenten und das ist nicht ein gespräch wie die anderen",
    ]
    var wrong: [String] = []
    for text in cases {
      let language = text.hasPrefix("der") ? "de" : "en"
      let stage = try CleanPunctuation()
      var pipeline = try Pipeline {
        ParseText(); stage
      }
      var document = Document(id: "a", source: Source(Array(text.utf8), mediaType: "text/plain"))
      document.metadata.set("language", .string(language))
      try await pipeline.process(&document)
      if document.text.description != text { wrong.append(document.text.description) }
    }
    #expect(wrong == [])
  }

  @Test("Hostile texts keep their words and revert")
  func withstandsHostileTexts() async throws {
    let hostile = [
      String(repeating: "a ", count: 40_000), String(repeating: "É\u{301}ß ", count: 5000),
      String(repeating: "x\n\n", count: 10_000),
    ]
    for text in hostile {
      #expect(try await Self.restored(text, always: true).parsedText?.description == text)
    }
  }
}
