import Sluice
import SluiceTranscript
import Testing

/// Ways of writing who speaks that no transcript of the development data uses.
struct LabelStyleTests {
  private static let people = ["Maria Lopez", "James O'Neil", "Priya Raman"]
  private static let sentences = [
    "I think the market will settle down by spring.", "What did the committee say about that?",
    "We heard from several members, and they were not happy.", "Thanks for having me on today.",
    "It was a hard year for all of us.", "How did you get started in this work?", "Right.",
    "Well, I grew up near the port, so trade was always there.",
    "The numbers tell a different story, though.",
    "Let me give you an example from our own office.", "Can you say more about the tariffs?", "Absolutely.",
    "We were told that the shipment would arrive in May, but it never came.",
    "I am not sure that I follow you there.",
  ]
  /// Who speaks, and what, by fixed rules.
  private static let turns: [(person: String, text: String)] = (0..<24).map { index in
    let person = people[(index * 7 + index / 5) % 2 == 0 ? 0 : 1 + (index / 2) % 2]
    let text = (0...index % 3).map { sentences[(index * 5 + $0 * 3) % sentences.count] }.joined(
      separator: " ")
    return (person, text)
  }

  private static let styles: [(name: String, label: @Sendable (String, Int) -> String)] = [
    ("dash", { name, _ in "\(name) - " }), ("em dash", { name, _ in "\(name.uppercased()) — " }),
    ("pipe", { name, _ in "\(name) | " }), ("parentheses", { name, _ in "(\(name)) " }),
    ("braces", { name, _ in "{\(name)} " }), ("semicolon", { name, _ in "\(name); " }),
    ("arrow", { name, _ in "\(name) > " }), ("line", { name, _ in "\(name)\n" }),
    ("line in capitals", { name, _ in "\(name.uppercased())\n" }),
    ("heading mark", { name, _ in "### \(name)\n\n" }),
    ("bold without colon", { name, _ in "**\(name)** " }),
    ("number", { name, index in "\(index + 1). \(name.uppercased()): " }),
    ("full stop", { name, _ in "\(name.uppercased()). " }), ("colon and hyphen", { name, _ in "\(name):- " }),
    ("seat and party", { name, _ in "\(name) (Leeds North) (Lab): " }),
    ("three chevrons", { name, _ in ">>> \(name): " }),
    ("office on the line", { name, _ in "\(name) -- Chief Executive Officer\n" }),
    ("organization in brackets", { name, _ in "\(name) [BBC]: " }),
    ("time of the day", { name, index in "\(name)  9:\(index + 10) AM\n" }),
    ("date", { name, index in "12/05/21, 10:\(index + 10) - \(name): " }),
    ("line in capitals with a full stop", { name, _ in "\(name.uppercased()).\n" }),
    ("name over time over speech", { name, index in "\(name)\n\n0:\(index + 10)\n\n" }),
  ]

  private static func text(_ label: (String, Int) -> String) -> String {
    var text =
      "Trade and the port\n\nA conversation with Maria Lopez, James O'Neil and Priya Raman about trade.\n\n"
    for (index, turn) in turns.enumerated() { text += label(turn.person, index) + turn.text + "\n\n" }
    return text
  }

  @Test("Signs around names that come back and take turns are labels, whatever they are")
  func findsUnknownStyles() async throws {
    var wrong: [String] = []
    for (name, label) in Self.styles {
      let document = try await TranscriptFixture.clean(Self.text(label))
      let found = TranscriptFixture.turns(document)
      let expected = Self.turns.map { "\($0.person): \($0.text)" }
      if found != expected { wrong.append("\(name): \(found.count) turns, first \(found.first ?? "none")") }
    }
    #expect(wrong == [])
  }

  @Test("Lists, glossaries, recipes and prose with the same signs are no talk")
  func passesOverOthers() async throws {
    let lists = [
      (0..<20).map { "Item \($0) - a thing that costs five euros and lasts\n\n" }.joined(),
      (0..<20).map {
        "\(["Flour", "Sugar", "Butter"][$0 % 3]) | about \($0) grams of it, sifted twice over the bowl.\n\n"
      }.joined(),
      (0..<20).map { "(Figure \($0)) The valve is shown open, with the cover taken off it.\n\n" }.joined(),
      (0..<20).map {
        "\(["Monday", "Tuesday", "Friday"][$0 % 3]) - The library is open from nine to five on that day.\n\n"
      }.joined(),
      "9:00 Ann Lee\nRivers, and what I learned from them.\n\n10:00 Bob Ray\nHow we built it.\n\n11:00 Ann Lee\nQuestions: what do you want to know?",
      "They are held on these charges. They said: why us? I asked.\n\nAnn B. Lee: Possession of a knife.\n\nVic C. Ray: Two warrants.\n\nJoe D. Lee: Dealing in goods.",
      "Hinweis: Ich komme morgen. Sie auch?\n\nZutaten: Mehl, Eier, Milch.\n\nHinweis: Wir warten auf Sie.\n\nZutaten: Brot, das ich mag.",
      "Battery Life: I think it lasts.\n\nWeak Points: My ears hurt.\n\nBattery Life: You will see.\n\nWeak Points: Why is it so?",
      "So — it rained.\n\nWell — it did.\n\nSo — we left.\n\nWell — we did.\n\nSo — that was that.\n\nWell — it was.",
    ]
    var wrong: [String] = []
    for list in lists {
      let turns = TranscriptFixture.turns(try await TranscriptFixture.clean(list))
      if !turns.isEmpty { wrong.append("\(turns.prefix(2))") }
    }
    #expect(wrong == [])
  }
}
