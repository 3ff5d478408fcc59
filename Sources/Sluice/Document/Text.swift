/// A document's current text: valid UTF-8, addressed by byte offset.
///
/// Hot code reads `text.bytes.span`; `String` is made at the borders only.
public struct Text: Hashable, Sendable {
  /// The UTF-8 bytes.
  public let bytes: [UInt8]

  /// The empty text.
  public init() { bytes = [] }

  public init(_ string: String) {
    bytes = Array(string.utf8)
  }

  /// Takes bytes that are known to be UTF-8, as decoders and text builders produce them.
  ///
  /// - Precondition: `bytes` is valid UTF-8 (checked in debug builds).
  public init(validUTF8 bytes: [UInt8]) {
    assert(UTF8Validity.isValid(bytes), "a text must be valid UTF-8")
    self.bytes = bytes
  }

  /// Length in UTF-8 bytes.
  public var count: Int { bytes.count }
  public var isEmpty: Bool { bytes.isEmpty }
  /// The range of the whole text.
  public var range: TextRange { TextRange(0, bytes.count) }

  /// The characters of a range.
  ///
  /// - Precondition: the range lies within the text.
  public subscript(range: TextRange) -> String {
    String(decoding: bytes[range.bounds], as: UTF8.self)
  }

  /// `true` when the offset stands between two characters of the text rather than inside one.
  public func isScalarBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || (offset >= 0 && offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
  }
}

extension Text: CustomStringConvertible {
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
