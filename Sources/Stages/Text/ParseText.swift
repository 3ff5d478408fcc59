public import Sluice

/// `parse.text`: takes a plain text or Markdown source as the text that it is.
///
/// Offsets of the text are those of the source, but for a byte order mark, for charsets other than UTF-8, and for
/// lines that `reflow` joins. Blocks are the paragraphs between blank lines; in Markdown, headings and fenced code
/// are told apart.
public struct ParseText: Stage {
  /// Options of `parse.text`.
  public struct Settings: StageSettings {
    @Setting(
      "Whether the lines of hard-wrapped paragraphs become one; verse, lists, speakers and tables keep theirs."
    )
    public var reflow = false

    public init() {}
  }

  public static let name: StageName = "parse.text"
  public static let summary =
    "Takes plain text and Markdown as they are; paragraphs between blank lines are blocks."
  public static let mediaTypes: [String]? = ["text/plain", "text/markdown"]

  private let settings: Settings

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    self.settings = settings
  }

  public var contract: Contract { Contract(provides: [.blocks]) }

  /// - Throws: ``SluiceError`` with code `.unreadable` for an empty source and for one that is not text.
  public mutating func process(_ document: inout Document) async throws {
    let decoded = try TextSource.decode(document.source)
    let isMarkdown = document.source.mediaType == "text/markdown"
    var (text, alignment) = (decoded.text, decoded.alignment)
    if settings.reflow, !isMarkdown {
      let reflowed = Reflow.reflow(decoded.text.bytes)
      text = reflowed.text
      alignment = reflowed.alignment.composed(onto: decoded.alignment)
    }
    try document.setText(text, alignment: alignment, charset: decoded.charset)
    var blocks = Paragraphs.blocks(of: text.bytes, isMarkdown: isMarkdown)
    blocks.markTranscripts(in: text)
    document[.blocks] = blocks
    TextSource.noteLanguage(of: text, &document.metadata)
  }
}

/// `true` for ASCII white space.
func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}
