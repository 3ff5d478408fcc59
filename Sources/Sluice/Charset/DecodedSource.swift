/// A source as UTF-8, with the map back to its original bytes.
public struct DecodedSource: Sendable {
  public let text: Text
  /// From ``text`` to the source's bytes; the identity, but for a byte order mark, when the source is UTF-8.
  public let alignment: Alignment
  /// WHATWG name of the charset, such as `utf-8` or `windows-1252`.
  public let charset: String
  /// Byte sequences that stand for nothing in this charset; each became U+FFFD.
  public let replacements: Int

  /// Decodes a source in the charset that the evidence names: a byte order mark, then the hints in their order.
  /// Where bytes and evidence disagree the bytes win: what is valid UTF-8 beyond ASCII is not taken for a
  /// single-byte charset, and what is declared UTF-8 but mostly is not is read as windows-1252, which is also
  /// what remains when nothing is known.
  ///
  /// - Parameter hints: charset labels from strongest to weakest, such as the header's and the page's own; labels
  ///   that are not known are passed over.
  public init(_ bytes: [UInt8], hints: [String?] = []) {
    let (charset, mark) = Charset.detect(bytes, hints: hints)
    self = charset.decode(bytes, from: mark)
  }

  /// Decodes a source in a charset that is known, such as a record's.
  ///
  /// - Returns: `nil` for an unknown label.
  public init?(_ bytes: [UInt8], charset label: String) {
    guard let charset = Charset(label: label) else { return nil }
    self = charset.decode(bytes, from: charset.byteOrderMark(in: bytes))
  }

  init(text: Text, alignment: Alignment, charset: String, replacements: Int) {
    self.text = text
    self.alignment = alignment
    self.charset = charset
    self.replacements = replacements
  }
}
