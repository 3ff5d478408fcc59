import Sluice
import Testing

@Suite struct SettingsTests {
  static func scalar(_ text: String) -> ConfigNode { ConfigNode(.scalar(text)) }

  static func mapping(_ entries: KeyValuePairs<String, ConfigNode>) -> ConfigNode {
    ConfigNode(.mapping(entries.map { ConfigNode.Entry(key: $0.key, keyPosition: nil, value: $0.value) }))
  }

  @Test func everythingIsReadOrComplainedOf() throws {
    let reader = SettingsReader()
    let node = Self.mapping([
      "abbreviations": ConfigNode(.sequence([Self.scalar("U.S."), Self.scalar("Dr.")])),
      "style": Self.scalar("fancy"), "label": Self.scalar("x"),
      "limits": Self.mapping(["max-count": Self.scalar("7"), "patience": Self.scalar("1.5s")]),
      "weights": Self.mapping(["a": Self.scalar("0.5")]),
    ])
    let settings = try #require(SplitStops.Settings.read(node, reader))
    #expect(reader.diagnostics.isEmpty)
    #expect(settings.abbreviations == ["U.S.", "Dr."] && settings.style == .fancy && settings.label == "x")
    #expect(settings.limits.maxCount == 7 && settings.limits.patience == .milliseconds(1500))
    #expect(settings.weights == ["a": 0.5] && settings.strays == false)
    #expect(
      settings.normalForm.jsonText
        == #"{"abbreviations":["U.S.","Dr."],"style":"fancy","limits":{"max-count":7,"patience":"1500ms"},"label":"x","weights":{"a":0.5},"poison":null,"strays":false}"#
    )

    let broken = Self.mapping([
      "abreviations": Self.scalar("x"), "style": Self.scalar("fncy"), "strays": Self.scalar("yes"),
      "limits": Self.mapping([
        "max-count": Self.scalar("700"), "patience": Self.scalar("soon"), "x": Self.scalar(""),
      ]),
      "weights": Self.mapping(["a": Self.scalar("heavy")]), "label": ConfigNode(.sequence([])),
    ])
    _ = SplitStops.Settings.read(broken, reader, in: "split.stops")
    #expect(
      reader.diagnostics.map(\.description) == [
        "error: unknown key 'abreviations' in split.stops; did you mean 'abbreviations'?",
        "error: expected one of plain, fancy, not 'fncy'; did you mean 'fancy'?",
        "error: unknown key 'x' in split.stops.limits; known here: max-count, patience",
        "error: 'max-count' must be from 1 to 100, not 700",
        "error: expected a duration such as 500ms, 5s or 2m, not 'soon'",
        "error: expected a text, not a list",
        "error: expected a number, not 'heavy'",
        "error: expected true or false, not 'yes'",
      ])
  }

  @Test func schemaComesFromTheSameDeclarations() {
    let schema = SplitStops.Settings.schema
    #expect(schema["additionalProperties"] == .bool(false))
    #expect(
      schema["properties"]?["limits"]?["properties"]?["max-count"]?.jsonText
        == #"{"type":"integer","description":"Most sentences.","minimum":1,"maximum":100,"default":50}"#)
    #expect(schema["properties"]?["style"]?["enum"] == .strings(["plain", "fancy"]))
  }

  @Test func jsonIsReadStrictlyAndWrittenAsItWas() throws {
    let text = #"{"a":[1,-2.50,1e9,true,null],"b":"é\"\\\n\u0001😀","c":{}}"#
    #expect(try JSONParser.parse(text).jsonText == text)
    #expect(try JSONParser.parse(#""\ud83d\ude00\/\ud800""#).string == "😀/\u{FFFD}")
    let broken: [(String, Int)] = [
      ("{", 1), ("[1,]", 3), (#"{"a" 1}"#, 5), ("01", 1), ("1 2", 2), (#""\x""#, 2), ("nul", 0), ("\"a", 2),
      (String(repeating: "[", count: 100_000), JSONParser.maximumDepth), ("", 0), ("-", 1),
    ]
    for (text, offset) in broken {
      var found: Int?
      do { _ = try JSONParser.parse(text) } catch { found = error.offset }
      #expect(found == offset, "\(text.prefix(20))")
    }
  }
}
