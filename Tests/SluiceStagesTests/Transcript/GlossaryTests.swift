import Glibc
import Sluice
import SluiceText
import SluiceTranscript
import Testing

struct GlossaryTests {
  private static let text =
    "They settle in yuan through the CIPs system, and the R&B is the second currency after it. The banks were cut out of "
    + "the swift system. The BRICs met.\n\nShe sings R&B and runs with a swift step. The fish swam in the swift river."

  @Test("Terms that are misheard are put right at level edited, and flagged at the others")
  func respells() async throws {
    let edited = try await TranscriptFixture.clean(Self.text, level: .edited)
    #expect(
      edited.text.description
        == "They settle in yuan through the CIPS system, and the RMB is the second currency after it. The banks were cut "
        + "out of the SWIFT system. The BRICS met.\n\nShe sings R&B and runs with a swift step. The fish swam in the swift river."
    )
    for level in [CleaningLevel.verbatim, .clean] {
      let flagged = try await TranscriptFixture.clean(Self.text, level: level)
      #expect(flagged.text.description == Self.text)
      #expect(
        TranscriptFixture.flags(flagged) == [
          "CIPs system > CIPS system", "R&B > RMB", "the swift system > the SWIFT system", "BRICs > BRICS",
        ])
    }
  }

  @Test("Misspellings inside quotations are flagged and stay; names, and words outside, are not")
  func flagsMisspellings() async throws {
    let document = try await TranscriptFixture.clean(
      "They speak of “prioroity partners” and of \"goverment policy\". He wrote prioroity. “Xiaomi said so, unretweetable.”"
    )
    #expect(TranscriptFixture.flags(document) == ["goverment > government"])
    let once = try await TranscriptFixture.clean("They speak of “prioroity partners” again and again.")
    #expect(TranscriptFixture.flags(once) == ["prioroity > priority"])
  }

  private static func stage(_ content: String) throws -> CleanTranscript {
    let path = "/tmp/sluice-glossary-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).txt"
    guard let file = fopen(path, "w") else { throw SluiceError(.io, "cannot write \(path)") }
    fputs(content, file)
    fclose(file)
    defer { unlink(path) }
    var settings = CleanTranscript.Settings()
    settings.level = .edited
    settings.glossary = SettingFile(path)
    return try CleanTranscript(settings)
  }

  @Test(
    "A glossary of one's own is read from JSON, JSON lines and YAML",
    arguments: [
      "[{\"from\": \"Tromso\", \"to\": \"Tromsø\", \"near\": [\"Norway\"]}]",
      "{\"from\": \"Tromso\", \"to\": \"Tromsø\", \"near\": [\"Norway\"]}\n",
      "# places\n- from: Tromso\n  to: \"Tromsø\"\n  near: [Norway, fjord]\n",
    ])
  func readsOwn(content: String) async throws {
    let stage = try Self.stage(content)
    var pipeline = try Pipeline {
      ParseText(); stage
    }
    var document = Document(
      id: "a",
      source: Source(
        Array(
          "Tromso in Norway. Then came Tromso of Maine, far away from all that is known here to us, and it was another Tromso."
            .utf8), mediaType: "text/plain"))
    try await pipeline.process(&document)
    #expect(document.text.description.hasPrefix("Tromsø in Norway. Then came Tromsø of Maine"))
    #expect(document.text.description.hasSuffix("another Tromso."))
  }

  @Test(
    "A glossary that makes no sense says where",
    arguments: ["[{\"from\": \"a\"}]", "{", "- from a", "- frm: a\n", "[1]"])
  func complains(content: String) {
    #expect(throws: SluiceError.self) { try Self.stage(content) }
  }
}
