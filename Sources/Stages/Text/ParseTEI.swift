public import Sluice

/// `parse.tei`: reads transcripts and editions in TEI, and the text of other XML.
///
/// The header becomes metadata; paragraphs, headings, lists, verse, tables and speeches become blocks. Who speaks
/// (`speaker`, or the `who` of an utterance) stands on a line in front of the speech. Notes are dropped. No entity is
/// expanded but the predefined ones, and nothing outside the document is opened.
public struct ParseTEI: Stage {
  public static let name: StageName = "parse.tei"
  public static let summary = "Reads TEI and other XML: blocks and speakers, the header as metadata."
  public static let mediaTypes: [String]? = ["application/tei+xml", "application/xml", "text/xml"]

  public init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  public var contract: Contract { Contract(provides: [.blocks]) }

  /// - Throws: ``SluiceError`` with code `.unreadable` for an empty source and for one that is not text or has none,
  ///   `.deadline` when the document's time is up.
  public mutating func process(_ document: inout Document) async throws {
    let decoded = try TextSource.decode(document.source)
    let read = try decoded.text.bytes.withUnsafeBufferPointer { bytes in
      var tei = TEIText(bytes)
      try tei.read { try document.checkDeadline() }
      return tei
    }
    guard !read.blocks.ranges.isEmpty else { throw SluiceError(.unreadable, "the document has no text") }
    read.header.write(to: &document.metadata)
    var blocks = read.blocks
    let (text, alignment) = read.finish()
    blocks.markTranscripts(in: text)
    document[.blocks] = blocks
    TextSource.noteLanguage(of: text, &document.metadata)
    try document.setText(
      text, alignment: alignment.composed(onto: decoded.alignment), charset: decoded.charset)
  }
}
