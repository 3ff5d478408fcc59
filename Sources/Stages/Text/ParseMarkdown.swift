public import Sluice
import SluiceLanguage

/// `parse.markdown`: reads Markdown as the text that people would see: headings, paragraphs, lists, quotes, tables
/// and code as blocks; without the marks of emphasis, links and code; every byte aligned with its source.
///
/// Structure is that of CommonMark 0.31 as far as transcripts and articles need it, with the tables, footnotes and
/// tasks of GitHub. Tags of HTML are passed over, their text is kept. The lines of a paragraph become one. Front
/// matter becomes metadata.
public struct ParseMarkdown: Stage {
  public static let name: StageName = "parse.markdown"
  public static let summary = "Reads Markdown: blocks without marks, front matter as metadata."
  public static let mediaTypes: [String]? = ["text/markdown"]

  public init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  public var contract: Contract { Contract(provides: [.blocks]) }

  /// - Throws: ``SluiceError`` with code `.unreadable` for an empty source and for one that is not text,
  ///   `.deadline` when the document's time is up.
  public mutating func process(_ document: inout Document) async throws {
    let decoded = try TextSource.decode(document.source)
    let read = try decoded.text.bytes.withUnsafeBufferPointer { bytes in
      let front = FrontMatter(bytes)
      front.write(to: &document.metadata)
      let source = document
      return try withoutActuallyEscaping({ try source.checkDeadline() }) { poll in
        var blocks = MarkdownBlocks(bytes, poll: poll)
        return try blocks.read(from: front.end).finish()
      }
    }
    guard !read.text.isEmpty else { throw SluiceError(.unreadable, "the text is empty") }
    if document.metadata.title == nil, let row = read.blocks.kinds.firstIndex(of: .heading),
      read.blocks.levels[row] == 1
    {
      document.metadata.set("title", .string(read.text[read.blocks.ranges[row]]), evidence: "heading")
    }
    var blocks = read.blocks
    blocks.markTranscripts(in: read.text)
    document[.blocks] = blocks
    TextSource.noteLanguage(of: read.text, &document.metadata)
    try document.setText(
      read.text, alignment: read.alignment.composed(onto: decoded.alignment), charset: decoded.charset)
  }
}
