/// The original bytes of a document and what came with them; never changed after the fetch phase.
public struct Source: Hashable, Sendable {
  public var bytes: [UInt8]
  /// Media type without parameters, lower case, such as `text/html`; parameters that it is set with are dropped.
  public var mediaType: String {
    didSet { mediaType = Self.essence(of: mediaType) }
  }
  /// The charset that the transport named (`Content-Type: …; charset=`), as it was written.
  public var declaredCharset: String?

  /// The media type of bytes of which nothing is known.
  public static let unknownMediaType = "application/octet-stream"

  /// - Parameters:
  ///   - mediaType: may have parameters; the charset among them is taken where none is declared beside it.
  public init(_ bytes: [UInt8], mediaType: String = unknownMediaType, declaredCharset: String? = nil) {
    self.bytes = bytes
    self.mediaType = Self.essence(of: mediaType)
    self.declaredCharset = declaredCharset ?? Self.charset(of: mediaType)
  }

  /// `text/plain` of `Text/Plain; charset=utf-8` (RFC 9110, section 8.3.1).
  static func essence(of mediaType: String) -> String {
    if mediaType.utf8.allSatisfy({ $0 != 0x3B && $0 > 0x20 && !(0x41...0x5A).contains($0) }) {
      return mediaType
    }
    let essence = mediaType.utf8.prefix { $0 != 0x3B }
    return String(decoding: essence.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
  }

  private static func charset(of mediaType: String) -> String? {
    for parameter in mediaType.utf8.split(separator: 0x3B).dropFirst() {
      let parts = parameter.split(separator: 0x3D, maxSplits: 1)
      guard parts.count == 2,
        String(decoding: parts[0].filter { $0 > 0x20 }, as: UTF8.self).lowercased() == "charset"
      else { continue }
      let value = parts[1].filter { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }
      if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
    }
    return nil
  }

  /// Length in bytes.
  public var count: Int { bytes.count }
}
