import Glibc
import Sluice
import SluiceHTML

/// Reads the pages that the tests use, and parses them.
enum Pages {
  /// `Pipelines/fixtures`.
  static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/Pipelines/fixtures"
  }()

  static let names = [
    "smart-take", "pages/01-news-article", "pages/02-panel-discussion", "pages/03-oral-history",
    "pages/04-press-briefing", "pages/05-blog-windows-1252", "pages/06-german-article", "pages/07-tab-panels",
    "pages/08-tables-code-figures", "pages/09-forum-noscript", "pages/10-sloppy-html",
  ]

  /// Settings by which all text of a page is kept.
  static var everything: ParseHTML.Settings {
    var settings = ParseHTML.Settings()
    settings.keep = .all
    return settings
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    try FileBytes.read("\(folder)/\(name).html", limit: 1 << 20)
  }

  static func parse(
    _ bytes: [UInt8], charset: String? = nil, metadata: Metadata = Metadata(),
    settings: ParseHTML.Settings = .init()
  ) async throws -> Document {
    var document = Document(
      id: "page", source: Source(bytes, mediaType: "text/html", declaredCharset: charset), metadata: metadata)
    var pipeline = try Pipeline { ParseHTML(settings) }
    try await pipeline.process(&document)
    return document
  }

  static func parse(_ html: String) async throws -> Document { try await parse(Array(html.utf8)) }

  static func text(_ html: String) async throws -> String { try await parse(html).text.description }
}

/// What is wrong with the alignment of a document, `nil` when every byte of its text can be told from the source.
func alignmentFault(_ document: Document) -> String? {
  var sourceEnd: Int32 = 0
  var textEnd: Int32 = 0
  for (index, segment) in document.alignment.segments.enumerated() {
    let range = document.alignment.textRange(ofSegment: index)
    let text = Array(document.text.bytes[range.bounds])
    let source = Array(document.source.bytes[segment.source.bounds])
    guard range.start == textEnd, segment.source.start >= sourceEnd else {
      return "segment \(index) is out of order"
    }
    (textEnd, sourceEnd) = (range.end, segment.source.end)
    switch segment.kind {
    case .copied where text != source: return "\(range) is no copy of \(segment.source)"
    case .decoded where text != decode(source, document.charset ?? ""):
      return "\(range) '\(document.text[range])' does not decode from \(segment.source)"
    case .inserted where text.contains { $0 > 0x20 }: return "\(range) was made up"
    default: break
    }
  }
  return Int(textEnd) == document.text.count ? nil : "the alignment ends at \(textEnd)"
}

/// Bytes of a source as the text has them: charset and references decoded, white space collapsed.
private func decode(_ source: [UInt8], _ charset: String) -> [UInt8]? {
  guard let decoded = DecodedSource(source, charset: charset)?.text.bytes else { return nil }
  let text = CharacterReferences.decodeAll(decoded.span)
  return !text.isEmpty && text.allSatisfy { $0 <= 0x20 } ? [0x20] : text
}
