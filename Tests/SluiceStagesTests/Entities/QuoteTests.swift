import Sluice
import SluiceEntities
import SluiceTesting
import Testing

struct QuoteTests {
  private struct Case {
    var text: String
    var expected: [String]
  }

  private static func cases(_ name: String = "quotes.txt") throws -> [Case] {
    let file = String(decoding: try Fixture.bytes("Quotes/\(name)"), as: UTF8.self)
    return file.split(separator: "\n\n").compactMap { part in
      let lines = part.split(separator: "\n").filter { !$0.hasPrefix("#") }
      guard !lines.isEmpty else { return nil }
      return Case(
        text: lines.filter { !$0.hasPrefix("= ") }.joined(separator: "\n"),
        expected: lines.filter { $0.hasPrefix("= ") }.map { String($0.dropFirst(2)) })
    }
  }

  private static func describe(_ document: Document) -> [String] {
    (document[.quotes]?.rows ?? []).map { row in
      let speaker = row.speaker.map { document.text[$0] } ?? "-"
      let parts = [
        row.kind.rawValue + (row.continues ? "+" : ""), speaker + (row.entity > 0 ? "#\(row.entity)" : ""),
        row.cue.map { document.text[$0] } ?? "-", document.text[row.range].replacing("\n\n", with: "¶"),
      ]
      return parts.joined(separator: " | ")
    }
  }

  @Test func quotationsHaveTheirSpeakers() async throws {
    var stage = TagQuotes()
    let cases = try Self.cases()
    var wrong: [String] = []
    for one in cases {
      var document = MarkedDocument.make(one.text)
      document.enter(.tag)
      try await stage.process(&document)
      let found = Self.describe(document)
      if found != one.expected {
        wrong.append("\(one.text)\n  expected \(one.expected)\n  found \(found)")
      }
    }
    #expect(cases.count > 35)
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  /// A sample that was written and marked before the rules saw it: kind, speaker and words of nine in ten are right.
  @Test func nineOfTenQuotationsOfASampleAreFound() async throws {
    var stage = TagQuotes()
    var right = 0, wanted = 0, found = 0
    var wrong: [String] = []
    for one in try Self.cases("sample.txt") {
      var document = MarkedDocument.make(one.text)
      document.enter(.tag)
      try await stage.process(&document)
      let rows = Self.describe(document)
      wanted += one.expected.count
      found += rows.count
      right += rows.count { one.expected.contains($0) }
      if rows != one.expected { wrong.append("\(one.text)\n  expected \(one.expected)\n  found \(rows)") }
    }
    #expect(wanted >= 60)
    let f1 = 2 * Double(right) / Double(wanted + found)
    #expect(f1 >= 0.9, "\(right) of \(wanted), \(found) found\n\(wrong.joined(separator: "\n"))")
  }

  @Test func reportedSpeechCanBeLeftOut() async throws {
    var settings = TagQuotes.Settings()
    settings.reported = false
    var stage = TagQuotes(settings)
    var document = MarkedDocument.make("[Ann|PERSON#1] said that it rains.\n“It rains,” said [Ann|PERSON#1].")
    try await stage.process(&document)
    #expect(document[.quotes]?.rows.map(\.kind) == [.direct])
  }

  @Test func itKeepsThePromisesOfAStage() async throws {
    let hostile =
      [
        String(repeating: "“", count: 100_000), String(repeating: "”", count: 100_000),
        String(repeating: "\"", count: 100_000), String(repeating: "“a,” said ", count: 20_000),
        String(repeating: "He said ", count: 50_000), String(repeating: "'a ", count: 50_000),
        String(repeating: "“a\n\n", count: 20_000), String(repeating: "according to , ", count: 20_000),
        "“", "”said", "\u{2019}", "said", ", said", "“”said", "“ ” said X",
      ].enumerated().map { Fixture.document($0.element, id: "hostile \($0.offset)") } + HostileText.all
    let marked = try Self.cases().enumerated().map {
      MarkedDocument.make($0.element.text, id: "\($0.offset)")
    }
    #expect(try await checkStage(TagQuotes(), on: hostile + marked) == [])
  }
}
