public import Sluice

/// Writes each document as a record: one JSON object on one line, described by ``RecordSchema``.
///
/// The same document gives the same bytes. A layer that the document does not have is left out, and so are edits,
/// warnings and evidence when there are none.
public struct JSONLinesWriter: Writer {
  public static let name = "jsonl"

  private let options: WriterOptions

  public init(_ options: WriterOptions) {
    self.options = options
  }

  /// - Throws: ``SluiceError`` with code `.contract` for a layer whose ranges do not fit the text.
  public func encode(_ document: Document) throws -> [UInt8] {
    try RecordEncoder(document, options).encode()
  }
}
