import Sluice
import SluiceLanguage

/// What the parsers of this module do with every source.
enum TextSource {
  /// The source as UTF-8.
  ///
  /// - Throws: ``SluiceError`` with code `.unreadable` for an empty source and for one that is not text.
  static func decode(_ source: Source) throws -> DecodedSource {
    let decoded = DecodedSource(source.bytes, hints: [source.declaredCharset])
    guard decoded.text.bytes.contains(where: { !isBlank($0) }) else {
      throw SluiceError(.unreadable, "the text is empty")
    }
    if let complaint = BinaryCheck.complaint(about: decoded) { throw SluiceError(.unreadable, complaint) }
    return decoded
  }

  /// The language of a text, where none is declared or another one.
  static func noteLanguage(of text: Text, _ metadata: inout Metadata) {
    let verdict = text.bytes.withUnsafeBufferPointer { LanguageVerdict($0, declared: metadata.language) }
    if let language = verdict.language { metadata.set("language", .string(language), evidence: "text") }
    if let other = verdict.contradiction {
      metadata.set("languageDetected", .string(other), evidence: "text")
    }
  }
}
