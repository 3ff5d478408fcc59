/// The original bytes of a document and what came with them; never changed after the fetch phase.
public struct Source: Hashable, Sendable {
  public var bytes: [UInt8]
  /// Media type without parameters, lower case, such as `text/html`.
  public var mediaType: String
  /// The charset that the transport named (`Content-Type: …; charset=`), as it was written.
  public var declaredCharset: String?

  /// The media type of bytes of which nothing is known.
  public static let unknownMediaType = "application/octet-stream"

  public init(_ bytes: [UInt8], mediaType: String = unknownMediaType, declaredCharset: String? = nil) {
    self.bytes = bytes
    self.mediaType = mediaType
    self.declaredCharset = declaredCharset
  }

  /// Length in bytes.
  public var count: Int { bytes.count }
}
