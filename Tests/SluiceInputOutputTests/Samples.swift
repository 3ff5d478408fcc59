import Sluice
import SluiceOutputs

/// Sources for the sample pipeline, in several charsets.
enum Samples {
  struct Sample: CustomStringConvertible, Sendable {
    let description: String
    let source: Source
  }

  static let all: [Sample] = {
    let pages = [
      ("plain", "<p>ANN: The colour of  colours.\n\tIt is red. [Laughter.] So be it.<p>BOB: Tea &amp; cake."),
      (
        "emoji",
        "<p>ANN: Wow \u{1F600}! A flag \u{1F1E8}\u{1F1ED} &#x1F600;&#x1F600; colour.<p>[\u{1F600}]Z\u{FC}rich:\u{A0}o\u{308}l."
      ),
      (
        "chinese",
        "<p>\u{738B}\u{5C0F}\u{660E}: \u{6211}\u{4EEC} colour\\u2014 \u{8BF4}.<p>\u{674E}&#8217;s\r\n\u{20BB7} [\u{7B11}] end."
      ),
      ("no edits but the end", "just words"),
      ("empty", ""),
    ]
    var samples: [Sample] = []
    for (name, page) in pages {
      func add(_ charset: String, _ bytes: [UInt8], declared: String? = nil) {
        let source = Source(bytes, mediaType: "text/html", declaredCharset: declared)
        samples.append(Sample(description: "\(name) in \(charset)", source: source))
      }
      add("utf-8", Array(page.utf8))
      add("utf-8 with mark", [0xEF, 0xBB, 0xBF] + Array(page.utf8))
      add("utf-16le", [0xFF, 0xFE] + page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      add("utf-16be", [0xFE, 0xFF] + page.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    }
    let german = "<p>M\u{FC}ller: Sch\u{F6}ne \u{DF}\u{FC}\u{E4} \u{96} colour. \u{80}5 [\u{FC}]"
    let latin = german.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    samples.append(
      Sample(
        description: "windows-1252",
        source: Source(latin, mediaType: "text/html", declaredCharset: "windows-1252")))
    samples.append(
      Sample(
        description: "broken utf-8",
        source: Source(
          [0x61, 0xFF, 0xFE, 0x80] + Array("<p>\u{E9}\u{E9}\u{E9}\u{E9}: b. c".utf8) + [0xE2, 0x82])))
    samples.append(
      Sample(
        description: "gb18030",
        source: Source(
          Array("<p>ANN: ".utf8) + [0xC4, 0xE3, 0xBA, 0xC3, 0x20] + Array("colour.".utf8) + [0xC4, 0xE3],
          mediaType: "text/html", declaredCharset: "gb18030")))
    return samples
  }()

  /// The document that the whole sample pipeline makes of a source.
  static func document(_ source: Source, id: String = "a/b.html") async throws -> Document {
    var pipeline = try Pipeline {
      ParseSample()
      CleanSample()
      SplitSample()
      TagSample()
      SummarizeSample()
    }
    var document = Document(id: id, uri: "pages/a/b.html", source: source)
    try await pipeline.process(&document)
    return document
  }

  static func line(_ document: Document, _ offsets: OffsetUnit = .utf8) throws -> [UInt8] {
    let models: [(stage: StageName, model: String)] = [
      (TagSample.name, "sha256:1234"), (TagSample.name, "sha256:5678"),
    ]
    let options = WriterOptions(offsets: offsets, pipeline: "sha256:abcd", models: models)
    return try JSONLinesWriter(options).encode(document)
  }
}
