import Sluice
import SluiceTranscript
import Testing

struct RestartTests {
  /// Enough words for a few to go.
  private static let speech = String(
    repeating: "People have told me for years that nobody reads what is written on the bridge. ", count: 5)

  private static func clean(_ text: String, _ level: CleaningLevel) async throws -> String {
    let document = try await TranscriptFixture.clean(speech + text, level: level, language: "en")
    return String(document.text.description.dropFirst(speech.count))
  }

  @Test("What a speaker took back goes, and what replaced it stays")
  func dropsRestarts() async throws {
    let cases = [
      ("And I was — I was in the boat.", "And I was in the boat."),
      ("And we went to the to the harbour.", "And we went to the harbour."),
      ("We saw the comm- the committee at noon.", "We saw the committee at noon."),
      ("They said that th- they knew it.", "They said that they knew it."),
      ("But I think, uh, I think it was the rain.", "But I think it was the rain."),
      ("He has, um, hm, a boat.", "He has, a boat."),
      ("We left early, um.", "We left early."),
      ("I think it's a, it's a long way.", "I think it's a long way."),
      ("And he — he's the one.", "And he's the one."),
      ("So we, we're glad of it.", "So we're glad of it."),
      ("And if you, if you want to see it.", "And if you want to see it."),
      ("Th- that is so.", "that is so."),
    ]
    var wrong: [String] = []
    for (text, expected) in cases {
      let found = try await Self.clean(text, .clean)
      if found != expected { wrong.append("\(text) became \(found)") }
    }
    #expect(wrong == [])
  }

  @Test("What is given up without its words said again goes at level edited only")
  func dropsFalseStarts() async throws {
    let cases = [
      ("We rely on the we on our neighbours.", nil, "We rely on our neighbours."),
      ("And it was a — they came by boat.", nil, "And they came by boat."),
      ("Look, you n- I saw it.", "Look, you I saw it.", "Look, I saw it."),
    ]
    var wrong: [String] = []
    for (text, clean, edited) in cases {
      for (level, wanted) in [(CleaningLevel.clean, clean ?? text), (.edited, edited)] {
        let found = try await Self.clean(text, level)
        if found != wanted { wrong.append("\(level): \(text) became \(found)") }
      }
    }
    #expect(wrong == [])
  }

  @Test("Emphasis, negations, numbers, names and whole sentences stay at every level")
  func keepsSpeech() async throws {
    let cases = [
      "It is not, not what I meant.", "No, no. That is very, very old.", "I did not — I did not say so.",
      "There were 50 — 50 of them.", "Boston — Chicago, I mean.", "We are done. We are done.",
      "He knows that that is so.", "They had had enough.", "A five-year plan and a well-known man.",
      "It weighs 5 mm or so.", "Uh-huh. Mm-hmm. Uh, oh.", "Row, row, row your boat.",
      "Never — never again.", "A moment to hope — a new beginning.",
      "They tried to break our peace—our common peace—and failed.", "We saw five- to six-year terms.",
      "A motor- driven boat.", "I follow, I follow.", "This is so, this is so.",
      "You gave it to me, it's mine.",
      "The law of the land — as you know — is old.", "We went from a to b and from b to a.",
      "For example, for a friend of ours.", "It is a high grade, high margin mine.",
      "For Acme, Acme made it.",
    ]
    var wrong: [String] = []
    for level in [CleaningLevel.verbatim, .clean, .edited] {
      for text in cases {
        let found = try await Self.clean(text, level)
        if found != text { wrong.append("\(level): \(text) became \(found)") }
      }
    }
    #expect(wrong == [])
  }

  @Test("Hesitations of other languages are data of that language")
  func knowsLanguages() async throws {
    let cases = [
      (
        "de", "Das ist, äh, das Geld, und er er ist um die Ecke.",
        "Das ist, das Geld, und er er ist um die Ecke."
      ),
      ("fr", "Je pense, euh, que nous nous voyons.", "Je pense, que nous nous voyons."),
      ("tr", "Ben, ııı, oraya gittim.", "Ben, oraya gittim."),
      ("es", "Yo, ehm, creo que sí.", "Yo, creo que sí."),
      ("ru", "Это, um, так.", "Это, um, так."),
    ]
    var wrong: [String] = []
    for (language, text, expected) in cases {
      let document = try await TranscriptFixture.clean(text, language: language)
      if document.text.description != expected { wrong.append("\(language): \(document.text)") }
    }
    #expect(wrong == [])
  }
}
