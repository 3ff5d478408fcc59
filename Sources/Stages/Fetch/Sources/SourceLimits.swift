import Sluice

/// What is read of lists of documents, so that none is endless.
enum SourceLimits {
  /// URLs of one source, with all sitemaps that its index names.
  static let urls = 2_000_000
  /// Sitemaps of one index.
  static let sitemaps = 50_000
  /// Levels of indexes: an index names sitemaps, and by the protocol no indexes.
  static let depth = 3
  /// Bytes of a sitemap or feed, decompressed; the protocol allows 50 MB.
  static let bytes = 64 << 20
  /// Bytes of a text in a feed or sitemap that are kept.
  static let text = 16 << 10
}
