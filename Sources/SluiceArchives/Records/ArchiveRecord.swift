import Sluice

/// A record of a WARC or ARC file, its content not yet decoded.
struct ArchiveRecord: Sendable {
  var header: RecordHeader
  var http: HTTPHead?
  /// The block behind the HTTP header, with transfer and content encodings.
  var body: [UInt8] = []
  /// Bytes of the block, the HTTP header among them, as far as they were read.
  var length = 0
  var position = ReaderPosition()
  var flags: [String] = []

  static let truncated = "truncated"
  static let aboveCeiling = "above-ceiling"
  static let wrongLength = "wrong-length"
  static let damaged = "damaged"

  mutating func flag(_ flag: String) {
    if !flags.contains(flag) { flags.append(flag) }
  }

  /// Whether the block holds a message of HTTP, as its type and URI tell.
  static func holdsHTTP(_ header: RecordHeader) -> Bool {
    guard ["response", "request", "revisit"].contains(header.type) else { return false }
    if header.contentType?.lowercased().hasPrefix("application/http") == true { return true }
    let uri = header.uri?.lowercased() ?? ""
    return uri.hasPrefix("http:") || uri.hasPrefix("https:")
  }
}
