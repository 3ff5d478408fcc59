public import Sluice

/// `fetch.http`: gets the bytes of documents that are only a URL.
///
/// A document that has bytes, or whose URI is not http or https, passes untouched. For the others: robots.txt is
/// obeyed, each host is asked at its rate, redirects are followed one by one under the same rules, failures in
/// passing are tried again, and no address is connected to that is not public. All workers share one client,
/// which has one thread for the network.
///
/// The document gets the body without its content encoding, the media type and charset of `Content-Type`, the URL
/// after all redirects as its URI, and `fetch` in its metadata: requested URL, status, time, and header fields that
/// later stages may want.
public struct FetchHTTP: Stage {
  public static let name: StageName = "fetch.http"
  public static let summary = "Gets pages from the web, politely, or from a WARC file that keeps them."

  public let contract = Contract()
  /// The client; copies of the stage share it.
  public let fetcher: Fetcher

  /// - Throws: ``SluiceError`` with code `.configuration` for header fields that cannot be sent, and for `offline`
  ///   without a cache that can be read.
  public init(_ settings: FetchSettings = FetchSettings(), _ context: LoadContext = LoadContext()) throws {
    fetcher = try Fetcher(settings)
  }

  /// - Throws: ``SluiceError`` with code `.fetch` or `.refused`, `.tooLarge`, `.deadline`.
  public func process(_ document: inout Document) async throws {
    guard document.source.bytes.isEmpty, let uri = document.uri, document.needsFetch else { return }
    let page = try await fetcher.page(at: uri, deadline: document.deadline)
    guard !page.body.isEmpty else {
      throw SluiceError(.fetch, "\(page.url) has no content (\(page.status))")
    }
    document.source = page.source(hint: document.source.mediaType)
    document.uri = page.url
    document.metadata.set("fetch", page.metadata(requested: uri), evidence: "http")
  }
}
