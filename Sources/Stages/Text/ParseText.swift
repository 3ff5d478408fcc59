public import Sluice

/// `parse.text`: takes a plain text or Markdown source as the text that it is.
///
/// Offsets of the text are those of the source, but for a byte order mark and for charsets other than UTF-8.
/// Blocks are the paragraphs between blank lines; in Markdown, headings and fenced code are told apart.
public struct ParseText: Stage {
  public static let name: StageName = "parse.text"
  public static let summary =
    "Takes plain text and Markdown as they are; paragraphs between blank lines are blocks."
  public static let mediaTypes: [String]? = ["text/plain", "text/markdown"]

  public init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  public var contract: Contract { Contract(provides: [.blocks]) }

  /// - Throws: ``SluiceError`` with code `.unreadable` for an empty source and for one that is not text.
  public mutating func process(_ document: inout Document) async throws {
    let decoded = DecodedSource(document.source.bytes, hints: [document.source.declaredCharset])
    guard decoded.text.bytes.contains(where: { !isBlank($0) }) else {
      throw SluiceError(.unreadable, "the text is empty")
    }
    if let complaint = BinaryCheck.complaint(about: decoded) {
      throw SluiceError(.unreadable, complaint)
    }
    try document.setText(decoded.text, alignment: decoded.alignment, charset: decoded.charset)
    let isMarkdown = document.source.mediaType == "text/markdown"
    document[.blocks] = Paragraphs.blocks(of: decoded.text.bytes, isMarkdown: isMarkdown)
  }
}

/// `true` for ASCII white space.
func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}
