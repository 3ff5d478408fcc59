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

  @Test("A text is restored by itself where less than 2 % of its words carry a mark")
  func restoresBelowTwoPercent() async throws {
    var wrong: [String] = []
    for (words, marks, isRestored) in [
      (200, 0, true), (200, 3, true), (200, 4, false), (200, 20, false), (100, 1, true), (100, 2, false),
      (12, 0, true), (11, 0, false), (50, 1, false), (51, 1, true),
    ] {
      // The marks stand behind the first words.
      let all = Self.bare.split(separator: " ").map(String.init)
      let text = (0..<words).map { all[$0 % all.count] + ($0 < marks ? "," : "") }.joined(separator: " ")
      let document = try await Self.restored(text)
      let result = document.text.description
      if (result != text) != isRestored { wrong.append("\(marks) of \(words)") }
      let plain = result.lowercased().filter { $0.isLetter || $0 == " " }
      if plain != text.filter({ $0.isLetter || $0 == " " }) { wrong.append("words of \(marks) of \(words)") }
    }
    #expect(wrong == [])
  }

  @Test("Hostile texts keep their words, and every edit maps back to its bytes")
  func withstandsHostileTexts() async throws {
    let hostile = [
      "... ,,, ?!", "1 2 3 4 5 6 7 8 9 10 11 12 13 14", "\u{0}\u{FEFF}\u{200B} a",
      "-' a'- '' & / a&/b a.",
      String(repeating: "a ", count: 40_000), String(repeating: "É\u{301}ß ", count: 5000),
      String(repeating: "x\n\n", count: 10_000), String(repeating: "abcdefgh", count: 100_000),
      String(repeating: "我们今天在北京开会", count: 2000), String(repeating: "🙂 ", count: 3000),
      String(repeating: "well i do not know what you mean ", count: 3000),
    ]
    var wrong: [String] = []
    for text in hostile {
      let document = try await Self.restored(text, always: true)
      let name = String(text.prefix(12))
      var parse = try Pipeline { ParseText() }
      var parsed = Document(id: "a", source: Source(Array(text.utf8), mediaType: "text/plain"))
      try await parse.process(&parsed)
      if document.parsedText?.description != parsed.text.description { wrong.append("\(name): parsed") }
      func words(_ text: String) -> [Unicode.Scalar] {
        text.lowercased().unicodeScalars.filter { ![".", ",", "?"].contains($0) }
      }
      if words(document.text.description) != words(parsed.text.description) { wrong.append("\(name): words") }
      let map = document.alignment.segments.map(\.source)
      if zip(map, map.dropFirst()).contains(where: { $0.end > $1.start }) { wrong.append("\(name): order") }
    }
    #expect(wrong == [])
    var settings = CleanPunctuation.Settings()
    settings.when = .always
    var stage = try CleanPunctuation(settings)
    var empty = Document(id: "a", source: Source([], mediaType: "text/plain"))
    try await stage.process(&empty)
    #expect(empty.edits.entries.isEmpty)
  }

  @Test("Texts longer than the network reads at once keep their words and get marks throughout")
  func readsLongTextsInStretches() async throws {
    // Four hundred words and more are read in stretches; words in the middle of each get what they get alone.
    let unit = Self.bare + " "
    let once = try await Self.restored(Self.bare, always: true).text.description
    let many = try await Self.restored(String(repeating: unit, count: 40), always: true).text.description
    #expect(once.contains("Israel") && many.lowercased().contains("prime minister"))
    #expect(many.split(separator: " ").count == 40 * once.split(separator: " ").count)
    #expect(many.count { $0 == "." || $0 == "?" } >= 80)
  }
}
