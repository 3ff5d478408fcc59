import Sluice
import SluiceEntities
import SluiceTesting
import Testing

struct PatternTests {
  /// A stage from patterns as JSON Lines.
  private func settings(_ lines: String, priority: MatchPriority = .before) throws -> PatternSettings {
    let reader = SettingsReader()
    var settings = PatternSettings()
    settings.patterns = try lines.split(separator: "\n").compactMap {
      PatternEntry.read(Self.node(try JSONParser.parse(String($0))), reader)
    }
    #expect(reader.diagnostics.isEmpty)
    settings.priority = priority
    return settings
  }

  private static func node(_ value: JSONValue) -> ConfigNode {
    switch value {
    case .null: ConfigNode(.null)
    case .array(let values): ConfigNode(.sequence(values.map(node)))
    case .object(let members):
      ConfigNode(.mapping(members.map { .init(key: $0.key, keyPosition: nil, value: node($0.value)) }))
    default: ConfigNode(.scalar(value.scalarText ?? ""))
    }
  }

  private func mark(_ patterns: String, _ text: String, priority: MatchPriority = .before) async throws
    -> String
  {
    var stage = try TagPatterns(settings(patterns, priority: priority))
    var document = MarkedDocument.make(text)
    if !text.contains("[") { document[.entities] = nil }
    document.enter(.tag)
    try await stage.process(&document)
    return MarkedText.mark(document, withIdentities: false)
  }

  @Test func testsOfTokensMatch() async throws {
    let cases: [(pattern: String, text: String, expected: String)] = [
      (
        #"{"label":"ORG","phrase":"Shanghai Cooperation Organisation"}"#,
        "the Shanghai  Cooperation\nOrganisation's aims",
        "the [Shanghai  Cooperation\nOrganisation|ORG]'s aims"
      ),
      (#"{"label":"ORG","phrase":"UN"}"#, "UN, UNO, un", "[UN|ORG], UNO, un"),
      (#"{"label":"ORG","phrase":"un","ignore-case":true}"#, "UN, UNO, un", "[UN|ORG], UNO, [un|ORG]"),
      (#"{"label":"GPE","phrases":["U.S.","US"]}"#, "the U.S. and the US", "the [U.S.|GPE] and the [US|GPE]"),
      (#"{"label":"X","phrase":"don't"}"#, "I don’t know", "I [don’t|X] know"),
      (
        #"{"label":"LAW","tokens":[{"text":"Section"},{"regex":"\\d+[A-Z]?"},{"gap":"0..3"},{"text":"Act"}]}"#,
        "Section 12A of the Act. Section 9 Act. Section 1 of the very long Act. Section A Act",
        "[Section 12A of the Act|LAW]. [Section 9 Act|LAW]. Section 1 of the very long Act. Section A Act"
      ),
      (#"{"label":"Y","tokens":[{"shape":"dddd"}]}"#, "1984 198 19845 x1984", "[1984|Y] 198 [19845|Y] x1984"),
      (
        #"{"label":"Y","tokens":[{"shape":"Xxx"},{"shape":"Xxxx"}]}"#, "Ann Poes ann Poe",
        "[Ann Poes|Y] ann Poe"
      ),
      (
        #"{"label":"T","tokens":[{"lower":"prime","optional":true},{"any-lower":["minister","vice president"]}]}"#,
        "Prime Minister, minister, Vice President, prime",
        "[Prime Minister|T], [minister|T], [Vice President|T], prime"
      ),
      (#"{"label":"A","tokens":[{"any":["a","b"]},{"text":"c"}]}"#, "a c b c B c", "[a c|A] [b c|A] B c"),
      (
        #"{"label":"A","tokens":[{"text":"a"},{"gap":"2"},{"text":"b"}]}"#, "a x b a x y b",
        "a x b [a x y b|A]"
      ),
      (
        #"{"label":"R","tokens":[{"regex":"(ab|cd){2,3}e?"}]}"#, "abcd ababab ab abcde abx",
        "[abcd|R] [ababab|R] ab [abcde|R] abx"
      ),
      (
        #"{"label":"R","tokens":[{"regex":"[^aeiou]+"}]}"#, "rhythm and blues Жж",
        "[rhythm|R] and blues [Жж|R]"
      ),
      (#"{"label":"R","tokens":[{"regex":"É.*"}]}"#, "École ecole", "[École|R] ecole"),
      (#"{"label":"P","phrase":"a b"}"#, "a\n\nb a b", "a\n\nb [a b|P]"),
      (
        #"{"label":"P","phrase":"a b"}"# + "\n" + #"{"label":"Q","phrase":"a b c"}"#, "a b c a b",
        "[a b c|Q] [a b|P]"
      ),
    ]
    for one in cases {
      #expect(try await mark(one.pattern, one.text) == one.expected, "\(one.pattern)")
    }
  }

  @Test func overlapsAreSettledByPriority() async throws {
    let pattern = #"{"label":"POLICY","phrase":"Belt and Road"}"#
    let text = "the [Belt|ORG#1] and [Road Initiative|EVENT#2] of [Xi|PERSON#3]"
    #expect(
      try await mark(pattern, text) == "the [Belt and Road|POLICY] Initiative of [Xi|PERSON]")
    #expect(
      try await mark(pattern, text, priority: .after)
        == "the [Belt|ORG] and [Road Initiative|EVENT] of [Xi|PERSON]")
    // Equal numbers: the longer wins.
    let zero = try #require(MatchPriority(0))
    #expect(
      try await mark(pattern, text, priority: zero)
        == "the [Belt|ORG] and [Road Initiative|EVENT] of [Xi|PERSON]")
    #expect(try await mark(pattern, "[Belt|ORG] and Road", priority: zero) == "[Belt and Road|POLICY]")
  }

  @Test func thingsOfOneIdShareAnIdentity() async throws {
    let patterns = """
      {"label":"ORG","id":"Q485207","name":"Shanghai Cooperation Organisation","phrases":["SCO","Shanghai Cooperation Organisation"]}
      {"label":"ORG","id":"Q485207","phrase":"Shanghai Pact"}
      """
    var stage = try TagPatterns(settings(patterns))
    let other = stage
    var document = MarkedDocument.make(
      "[Xi|PERSON#1] of the [SCO|GPE#2]: the Shanghai Pact, the Shanghai Cooperation Organisation, [SCO|GPE#2]"
    )
    try await stage.process(&document)
    #expect(
      MarkedText.mark(document, withIdentities: true)
        == "[Xi|PERSON#1] of the [SCO|ORG#2]: the [Shanghai Pact|ORG#2], the [Shanghai Cooperation Organisation|ORG#2], [SCO|ORG#2]"
    )
    #expect(
      document[.entities]?.index.map { "\($0.name) \($0.key ?? "-") \($0.mentions)" } == [
        "Xi - 1", "Shanghai Cooperation Organisation Q485207 4",
      ])
    #expect(other.remarks.isEmpty)
  }

  @Test func mistakesAreReportedAtTheirPlaces() throws {
    let cases: [(line: String, complaint: String)] = [
      (#"{"label":"ORG"}"#, "a pattern needs a phrase or tokens"),
      (#"{"phrase":"x"}"#, "needs the setting 'label'"),
      (#"{"label":"org","phrase":"x"}"#, "'org' is no label"),
      (#"{"label":"A","phrase":"x","tokens":[{"text":"x"}]}"#, "not both"),
      (#"{"label":"A","tokens":[{}]}"#, "token 1 has no test"),
      (#"{"label":"A","tokens":[{"text":"x","lower":"x"}]}"#, "token 1 has 2 tests"),
      (#"{"label":"A","tokens":[{"regex":"(a"}]}"#, "'(' without ')'"),
      (#"{"label":"A","tokens":[{"regex":"a**"}]}"#, "nothing to repeat"),
      (#"{"label":"A","tokens":[{"regex":"a{65}"}]}"#, "a count above 64"),
      (#"{"label":"A","tokens":[{"regex":"(((((){64}){64}){64}){64}){64}"}]}"#, "counts of counts"),
      (#"{"label":"A","tokens":[{"regex":"^a"}]}"#, "there are no anchors"),
      (#"{"label":"A","tokens":[{"shape":"xxxxx"}]}"#, "no token has the shape"),
      (#"{"label":"A","tokens":[{"text":"a"},{"gap":"3..1"},{"text":"b"}]}"#, "is no gap"),
      (#"{"label":"A","tokens":[{"gap":"1"},{"text":"b"}]}"#, "cannot begin or end with a gap"),
      (
        #"{"label":"A","tokens":[{"text":"b","optional":true}]}"#, "every token of the pattern may be missing"
      ),
      (#"{"label":"A","phrase":" "}"#, "a phrase has a word at least"),
      (#"{"labl":"A","phrase":"a"}"#, "did you mean 'label'?"),
      (#"["a"]"#, "expected an object"),
      (#"{"label":"A""#, "this is no JSON"),
    ]
    for (index, one) in cases.enumerated() {
      let path = "/tmp/sluice-patterns-\(index)-\(UInt64.random(in: 0...UInt64.max)).jsonl"
      try TemporaryText.write("# a comment\n\n\(one.line)\n", to: path)
      defer { TemporaryText.remove(path) }
      var settings = PatternSettings()
      settings.file = SettingFile(path)
      let error = #expect(throws: ConfigurationError.self) { try TagPatterns(settings) }
      let text = error?.description ?? ""
      #expect(text.hasPrefix("\(path):3:") && text.contains(one.complaint), "\(one.line): \(text)")
    }
  }

  @Test func itKeepsThePromisesOfAStage() async throws {
    let patterns = """
      {"label":"A","tokens":[{"regex":"(a|A|b)*"},{"gap":"0..20"},{"regex":".*x"}]}
      {"label":"B","phrase":"of the"}
      {"label":"C","tokens":[{"shape":"Xx"},{"shape":"Xx","optional":true}]}
      {"label":"D","phrase":"1-"}
      """
    #expect(try await checkStage(TagPatterns(settings(patterns)), on: HostileText.all) == [])
    #expect(try await checkStage(TagPatterns(), on: HostileText.all) == [])
  }
}
