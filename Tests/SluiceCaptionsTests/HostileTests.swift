import Sluice
import SluiceCaptions
import SluiceOutputs
import SluiceTesting
import Testing

@Suite struct HostileTests {
  /// Parses, and proves the record against the source; what is no captions may fail as unreadable only.
  private func check(_ bytes: [UInt8], _ type: String, _ name: String) async throws {
    do {
      let document = try await Captions.document(bytes, type: type, id: name)
      #expect(document.brokenInvariants() == [], "\(name)")
      let line = try JSONLinesWriter(WriterOptions()).encode(document)
      var verifier = Verifier()
      #expect(verifier.verify(try Record(line: line), bytes) == [], "\(name)")
    } catch let error as SluiceError {
      #expect(error.code == .unreadable, "\(name): \(error)")
    }
  }

  @Test("Files that are cut off anywhere are read up to there, and proven")
  func truncated() async throws {
    for name in try Captions.fixtureNames {
      let bytes = try Captions.fixture(name)
      for length in 0...bytes.count {
        try await check(Array(bytes[..<length]), Captions.type(of: name), "\(name)[..<\(length)]")
      }
    }
  }

  @Test("Damaged bytes cost no more than themselves")
  func damaged() async throws {
    var random = SplitMix64(seed: 4)
    for name in try Captions.fixtureNames {
      let bytes = try Captions.fixture(name)
      for round in 0..<60 {
        var copy = bytes
        for _ in 0...round % 5 {
          copy[Int(random.next() % UInt64(copy.count))] =
            [0, 0x0A, 0x0D, 0x22, 0x3C, 0x5C, 0xE2, 0xFF][Int(random.next() % 8)]
        }
        try await check(copy, Captions.type(of: name), "\(name)#\(round)")
      }
    }
  }

  @Test("Sizes, depths and times beyond reason do no harm")
  func extremes() async throws {
    let cue = "00:00:01,000 --> 00:00:02,000\n"
    let files: [(String, String)] = [
      ("application/x-subrip", cue + String(repeating: "word ", count: 1_000_000)),
      ("application/x-subrip", cue + String(repeating: "<i>", count: 200_000)),
      ("application/x-subrip", cue + String(repeating: "&amp;<", count: 100_000)),
      ("application/x-subrip", String(repeating: "1\n", count: 200_000) + cue + "a"),
      ("application/x-subrip", String(repeating: "9:9:9 --> 9\n", count: 50_000)),
      ("text/vtt", "WEBVTT\n\n" + String(repeating: "9", count: 5000) + ":00:00.000 --> 00:00.000\na"),
      ("text/vtt", "WEBVTT\n\n00:99:99.999 --> 00:00:00.000\na\n\n00:00.000 --> 00:00.000\nb"),
      ("text/vtt", "WEBVTT\n\n" + String(repeating: "\n", count: 300_000)),
      ("application/json", String(repeating: "[", count: 100_000)),
      ("application/json", "{\"text\":" + String(repeating: "{\"start\":", count: 400) + "1"),
      (
        "application/json",
        "[{\"start\":1e999,\"end\":\"NaN\",\"text\":\"a\\ud800\\u0000b\"},{\"start\":-1,\"text\":\"\\\"}]"
      ),
      ("application/ttml+xml", "<tt>" + String(repeating: "<div>", count: 50_000) + "<p begin='1s'>a"),
      (
        "application/ttml+xml",
        "<tt><body><div><p begin='-1s' end='xs'>" + String(repeating: "<span begin='1s'>", count: 20_000)
      ),
      (
        "application/ttml+xml",
        "<!DOCTYPE tt [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><tt><body><p>&b;&b;</p></body></tt>"
      ),
      (
        "text/vtt",
        "WEBVTT\r\r"
          + String(repeating: cue.replacing(",", with: ".").replacing("\n", with: "\r"), count: 100_000)
      ),
      ("application/x-subrip", cue + String(repeating: "<", count: 1_000_000)),
      ("application/x-subrip", cue + String(repeating: "{\\a", count: 300_000)),
      ("application/x-subrip", String(repeating: "1\n" + cue + "a\n", count: 50_000)),
      (
        "application/x-subrip",
        String(repeating: cue + String(repeating: "<b>a\n", count: 20_000) + "\n", count: 3)
      ),
      ("application/octet-stream", "WEBVTT\0\0\0"),
      ("text/x-scc", "Scenarist_SCC V1.0\n00:00:00:00 zzzz 9420 942f"),
    ]
    for (index, file) in files.enumerated() {
      try await check(Array(file.1.utf8), file.0, "\(index)")
    }
    try await check(
      [0xFF, 0xFE]
        + "WEBVTT\n\n00:01.000 --> 00:02.000\nä".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      "text/vtt", "UTF-16")
  }

  @Test("The stage keeps the promises of stages")
  func promises() async throws {
    var documents: [Document] = []
    for name in try Captions.fixtureNames {
      documents.append(
        Document(id: name, source: Source(try Captions.fixture(name), mediaType: Captions.type(of: name))))
    }
    #expect(try await checkStage(ParseCaptions(), on: documents) == [])
  }
}
