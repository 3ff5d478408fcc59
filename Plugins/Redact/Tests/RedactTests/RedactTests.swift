import Redact
import Sluice
import SluiceTesting
import Testing

@Suite struct RedactTests {
  @Test func wordsAndAddressesAreMasked() async throws {
    var settings = Redact.Settings()
    settings.words = ["Falcon"]
    settings.mask = "#"
    let cases = [
      "Project Falcon starts.": "Project # starts.",
      "FALCONS are birds; falcon is not.": "FALCONS are birds; # is not.",
      "Write to ann.lee+news@mail.example.org.": "Write to #.",
      "user@localhost and @handle stay": "user@localhost and @handle stay",
      "": "",
      "é falcon é": "é # é",
      String(repeating: "a.", count: 50_000): String(repeating: "a.", count: 50_000),
    ]
    for (text, expected) in cases {
      var pipeline = try Pipeline(steps: [Step(ParseIdentity()), Step(try Redact(settings))])
      var document = Document(id: text, source: Source(Array(text.utf8), mediaType: "text/plain"))
      try await pipeline.process(&document)
      #expect(document.text.description == expected)
      #expect(document.parsedText?.description == text)
    }
    #expect(try await checkStage(Redact(settings), on: cases.keys.map { .text($0) }) == [])
    settings.words = []
    settings.emails = false
    #expect(throws: SluiceError.self) { try Redact(settings) }
  }
}

/// The text as it stands.
private struct ParseIdentity: Stage {
  static let name: StageName = "parse.identity"
  static let summary = "Takes the source as it is."
  var contract: Contract { Contract() }

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  func process(_ document: inout Document) async throws {
    let decoded = DecodedSource(document.source.bytes)
    try document.setText(decoded.text, alignment: decoded.alignment, charset: decoded.charset)
  }
}
