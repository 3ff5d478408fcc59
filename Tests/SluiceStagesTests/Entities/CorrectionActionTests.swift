import Sluice
import SluiceEntities
import SluiceTesting
import Testing

struct CorrectionActionTests {
  private func stage(_ lines: String) throws -> TagCorrections {
    let path = TemporaryText.path(".jsonl")
    defer { TemporaryText.remove(path) }
    try TemporaryText.write(lines, to: path)
    var settings = CorrectionSettings()
    settings.file = SettingFile(path)
    return try TagCorrections(settings)
  }

  @Test func entitiesAreSplitRelabelledAndAdded() async throws {
    let cases: [(lines: String, text: String, expected: String)] = [
      (
        #"{"version": 1}"# + "\n" + #"{"split": "Bush", "name": "George H. W. Bush"}"#,
        "[George W. Bush|PERSON#1] and [Bush|PERSON#1]", "[George W. Bush|PERSON#1] and [Bush|PERSON#2]"
      ),
      (
        #"{"split": "Blinken, Secretary Yellen", "into": ["Blinken", "Yellen"]}"#,
        "[Yellen|PERSON#1], [Blinken, Secretary Yellen|PERSON#2]",
        "[Yellen|PERSON#1], [Blinken|PERSON#2], Secretary [Yellen|PERSON#1]"
      ),
      (
        #"{"relabel": "RMB", "label": "MONEY"}"#, "[RMB|ORG#1], [RMB|ORG#1]", "[RMB|MONEY#1], [RMB|MONEY#1]"
      ),
      (
        #"{"add": "Belt and Road", "label": "EVENT"}"#,
        "[Xi|PERSON#1] of Belt and Road, the [Belt and Road|ORG#2], a Belt and Roads, Belt  and\nRoad",
        "[Xi|PERSON#1] of [Belt and Road|EVENT#2], the [Belt and Road|ORG#2], a Belt and Roads, [Belt  and\nRoad|EVENT#2]"
      ),
      (#"{"add": "noon", "label": "TIME"}"#, "noon", "[noon|TIME]"),
      (#"{"add": "’s", "label": "ORG"}"#, "", ""),
      (
        #"{"split": "Xi", "label": "GPE"}"#, "[Xi Jinping|PERSON#1], [Xi|PERSON#1]",
        "[Xi Jinping|PERSON#1], [Xi|GPE#2]"
      ),
    ]
    for one in cases {
      var stage = try stage(one.lines)
      var document = MarkedDocument.make(one.text)
      document.enter(.tag)
      try await stage.process(&document)
      #expect(MarkedText.mark(document, withIdentities: true) == one.expected)
      #expect(document.brokenInvariants() == [])
    }
  }

  @Test func eachUseIsReported() async throws {
    let stage = try stage(#"{"drop": "Xi"}"# + "\n" + #"{"relabel": "Mao", "label": "ORG"}"#)
    var worker = stage
    for _ in 0..<2 {
      var document = MarkedDocument.make("[Xi|PERSON#1]")
      try await worker.process(&document)
    }
    let remarks = stage.remarks.map { $0.split(separator: "/").first.map(String.init) ?? "" }
    #expect(remarks == ["used in 2 documents: ", "never used: "])
    #expect(stage.remarks[0].hasSuffix(".jsonl:1:1: drop 'Xi'"))
  }
}
