import Sluice
import SluiceSentences
import Testing

struct SplitSentencesTests {
  @Test func englishIsSplitAsMarked() async throws {
    for test in try Case.read("english.txt") {
      let split = try await sentences(of: test.text)
      #expect(split == test.sentences, "\(split.joined(separator: " ¦ "))")
    }
  }

  @Test func otherLanguagesFollowTheirOwnRules() async throws {
    for (language, test) in try Case.readByLanguage("languages.txt") {
      let split = try await sentences(of: test.text, language: language)
      #expect(split == test.sentences, "\(language): \(split.joined(separator: " ¦ "))")
    }
  }

  @Test func aStreamGivesTheSameSentencesAsTheWhole() async throws {
    let paragraph = try Case.read("english.txt").map(\.text).joined(separator: " ")
    let text = [paragraph, "a) One\nb) Two", paragraph + paragraph + paragraph, "[1] Note. End"].joined(
      separator: "\n\n")
    let document = try await process(text, SplitSentences())
    let whole = (document[.sentences]?.ranges ?? []).map(\.bounds)
    for size in [1, 7, 100, 1500, 100_000] {
      var stream = SentenceStream()
      var found: [Range<Int>] = []
      var start = 0
      let bytes = Array(text.utf8)
      while start < bytes.count {
        found += stream.append(bytes[start..<min(bytes.count, start + size)])
        start += size
      }
      found += stream.finish()
      #expect(found == whole, "in pieces of \(size)")
    }
  }

  /// The work is linear in the length of the text: none of these would end in a lifetime if it were not.
  @Test func hostileTextsAreSplitInTime() async throws {
    let pieces = [
      "\n", " ", ".", ". ", " .", "!", "(", ")", "[1]", "http://a.", "\"", "…", "\u{200B}", "\u{A0}", "1. ",
      "a\n", "I. ", ":)", "。", "a-",
      "@", "10:25 ", "''",
    ]
    for piece in pieces {
      let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
      let document = try await process(text, SplitSentences())
      let tokens = try await process(text, SplitTokens())
      #expect((document[.sentences]?.count ?? 0) <= text.utf8.count && tokens[.tokens] != nil)
    }
  }

  @Test func settingsChangeWhatEndsASentence() async throws {
    let lines = "First line\nSecond line. Third"
    #expect(
      try await sentences(of: lines) { $0.newlines = .hard } == ["First line", "Second line.", "Third"])
    #expect(try await sentences(of: lines) { $0.newlines = .soft } == ["First line\nSecond line.", "Third"])
    let speech = "we came late. dogs were barking."
    #expect(
      try await sentences(of: speech) { $0.profile = .transcript } == ["we came late.", "dogs were barking."])
    let terms = "The Verw. Gericht ruled. It was late."
    #expect(
      try await sentences(of: terms) { $0.abbreviations = ["Verw."] } == [
        "The Verw. Gericht ruled.", "It was late.",
      ])
  }

  @Test func abbreviationsComeFromAFile() async throws {
    let text = "The Abt. Nord met. The Verw. Gericht ruled."
    let split = try await sentences(of: text) {
      $0.abbreviationFile = SettingFile(Case.path(of: "abbreviations.txt"))
    }
    #expect(split == ["The Abt. Nord met.", "The Verw. Gericht ruled."])
    await #expect(throws: SluiceError.self) {
      try await sentences(of: text) { $0.abbreviationFile = SettingFile("/nowhere/abbreviations.txt") }
    }
  }

  @Test func bordersOfBlocksPartSentences() async throws {
    let text = "a heading without a mark\nand a line that goes on\n\u{200B}\n. \nThe end."
    #expect(
      try await sentences(of: text, linesAreBlocks: true)
        == ["a heading without a mark", "and a line that goes on", ".", "The end."])
  }

  /// Whatever comes in: sentences stand in order, do not overlap, are trimmed and not blank, and cover all that
  /// is visible.
  @Test func everyTextIsCoveredByTrimmedSentences() async throws {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "a", "Z", "é", "Ж", "語", "。", "7", " ", " ", "\n", "\r\n", "\t", ".", "!", "?", "…", "\u{A0}",
      "\u{2029}", "\u{200B}",
      "\"", "”", "(", ")", "[1]", ":", ";", "-", "•", "\u{3000}", "\0", "😀", "\u{FEFF}", "Mr.", "U.S.", "1.",
      "www.x.org",
    ]
    for length in 0..<400 {
      let text = (0..<length).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let document = try await process(text, SplitSentences(), linesAreBlocks: length.isMultiple(of: 3))
      var end: Int32 = 0
      var rest: [UInt8] = []
      var isSound = true
      for range in document[.sentences]?.ranges ?? [] {
        let words = document.text[range]
        isSound = isSound && range.start >= end && !words.isEmpty
        isSound = isSound && words.unicodeScalars.first?.properties.isWhitespace == false
        isSound = isSound && words.unicodeScalars.last?.properties.isWhitespace == false
        rest += document.text.bytes[Int(end)..<Int(range.start)]
        end = range.end
      }
      rest += document.text.bytes[Int(end)...]
      let visible = String(decoding: rest, as: UTF8.self).unicodeScalars.filter { scalar in
        !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format && scalar.value > 0x20
      }
      #expect(isSound && visible.isEmpty, "\(text.debugDescription)")
    }
  }
}

/// The table that is linked in is the one that the assembler file names: a stale or missing table is noticed.
@Test func theShippedTableIsTheOneThatIsNamed() throws {
  let model = try #require(SplitSentences().model)
  let root = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
    separator: "/")
  let file = String(decoding: try FileBytes.read("\(root)/Sources/CSluiceModels/models.S"), as: UTF8.self)
  let hash = try #require(model.split(separator: "-").last)
  #expect(file.contains("\"split-english.bin\") // \(hash)\n"))
}
