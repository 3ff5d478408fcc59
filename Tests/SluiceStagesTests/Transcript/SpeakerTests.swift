import Sluice
import SluiceTranscript
import Testing

struct SpeakerTests {
  @Test("Labels of every form become turns and leave the text")
  func findsTurns() async throws {
    let cases: [(text: String, turns: [String])] = [
      (
        "MR. SMITH: I am here.\n\nAnd I stay.\n\nMS. ORTEGA (by phone): You are?\n\nSMITH: I am.",
        ["Mr. Smith: I am here.\n\nAnd I stay.", "Ms. Ortega: You are?", "Mr. Smith: I am."]
      ),
      (
        "A panel with Lucia Ortega and Wendell Krause.\n\nORTEGA: Who is short, I ask you?\n\nMR. KRAUSE: We all are.\n\n"
          + "MS. ORTEGA: I see.",
        ["Lucia Ortega: Who is short, I ask you?", "Wendell Krause: We all are.", "Lucia Ortega: I see."]
      ),
      (
        "MR. HALE: Good day.\n\nQ\u{A0}\u{A0}\u{A0}What will it cost?\n\nMR. HALE: Fourteen.\n\nQ   Upward?",
        [
          "Mr. Hale: Good day.", "Q/question: What will it cost?", "Mr. Hale: Fourteen.",
          "Q/question: Upward?",
        ]
      ),
      (
        "Q: When did you start?\nA: In 1941.\nQ: Were you paid?\nA: By the tray.",
        [
          "Q/question: When did you start?", "A/answer: In 1941.", "Q/question: Were you paid?",
          "A/answer: By the tray.",
        ]
      ),
      (
        "  Mr. HALE. Mr. Speaker, I rise to say\nthat I object.\n  The SPEAKER pro tempore (Mr. Poe). The gentleman\nis heard.\n"
          + "  Ms. McCALL of Ohio. I thank you.",
        [
          "Mr. Hale: Mr. Speaker, I rise to say\nthat I object.",
          "The Speaker pro tempore: The gentleman\nis heard.",
          "Ms. McCall of Ohio: I thank you.",
        ]
      ),
      (
        "[Ann Lee] I think we are on.\n[Bo Day] Are we?\n[Ann Lee] I hope so.\n[Bo Day] Good, I say.",
        ["Ann Lee: I think we are on.", "Bo Day: Are we?", "Ann Lee: I hope so.", "Bo Day: Good, I say."]
      ),
      (
        "Ann Lee (00:00:05):\nI think we are on.\n\nBo Day (00:01:10):\nAre we?\n\nAnn Lee (00:01:12):\nI hope so.\n\n"
          + "Bo Day (00:01:20):\nGood.",
        ["Ann Lee: I think we are on.", "Bo Day: Are we?", "Ann Lee: I hope so.", "Bo Day: Good."]
      ),
      (
        ">> ANN: I think we are on.\n\n>> Are we?\n\n>> ANN: I hope so.",
        ["Ann: I think we are on.", "?: Are we?", "Ann: I hope so."]
      ),
      (
        "HOST: My guest is Joan Pettibone.\n\nPETTIBONE: Thank you.\n\nHOST: How are you?\n\nPETTIBONE: I am well.",
        [
          "Host/host: My guest is Joan Pettibone.", "Joan Pettibone: Thank you.", "Host/host: How are you?",
          "Joan Pettibone: I am well.",
        ]
      ),
    ]
    var wrong: [String] = []
    for (text, expected) in cases {
      let document = try await TranscriptFixture.clean(text)
      let found = TranscriptFixture.turns(document)
      let labels = document.edits.entries.count { $0.kind == .label }
      if found != expected || labels != expected.count { wrong.append("\(found)") }
    }
    #expect(wrong == [])
  }

  @Test("Colons in prose, lists and fields make no turns")
  func leavesProse() async throws {
    let list = (1...6).map {
      "Light: Medium, indirect light does well.\n\nWater: Once a week, until day \($0)."
    }
    let cases = [
      "He had one thought: to leave.\n\nOn Haiti: yes, we will speak of it.\n\nWell, first, I would say: no.",
      list.joined(separator: "\n\n"),
      "Date: May 3\nPlace: Oslo\nDate: May 4\nPlace: Bergen\nDate: May 5\nPlace: Tromso",
      "UPDATE: The road is open.\n\nREAD MORE: The road was closed.",
      "Note: I checked this twice, and I am sure.\n\nNote: I did so again.\n\nNote: I will do it tomorrow.",
      "> > quoted mail\n>> I wrote this\n>> and this\n>> and that",
      "I’m — I’m not going to speak of it, and I have told you so before.\n\nHe’s — of course, he is at home today.\n\n"
        + "I’m — I said that yesterday.\n\nHe’s — he came back in the evening, and nobody saw him.\n\nI’m — no.",
      "Q1 was good. A. Smith left. B. Jones came. Q2 was better.",
    ]
    var wrong: [String] = []
    for text in cases {
      let turns = TranscriptFixture.turns(try await TranscriptFixture.clean(text))
      if !turns.isEmpty { wrong.append("\(turns)") }
    }
    #expect(wrong == [])
  }

  @Test("Two people of one name stay two")
  func keepsNamesakesApart() async throws {
    let document = try await TranscriptFixture.clean(
      "MR. SMITH: I say yes.\n\nMS. SMITH: I say no.\n\nMR. SMITH: I say yes.\n\nMS. SMITH: No, I say.")
    #expect(document[.turns]?.names == ["Mr. Smith", "Ms. Smith"])
  }

  @Test("A transcript section of one speaker is one turn, without what stands around it")
  func findsSingleSpeaker() async throws {
    let speech =
      "I have thought about the plumbing of trade for a long while. It is dull, and it matters. That is all."
    let page: [(kind: Blocks.Kind, level: Int, text: String)] = [
      (.heading, 1, "Smart Words | On plumbing"), (.paragraph, 0, "Daniel Rowe speaks of pipes."),
      (.heading, 2, "Video Transcript"),
      (.listItem, 1, "This transcript has been lightly edited for clarity."),
      (.listItem, 1, speech), (.listItem, 1, speech), (.heading, 2, "About the speaker"),
      (.paragraph, 0, "Daniel Rowe"), (.paragraph, 0, "Daniel Rowe leads an institute."),
    ]
    let presented = try await TranscriptFixture.clean(page)
    let authored = try await TranscriptFixture.clean(Array(page.dropLast(2)), authors: ["Ann Lee"])
    let unknown = try await TranscriptFixture.clean(Array(page.dropLast(2)), authors: ["Ann Lee", "Bo Day"])
    #expect(TranscriptFixture.turns(presented) == ["Daniel Rowe: \(speech)\n\n\(speech)"])
    #expect(TranscriptFixture.turns(authored) == ["Ann Lee: \(speech)\n\n\(speech)"])
    #expect(TranscriptFixture.turns(unknown) == ["?: \(speech)\n\n\(speech)"])
    #expect(
      TranscriptFixture.list(presented, "notices") == ["This transcript has been lightly edited for clarity."]
    )
    #expect(presented[.blocks]?.count == page.count - 1)
    let told = try await TranscriptFixture.clean("I say so.", speaker: "Ann Lee")
    #expect(TranscriptFixture.turns(told) == ["Ann Lee: I say so."])
  }
}
