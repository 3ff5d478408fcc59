import Sluice

/// Bytes of lists, which may come as gzip.
enum SourceBytes {
  /// - Throws: ``SluiceError`` with code `.unreadable` for gzip that is damaged, `.tooLarge` for what is too large.
  static func inflated(_ bytes: [UInt8]) throws -> [UInt8] {
    guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
    let (inflated, outcome) = GzipMember.decompress(bytes[...], limit: SourceLimits.bytes)
    switch outcome {
    case .whole: return inflated
    case .tooLarge: throw SluiceError(.tooLarge, "it has more than \(SourceLimits.bytes) bytes, decompressed")
    case .truncated, .damaged: throw SluiceError(.unreadable, "its gzip is damaged")
    }
  }
}
