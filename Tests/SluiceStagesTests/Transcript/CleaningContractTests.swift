import Sluice
import SluiceTranscript
import Testing

/// What holds for every text and every level.
struct CleaningContractTests {
  private static func words(_ text: String) -> [String] {
    let visible = text.unicodeScalars.filter { $0 != "\u{200B}" && $0 != "\u{FEFF}" }
    return String(String.UnicodeScalarView(visible)).split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map {
      $0.lowercased()
    }
  }

  private static let negations: Set<String> = ["not", "no", "never", "nor", "cannot"]
  private static let spoken: Set<EditClass> = [.filler, .repetition, .falseStart]

  /// What a cleaned document breaks.
  private static func violations(_ text: String, _ level: CleaningLevel) async throws -> [String] {
    let document = try await TranscriptFixture.clean(text, level: level)
    var broken: [String] = []
    let name = "\(level) of \(text.prefix(60).debugDescription)"
    if document.parsedText?.description != text { broken.append("reverting gives another text: \(name)") }
    for pass in document.edits.passes {
      var done: Int32 = 0
      for edit in document.edits.entries[pass] {
        if edit.offset < done { broken.append("edits overlap: \(name)") }
        done = edit.offset + Int32(edit.after.count)
      }
    }
    let noise = document.edits.entries.filter { spoken.contains($0.kind) }.reduce(0) {
      $0 + words(String(decoding: $1.before, as: UTF8.self)).count
    }
    let count = words(text).count
    if count > 100, noise * 100 > count * 16 { broken.append("\(noise) of \(count) words went: \(name)") }
    var last: Int32 = 0
    for segment in document.alignment.segments {
      if segment.source.start < last { broken.append("the map goes back: \(name)") }
      last = segment.source.start
    }
    var original = words(text)[...]
    for word in words(document.text.description) {
      guard let at = original.firstIndex(of: word) else {
        broken.append("the word \(word) is new: \(name)")
        break
      }
      original = original[(at + 1)...]
    }
    if !document.text.isEmpty {
      let again = try await TranscriptFixture.clean(document.text.description, level: level)
      if again.text != document.text { broken.append("cleaning twice gives another text: \(name)") }
    }
    for edit in document.edits.entries {
      let before = String(decoding: edit.before, as: UTF8.self)
      if !level.classes.contains(edit.kind) {
        broken.append("\(edit.kind.name) is not of the level: \(name)")
      }
      guard spoken.contains(edit.kind) else { continue }
      let gone = words(before)
      if gone.contains(where: negations.contains) || before.contains(where: \.isNumber) {
        broken.append("\(before.debugDescription) was deleted: \(name)")
      }
    }
    let turns = document[.turns]?.count ?? -1
    let labels = document.edits.entries.count { $0.kind == .label }
    if level != .verbatim, labels > 0, turns != labels {
      broken.append("\(turns) turns of \(labels) labels: \(name)")
    }
    if turns < 0 { broken.append("no layer of turns: \(name)") }
    return broken
  }

  /// Texts put together of pieces that rules look for, by a fixed sequence of pseudo-random numbers.
  private static func generated() -> [String] {
    let pieces = [
      "MR. SMITH: ", "SMITH: ", "Ann Lee: ", "Q   ", "Q: ", "A: ", "[Bo Day] ", ">> ", "[00:01:23] ",
      "(0:12) ", "HOST (by phone): ",
      "Mr. HALE. ", "The SPEAKER. ", "Note: ", "um, ", "Uh, ", "um ", "the the ", "I, I ", "no, no ",
      "that that ", "(Laughter.) ",
      "[applause]", "\\[laughs\\] ", "[inaudible] ", "I think so. ", "Are you sure? ", "It was 1941. ",
      "the ", "and ", "• ", "- ", "* ",
      "\n", "\n\n", "\n\n\n", "  ", "\u{A0}", "\u{200B}", "\r\n", "\t",
      "This transcript has been lightly edited for clarity. ",
      "Transcript\n\n", "END 1:31 P.M.", "[[Page H12]]\n", "é—“x” ", ".", ",", ":", "(", "]", "**Ann Lee:** ",
      " 12 ", "A", "Z", "I was ", "— ", " -- ", "comm- ", "not — ", "uh, ", "I’m ", "(Ann Lee) ", "12:5 ",
      "3\n",
    ]
    var state: UInt64 = 42
    return (0..<600).map { _ in
      var text = "x"
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(truncatingIfNeeded: state >> 33) % pieces.count]
      }
      return text
    }
  }

  /// Talk in paragraphs, of which each has something that speakers take back, and that shows only when another thing
  /// has gone.
  private static func talks() -> [String] {
    let turns = [
      "MR. SMITH: We saw the, um the the harbour, and we we went home at last.",
      "JONES: (Laughter.) \n\nYes, I was there.",
      "MR. SMITH: Did he mean to face like face - to - face with the man?",
      "Did, um did he mean the the  boat?",
      "JONES: Yeah , yeah yeah , yeah , that's a good point , and I I see it.",
      "It is not — um, not what I said.",
      "MR. SMITH: It's a dog . . Um , it's a dog that I saw.",
      "JONES: I think that, I think, uh , that it rains.",
      "[Laughter] MR. SMITH: So we were, uh , we were at the the sea.",
      "JONES: It was a, a, um a long day for all of us.",
    ]
    return (0..<12).map { start in
      (0..<40).map { turns[(start * 7 + $0 * $0 + $0 / 3) % turns.count] }.joined(separator: "\n\n")
    }
  }

  @Test(
    "Nothing is lost, nothing is made up, and a clean text stays as it is",
    arguments: CleaningLevel.allCases)
  func holds(level: CleaningLevel) async throws {
    var broken: [String] = []
    for text in try TranscriptFixture.plainFixtures() + Self.generated() + Self.talks() {
      broken += try await Self.violations(text, level)
    }
    #expect(broken.prefix(5) == [])
  }

  @Test("Hostile texts neither crash nor hang nor break the contract")
  func withstandsHostileTexts() async throws {
    let cases = [
      String(repeating: "um ", count: 60_000), String(repeating: "HOST:\n", count: 4000),
      String(repeating: "A: B: ", count: 5000),
      String(repeating: "x", count: 10_000) + ": I say. " + String(repeating: "X", count: 10_000)
        + ": I say.",
      String(repeating: "(", count: 50_000), String(repeating: "[laughter ", count: 5000),
      String(repeating: "• ", count: 20_000),
      String(repeating: "the ", count: 40_000), String(repeating: ">> ", count: 20_000) + "x",
      String(repeating: "\n ", count: 40_000) + "x",
      (0..<5000).map { "SPEAKER \($0): I am here. Are you?\n" }.joined(),
      String(repeating: "Transcript\n\n", count: 2000),
      String(repeating: "This transcript was edited for clarity. ", count: 2000), "x\u{FEFF}:", ":", "Q:",
      "[", "**", "(um)",
      String(repeating: "transcript edited ", count: 100_000),
    ]
    var broken: [String] = []
    for text in cases {
      let document = try await TranscriptFixture.clean(text)
      if document.parsedText?.description != text { broken.append("\(text.prefix(40))") }
    }
    #expect(broken == [])
  }
}
