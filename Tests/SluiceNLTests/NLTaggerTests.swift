import SluiceNL
import Testing

/// Tables of texts and their tags, written `text/Tag` with `|` between the tokens.
struct NLTaggerTests {
  private static let words: NLTagger.Options = [.omitWhitespace, .omitPunctuation, .omitOther]
  private static let names: Set<NLTag> = [.personalName, .placeName, .organizationName]

  private func tagger(_ text: String, _ schemes: [NLTagScheme] = [.nameType]) -> NLTagger {
    let tagger = NLTagger(tagSchemes: schemes)
    tagger.string = text
    return tagger
  }

  private func table(
    _ tagger: NLTagger, _ scheme: NLTagScheme = .nameType, _ options: NLTagger.Options = [],
    unit: NLTokenUnit = .word
  ) -> String {
    let text = tagger.string ?? ""
    return tagger.tags(in: text.startIndex..<text.endIndex, unit: unit, scheme: scheme, options: options)
      .map { tag, range in "\(text[range])/\(tag?.rawValue ?? "nil")" }.joined(separator: "|")
  }

  private func names(_ tagger: NLTagger, _ options: NLTagger.Options = []) -> String {
    let text = tagger.string ?? ""
    return tagger.tags(
      in: text.startIndex..<text.endIndex, unit: .word, scheme: .nameType, options: Self.words.union(options)
    ).filter { $0.0.map(Self.names.contains) ?? false }
      .map { "\(text[$1])/\($0?.rawValue ?? "nil")" }.joined(separator: "|")
  }

  @Test func namesAreTaggedAsWordsOrJoined() {
    let cases: [(text: String, apart: String, joined: String)] = [
      (
        "Yesterday Angela Merkel flew to Paris.",
        "Angela/PersonalName|Merkel/PersonalName|Paris/PlaceName",
        "Angela Merkel/PersonalName|Paris/PlaceName"
      ),
      (
        "Mr. Barack Obama met the United Nations in New York.",
        "Barack/PersonalName|Obama/PersonalName|United/OrganizationName|Nations/OrganizationName"
          + "|New/PlaceName|York/PlaceName",
        "Barack Obama/PersonalName|United Nations/OrganizationName|New York/PlaceName"
      ),
      // The tagger's mentions have no possessive.
      ("We read Jane Smith's book.", "Jane/PersonalName|Smith/PersonalName", "Jane Smith/PersonalName"),
      ("Nothing is named here.", "", ""),
      ("", "", ""),
      (" \n\t", "", ""),
    ]
    #expect(cases.map { names(tagger($0.text)) } == cases.map(\.apart))
    #expect(cases.map { names(tagger($0.text), .joinNames) } == cases.map(\.joined))
  }

  @Test func tokensLeaveNoGapAndPartNoCharacter() {
    let texts = [
      "👩🏽‍🚀Angela Merkel👍🏽 met Rene\u{301}e Smith 🇫🇷🇩🇪 in Paris❤️‍🔥!",
      "e\u{301}\u{302} \u{301}x – don't… «Zoë»\r\n\r\nNew\u{A0}York\u{0}\u{200D}",
      "我们看到的房子在河的对岸。 البيت الذي رأيناه जो घर हमने देखा",
      "\u{200D}\u{FE0F}👨‍👩‍👧‍👦\u{1F3FD}", "a", "\u{301}", "\r\n",
    ]
    var broken: [String] = []
    for text in texts {
      for options: NLTagger.Options in [[], .joinNames, .joinContractions, [.joinNames, .joinContractions]] {
        var end = text.startIndex
        for (_, range) in tagger(text).tags(
          in: text.startIndex..<text.endIndex, unit: .word, scheme: .nameType, options: options)
        {
          let isWhole = String.Index(range.upperBound, within: text) != nil
          if range.lowerBound != end || range.isEmpty || !isWhole { broken.append(String(text[range])) }
          end = range.upperBound
        }
        if end != text.endIndex { broken.append(text) }
      }
    }
    #expect(broken == [])
  }

  @Test func signsAndCombiningMarksAroundNamesAreNoObstacle() {
    let cases: [(String, String)] = [
      ("👩🏽‍🚀Angela Merkel👍🏽 in 🇫🇷🇩🇪 Paris❤️‍🔥!", "Angela Merkel/PersonalName|Paris/PlaceName"),
      (
        "Mr. Rene\u{301}e Smith left Zu\u{308}rich for Sa\u{303}o Paulo.",
        "Rene\u{301}e Smith/PersonalName|Zu\u{308}rich/PlaceName|Sa\u{303}o Paulo/PlaceName"
      ),
      ("e\u{301}\u{316} «Zürich» — 👨‍👩‍👧‍👦 “Paris”", "Zürich/PlaceName|Paris/PlaceName"),
    ]
    #expect(cases.map { names(tagger($0.0), .joinNames) } == cases.map(\.1))
    // Equal strings may have other scalars: compared by these.
    #expect(
      Array(names(tagger(cases[1].0), .joinNames).unicodeScalars) == Array(cases[1].1.unicodeScalars))
  }

  @Test func optionsLeaveOutAndJoin() {
    let text = tagger("She didn't pay $5, John Smith 👍", [.tokenType, .nameType])
    let cases: [(NLTagScheme, NLTagger.Options, String)] = [
      (
        .tokenType, .omitWhitespace,
        "She/Word|did/Word|n't/Word|pay/Word|$/Other|5/Word|,/Punctuation|John/Word|Smith/Word|👍/Other"
      ),
      (
        .tokenType, [.omitWhitespace, .omitPunctuation, .omitOther, .joinContractions, .joinNames],
        "She/Word|didn't/Word|pay/Word|5/Word|John Smith/Word"
      ),
      (.tokenType, [.omitWords, .omitWhitespace], "$/Other|,/Punctuation|👍/Other"),
      (
        .nameType, [.omitOther, .joinContractions],
        "She/OtherWord| /Whitespace|didn't/OtherWord| /Whitespace|pay/OtherWord| /Whitespace|5/OtherWord"
          + "|,/Punctuation| /Whitespace|John/PersonalName| /Whitespace|Smith/PersonalName| /Whitespace"
      ),
      (.nameType, [.omitWords, .omitWhitespace, .omitPunctuation, .omitOther], ""),
    ]
    #expect(cases.map { table(text, $0.0, $0.1) } == cases.map(\.2))
  }

  @Test func aPlaceOrAPartOfTheTextIsAsked() throws {
    let text = "Hi. Angela Merkel flew to Paris."
    let tagger = tagger(text)
    let inside = try #require(text.firstIndex(of: "k"))
    let (tag, range) = tagger.tag(at: inside, unit: .word, scheme: .nameType)
    #expect(tag == .personalName && text[range] == "Merkel")
    let end = tagger.tag(at: text.endIndex, unit: .word, scheme: .nameType)
    #expect(end.0 == nil && end.1.isEmpty)
    #expect(text[tagger.tokenRange(at: inside, unit: .sentence)] == "Angela Merkel flew to Paris.")
    // What a range touches is given whole.
    let touched = tagger.tags(
      in: inside..<text.index(after: inside), unit: .word, scheme: .nameType, options: .joinNames)
    #expect(touched.map { String(text[$0.1]) } == ["Angela Merkel"])
    #expect(tagger.tags(in: inside..<inside, unit: .word, scheme: .nameType).isEmpty)
    var seen = 0
    tagger.enumerateTags(in: text.startIndex..<text.endIndex, unit: .word, scheme: .nameType) { _, _ in
      seen += 1
      return seen < 3
    }
    #expect(seen == 3)
    // Indices of a longer text are no error.
    tagger.string = "Hi"
    #expect(tagger.tags(in: range, unit: .word, scheme: .nameType).isEmpty)
    #expect(tagger.tag(at: inside, unit: .word, scheme: .nameType).0 == nil)
    tagger.string = nil
    #expect(tagger.tags(in: range, unit: .word, scheme: .nameType).isEmpty && tagger.dominantLanguage == nil)
  }

  @Test func whatIsNotSupportedHasRangesWithoutTags() {
    let text = tagger("Angela Merkel", [.nameType, .lexicalClass])
    #expect(table(text, .lexicalClass, .omitWhitespace) == "Angela/nil|Merkel/nil")
    #expect(table(text, .tokenType, .omitWhitespace) == "Angela/nil|Merkel/nil", "not asked for at init")
    #expect(table(text, unit: .sentence) == "Angela Merkel/nil")
    #expect(!NLTagger.availableTagSchemes(for: .word, language: .english).contains(.lexicalClass))
  }

  @Test func languagesAreThoseOfTheSentences() throws {
    let english = "The house that we saw was on the other side of the river."
    let german = "Das Haus, das wir gesehen haben, stand auf der anderen Seite des Flusses."
    let text = "\(english) \(german)"
    let tagger = tagger(text, [.language])
    #expect(table(tagger, .language, unit: .sentence) == "\(english)/en|\(german)/de")
    let word = try #require(text.range(of: "Haus"))
    #expect(tagger.tag(at: word, unit: .word, scheme: .language).0?.rawValue == "de")
    tagger.setLanguage(.dutch, range: text.startIndex..<text.endIndex)
    #expect(table(tagger, .language, unit: .sentence) == "\(english)/nl|\(german)/nl")
    #expect(tagger.dominantLanguage == .dutch)
  }

  @Test(.timeLimit(.minutes(2))) func aMegabyteIsTaggedInLinearTime() {
    let units: [(String, bytes: Int)] = [
      ("Angela Merkel flew to Paris with Zoe\u{308} Smith. ", 1_000_000), ("👩🏽‍🚀", 300_000), ("🇫🇷", 300_000),
      ("e\u{301}", 300_000), ("Paris-", 300_000), ("a", 1_000_000), ("\n", 1_000_000),
    ]
    for (unit, bytes) in units {
      let text = String(repeating: unit, count: bytes / unit.utf8.count)
      let tagger = tagger(text)
      let tags = tagger.tags(
        in: text.startIndex..<text.endIndex, unit: .word, scheme: .nameType, options: .joinNames)
      #expect(tags.first?.1.lowerBound == text.startIndex && tags.last?.1.upperBound == text.endIndex)
      var index = text.startIndex
      for _ in 0..<1000 {
        _ = tagger.tag(at: index, unit: .word, scheme: .nameType)
        text.formIndex(&index, offsetBy: 1)
      }
    }
  }
}

extension String {
  /// Where a word begins.
  fileprivate func range(of word: String) -> Index? {
    indices.first { self[$0...].hasPrefix(word) }
  }
}
