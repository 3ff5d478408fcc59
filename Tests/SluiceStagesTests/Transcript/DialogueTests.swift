import Sluice
import SluiceTranscript
import Testing

/// Labels in documents of any length, by exporters of transcripts, reporters of hearings and people.
struct DialogueTests {
  private static let sentences = [
    "I think the market will settle down by spring.", "What did the committee say about that?",
    "We heard from several members, and they were not happy with it.",
    "Thanks for having me on today, I mean it.",
    "It was a hard year for all of us.", "How did you get started in this work?",
    "Well, I grew up near the port, so trade was always there.",
    "The numbers tell a different story, though.",
    "Let me give you an example from our own office.", "Can you say more about the tariffs?",
    "I was told that the shipment would arrive in May, but it never came.",
    "I am not sure that I follow you there.",
  ]

  private struct Style {
    var name: String
    var people: [String]
    var lengths = [3, 6, 24]
    var label: @Sendable (String, Int) -> String
  }

  private static let people = ["Maria Lopez", "Peter van der Berg", "Björn Åkesson"]

  private static func time(_ index: Int) -> String {
    let seconds = index * 17
    return "00:\(seconds / 600)\(seconds / 60 % 10):\(seconds / 10 % 6)\(seconds % 10)"
  }

  private static let styles = [
    Style(name: "colon", people: people) { name, _ in "\(name): " },
    Style(name: "bracketed voices", people: ["Speaker 1", "Speaker 2"]) { name, _ in "[\(name)] " },
    Style(name: "diarization", people: ["SPEAKER_00", "SPEAKER_01"]) { name, _ in "\(name): " },
    Style(name: "ranges of times", people: ["SPEAKER_00", "SPEAKER_01"]) { name, index in
      "[\(time(index)) - \(time(index + 1))] \(name): "
    },
    Style(name: "dash before", people: people) { name, _ in "— \(name): " },
    Style(name: "letters", people: ["I", "R"], lengths: [6, 24]) { name, _ in "\(name): " },
    Style(name: "committee", people: ["Chairman Brown", "Ms. Waters", "Mr. Hill"], lengths: [6, 24]) {
      name, _ in
      "\(name). "
    },
    Style(name: "senate", people: ["Sen. WARREN", "THE PRESIDENT", "Rep. SMITH of Ohio"]) { name, _ in
      "\(name). "
    },
    Style(name: "time below", people: people) { name, index in "\(name)\n\(time(index))\n" },
    Style(name: "time and tab", people: people, lengths: [24]) { name, index in "\(time(index))\t\(name)\t" },
    Style(name: "Cyrillic", people: ["Иван Петров", "Мария Соколова"]) { name, _ in "\(name): " },
    Style(name: "Greek", people: ["Γιώργος Παππάς", "Ελένη Νικολάου"]) { name, _ in "\(name): " },
    Style(name: "wide colon", people: ["王小明", "李华"]) { name, _ in "\(name)：" },
  ]

  @Test("Short and long dialogues have their turns, whatever the style")
  func findsTurns() async throws {
    var wrong: [String] = []
    for style in Self.styles {
      for length in style.lengths {
        var text = "Trade and the port\n\nMay 12, 2021\n\n"
        for index in 0..<length {
          text += style.label(style.people[index % style.people.count], index)
          text += "\(Self.sentences[(index * 5) % 12]) \(Self.sentences[(index * 5 + 3) % 12])\n\n"
        }
        let turns = TranscriptFixture.turns(try await TranscriptFixture.clean(text))
        if turns.count != length {
          wrong.append("\(style.name), \(length): \(turns.count) turns, \(turns.first ?? "none")")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("Headings, notes, products and verses are no dialogue")
  func passesOverOthers() async throws {
    let texts = [
      "Note: the office is closed on Monday.\n\nSource: our own survey of 300 members.\n\nNote: we open again on Tuesday.",
      "Best For: people who want a small car.\n\nBottom Line: I would buy it again, would you?\n\n"
        + "Best For: families who travel a lot.\n\nBottom Line: we liked the seats, and I liked the price.",
      "John 3:16 For God so loved the world.\n\nMark 4:9 He that hath ears to hear, let him hear.\n\n"
        + "John 3:17 For God sent not his Son to condemn.",
      "The bus leaves at 3:30 and I take it.\n\nThe ratio was 2:1, did you know?\n\nSee http://example.org: I wrote it.",
      "Strong Points\nI like that there are no fees at all.\n\nWeak Points\nI could not find a way to pay by card.\n\n"
        + "Strong Points\nWhat I like is the editor.\n\nWeak Points\nWe missed a shop.",
    ]
    var wrong: [String] = []
    for text in texts {
      let turns = TranscriptFixture.turns(try await TranscriptFixture.clean(text))
      if !turns.isEmpty { wrong.append("\(turns.prefix(2))") }
    }
    #expect(wrong == [])
  }
}
