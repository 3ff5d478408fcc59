public import Sluice

/// Reads a sitemap that is a file (`sitemap*.xml`, `sitemap*.xml.gz`): its pages as URLs to be fetched.
///
/// The sitemaps that an index names lie on the web: each is yielded as a failure that says how to follow it.
public struct SitemapReader: Reader {
  public static let name = "sitemap"

  private var inputs: ArraySlice<Input>

  public static func reads(path: String) -> Bool { SourceKind(named: path) == .sitemap }

  /// - Throws: ``SluiceError`` with code `.io`, `.unreadable` or `.tooLarge`.
  public init(path: String) throws {
    let sitemap = try Sitemap(FileBytes.read(path, limit: SourceLimits.bytes))
    let pages = sitemap.pages.enumerated().map { SourceInput.page($1, place: "\(path)#\($0 + 1)") }
    let others = sitemap.sitemaps.enumerated().map { number, entry in
      let hint = SluiceError(
        .unreadable, "\(entry.location) is a sitemap of an index, which only 'run --as sitemap' follows")
      return Input(id: "\(path)#sitemap\(number + 1)", uri: entry.location, content: .failure(hint))
    }
    inputs = (pages + others)[...]
  }

  public mutating func next() throws -> Input? { inputs.popFirst() }
}
