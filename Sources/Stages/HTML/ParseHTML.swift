public import Sluice
import SluiceLanguage

/// Reads web pages: their main text in blocks, byte-exact to the source, and what they say of themselves.
///
/// The page is decoded by its charset, taken apart into tags and text, put together to a tree by libxml2, and
/// divided into blocks; each block is kept or dropped on the weight of all evidence, of which hidden panels,
/// accordions and class names are only a part. A page with words never gives an empty text.
public struct ParseHTML: Stage {
  public struct Settings: StageSettings {
    @Setting("Which text to keep: the main text of the page, or all of its text, menus and footers too.")
    public var keep: Choice = .main

    @Setting("Give the links of the text, as the layer `links`: which words lead where.")
    public var links: Bool = false

    public init() {}
  }

  /// How much of a page becomes text.
  public enum Choice: String, SettingValue, CaseIterable {
    case main, all
  }

  public static let name: StageName = "parse.html"
  public static let summary = "Reads web pages: main text, blocks and metadata."
  public static let mediaTypes: [String]? = ["text/html", "application/xhtml+xml"]

  public var contract: Contract { Contract(provides: settings.links ? [.blocks, .links] : [.blocks]) }
  /// The weights that the text is chosen by.
  public var model: String? { BlockClassifier.model }
  private let settings: Settings

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    self.settings = settings
  }

  /// - Throws: ``SluiceError`` with code `.unreadable` for files that are no text, for empty ones and for pages
  ///   without words, `.deadline` when the document's time is up.
  public mutating func process(_ document: inout Document) async throws {
    let source = document.source.bytes
    guard !source.isEmpty else { throw SluiceError(.unreadable, "the file is empty") }
    if let name = BinarySignature.name(of: source) {
      throw SluiceError(.unreadable, "this is \(name), not a web page")
    }
    let decoded = DecodedSource(
      source, hints: [document.source.declaredCharset, CharsetPrescan.label(source)])
    if decoded.replacements > 0 {
      document.warn("\(decoded.replacements) places of the source are not valid \(decoded.charset)")
    }
    var text = try read(decoded, &document)
    text.blocks.markTranscripts(in: text.text)
    noteLanguage(of: text.text, &document.metadata)
    document[.blocks] = text.blocks
    if settings.links { document[.links] = text.links }
    try document.setText(
      text.text, alignment: text.alignment.composed(onto: decoded.alignment), charset: decoded.charset)
  }

  private func read(
    _ decoded: DecodedSource, _ document: inout Document
  ) throws -> (text: Text, alignment: Alignment, blocks: Blocks, links: Links) {
    try decoded.text.bytes.withUnsafeBufferPointer { bytes in
      let reading = try PageReading(bytes) { try document.checkDeadline() }
      let metadata = PageMetadata(reading.page, reading.tree, reading.blocks, bytes, uri: document.uri)
      let main = MainText(reading, bytes)
      var assembly = TextAssembly(reading.tree, reading.rows, bytes, links: settings.links)
      let transcripts = TranscriptElements(reading, bytes)
      for block in settings.keep == .all ? reading.blocks : main.blocks {
        assembly.add(block, section: transcripts.contains(block) ? .transcript : nil)
      }
      if main.words < MainText.fewWords || metadata.articleWords > max(100, 3 * main.words) {
        addHiddenText(reading, main, bytes, metadata.articleWords, to: &assembly)
      }
      guard !assembly.blocks.ranges.isEmpty else { throw SluiceError(.unreadable, "the page has no text") }
      metadata.write(to: &document.metadata)
      let result = assembly.finish()
      let links =
        settings.links
        ? PageLinks(reading, bytes, uri: document.uri).layer(result.links) : Links()
      return (result.text, result.alignment, result.blocks, links)
    }
  }

  /// The language of the text, where the page declares none or another one.
  private func noteLanguage(of text: Text, _ metadata: inout Metadata) {
    let verdict = text.bytes.withUnsafeBufferPointer { LanguageVerdict($0, declared: metadata.language) }
    if let language = verdict.language { metadata.set("language", .string(language), evidence: "text") }
    if let other = verdict.contradiction {
      metadata.set("languageDetected", .string(other), evidence: "text")
    }
  }

  /// What pages hold that leave it to scripts to show their text.
  private func addHiddenText(
    _ reading: PageReading, _ main: MainText, _ bytes: UnsafeBufferPointer<UInt8>, _ articleWords: Int,
    to assembly: inout TextAssembly
  ) {
    if articleWords > 3 * main.words, let body = HiddenText.articleBody(reading.page, bytes) {
      // The text of JSON-LD can stand in front of the blocks: it replaces them, for an alignment is monotone.
      assembly = TextAssembly(reading.tree, reading.rows, bytes)
      assembly.add(jsonString: body)
    }
    if assembly.blocks.ranges.isEmpty, let description = HiddenText.description(reading.page, bytes) {
      assembly.add(text: description)
    }
  }
}
