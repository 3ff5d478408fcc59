import Sluice
import Testing

@Suite struct TranscriptSectionTests {
  private static let speech = """
    <p>Good evening, and thank you all for coming out in this weather to hear about the river.</p>
    <p>It has been a dry year, and what little water there was has gone to the mills upstream.</p>
    """
  private static let article = """
    <h1>The river</h1><p>Last week the town met in the hall to speak of the river, of the dry year, and of the mills.</p>
    """

  /// How many blocks of a page are marked as a transcript, and with which words the first of them begins.
  @Test(
    arguments: [
      (article + "<h2>Video Transcript</h2>" + speech, 3, "Video Transcript"),
      (article + "<h2>Read the full transcript:</h2>\(speech)<h2>More</h2>" + speech, 3, "Read the full"),
      (article + "<h2>Transcript</h2>\(speech)<h3>Questions</h3>" + speech, 6, "Transcript"),
      (article + "<div class=transcript-body>\(speech)</div>", 2, "Good evening"),
      (article + "<details id=transcript><summary>Transcript</summary>\(speech)</details>", 3, "Transcript"),
      (article + "<h2>Transkript</h2>" + speech, 3, "Transkript"),
      (article + "<h2>Transcript of the meeting of March 3</h2>" + speech, 0, ""),
      (article + "<div class=no-transcript>\(speech)</div>", 0, ""),
      (article + speech + "<p><a class=transcript href=t>Transcript</a></p>", 0, ""),
      (article + "<h2>Transcript</h2><p>Soon.</p>", 0, ""),
      (article + "<h2>The transcript affair</h2>" + speech, 0, ""),
    ] as [(String, Int, String)])
  func sectionsAreFound(_ html: String, _ count: Int, _ first: String) async throws {
    let document = try await Pages.parse(Array(html.utf8), settings: Pages.everything)
    let blocks = try #require(document[.blocks])
    let rows = blocks.sections.indices.filter { blocks.sections[$0] == .transcript }
    let start = rows.first.map { String(document.text[blocks.ranges[$0]]) } ?? ""
    #expect(rows.count == count && start.hasPrefix(first), "\(rows) \(start)")
  }
}
