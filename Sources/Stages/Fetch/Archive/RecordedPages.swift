import Sluice

/// The pages in a WARC file that ``FetchHTTP`` wrote, for those who want to see a source again.
public struct RecordedPages: Sendable {
  private let cache: PageCache

  /// - Parameter path: of the file, which is opened when it is first needed, and never written.
  public init(_ path: String) {
    cache = PageCache(path, isReadOnly: true)
  }

  /// The latest body of a page; `nil` for what is no http or https URL, or not there.
  ///
  /// - Throws: ``SluiceError`` with code `.io` or `.unreadable`.
  public func bytes(of uri: String) throws -> [UInt8]? {
    guard WebURL.looksLikeOne(uri) else { return nil }
    return try cache.page(at: WebURL(uri).text, sizeLimit: Input.maximumSize)?.response.body
  }
}
