import SluiceNL
import Testing

struct NLGazetteerTests {
  private func tags(
    _ text: String, _ gazetteers: [NLGazetteer], _ options: NLTagger.Options = .joinNames,
    scheme: NLTagScheme = .nameType, language: NLLanguage? = nil
  ) -> String {
    let tagger = NLTagger(tagSchemes: [scheme])
    tagger.string = text
    if let language { tagger.setLanguage(language, range: text.startIndex..<text.endIndex) }
    tagger.setGazetteers(gazetteers, for: scheme)
    return tagger.tags(
      in: text.startIndex..<text.endIndex, unit: .word, scheme: scheme,
      options: options.union([.omitWhitespace, .omitPunctuation])
    ).filter { $0.0 != nil && $0.0 != .otherWord && $0.0 != .other }
      .map { "\(text[$1])/\($0?.rawValue ?? "")" }.joined(separator: "|")
  }

  @Test func termsHaveTheirLabels() throws {
    let gazetteer = try NLGazetteer(
      dictionary: ["Drink": ["flat white", "Cafe\u{301}"], "Colour": ["flat white"], "Empty": ["", " "]],
      language: .english)
    #expect(
      ["flat white", "Café", "café", "flat", "unknown"].map { gazetteer.label(for: $0) }
        == ["Colour", "Drink", nil, nil, nil])
    #expect(gazetteer.language == .english)
  }

  @Test func labelsWinOverTheTagger() throws {
    let own = try NLGazetteer(
      dictionary: [
        "Ship": ["Angela", "HMS Paris"], "Drink": ["flat white", "flat white with milk", "Café"],
        "Mood": ["👍🏽"],
        NLTag.organizationName.rawValue: ["Paris"],
      ], language: .english)
    let other = try NLGazetteer(dictionary: ["Bar": ["Paris", "Paris Bar"]], language: nil)
    let text = "Angela Merkel flew to Paris."
    let cases: [(String, [NLGazetteer], String)] = [
      (text, [], "Angela Merkel/PersonalName|Paris/PlaceName"),
      // A name that a term touches is none.
      (text, [own], "Angela/Ship|Paris/OrganizationName"),
      (text, [own, other], "Angela/Ship|Paris/OrganizationName"),
      (text, [other, own], "Angela/Ship|Paris/Bar"),
      // The longest term, over any white space.
      ("In the Paris Bar, he saw HMS  Paris.", [own, other], "Paris Bar/Bar|HMS  Paris/Ship"),
      ("A flat white with milk👍🏽", [own], "flat white with milk/Drink|👍🏽/Mood"),
      ("A flat white with a Cafe\u{301}.", [own], "flat white/Drink|Cafe\u{301}/Drink"),
      // Whole tokens, with their case.
      ("A flatter white, Flat white, a flat", [own], ""),
      ("", [own], ""),
    ]
    #expect(cases.map { tags($0.0, $0.1) } == cases.map(\.2))
    #expect(tags("A flat white", [own], []) == "flat/Drink|white/Drink")
    #expect(tags("A flat white", [own], scheme: NLTagScheme("Order")) == "flat white/Drink")
    #expect(tags("A flat white", [own], language: .german) == "")
  }
}
