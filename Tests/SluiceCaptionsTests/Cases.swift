import Foundation
import Sluice
import SluiceCaptions
import SluiceTesting

/// One caption file written out in a test.
struct CaptionCase: CustomStringConvertible, Sendable {
  let description: String
  let content: String
  let expected: [String]

  init(_ description: String, _ content: String, _ expected: [String]) {
    self.description = description
    self.content = content
    self.expected = expected
  }
}

enum Captions {
  /// The cues of a file as the verb prints them, a line each: `id|start-end|text`, and settings that are not the usual.
  static func listed(_ content: String, mode: CaptionMode, type: String = "text/vtt") throws -> [String] {
    let source = Source(Array(content.utf8), mediaType: type)
    var writer = JSONWriter()
    CaptionListing(mode: mode).write(source, file: "a", into: &writer) { _ in }
    let json = try JSONParser.parse(writer.bytes)
    guard json["ok"]?.bool == true else { return ["rejected"] }
    let usual: [(String, String)] = [
      ("vertical", ""), ("snapToLines", "true"), ("line", "auto"), ("lineAlign", "start"),
      ("position", "auto"), ("positionAlign", "auto"), ("size", "100"), ("align", "center"),
    ]
    return (json["cues"]?.array ?? []).map { cue in
      func text(_ key: String) -> String { cue[key]?.scalarText ?? "nil" }
      var row = "\(text("id"))|\(text("startTime"))-\(text("endTime"))|\(text("text"))"
      for (key, value) in usual where text(key) != value { row += " \(key)=\(text(key))" }
      if let region = cue["region"], region != .null {
        row += " region=\(region["id"]?.string ?? "")/\(region["lines"]?.scalarText ?? "")"
      }
      return row.replacing("\n", with: "⏎")
    }
  }

  static func document(
    _ bytes: [UInt8], type: String, _ settings: ParseCaptions.Settings = .init(), id: String = "captions"
  ) async throws -> Document {
    var pipeline = try Pipeline { ParseCaptions(settings) }
    var document = Document(id: id, source: Source(bytes, mediaType: type))
    try await pipeline.process(&document)
    return document
  }

  /// The rows of the layer of cues: `start-end speaker: text`.
  static func rows(_ document: Document) -> [String] {
    guard let cues = document[.cues] else { return [] }
    func time(_ value: Double?) -> String { value.map { "\(($0 * 1000).rounded() / 1000)" } ?? "nil" }
    return cues.ranges.indices.map { row in
      let speaker = cues.speaker(at: row).map { " \($0):" } ?? ""
      return "\(time(cues.starts[row]))-\(time(cues.ends[row]))\(speaker) \(document.text[cues.ranges[row]])"
    }
  }

  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures")

  static func fixture(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: fixtures.appendingPathComponent(name)))
  }

  static var fixtureNames: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: fixtures.path).sorted() }
  }

  static let types = [
    "vtt": "text/vtt", "srt": "application/x-subrip", "sbv": "application/x-sbv", "json": "application/json",
    "json3": "application/x-json3", "tsv": "text/tab-separated-values", "html": "text/html",
    "ttml": "application/ttml+xml", "scc": "text/x-scc",
  ]

  static func type(of name: String) -> String {
    types[String(name.split(separator: ".").last ?? "")] ?? "application/octet-stream"
  }
}
