public import Sluice

/// Turns the URLs and lists of a command line into inputs, before a run: pages as they are, lists, sitemaps and
/// feeds by what is in them, fetched by the rules of the run itself.
public struct WebSources: Sendable {
  private let fetcher: Fetcher
  private let kind: SourceKind?

  /// - Parameters:
  ///   - fetcher: of the pipeline's fetch stage.
  ///   - kind: what all arguments are; `nil` to go by their names.
  public init(_ fetcher: Fetcher, as kind: SourceKind? = nil) {
    self.fetcher = fetcher
    self.kind = kind
  }

  /// `true` for what is a URL rather than a path.
  public static func isURL(_ argument: String) -> Bool { WebURL.looksLikeOne(argument) }

  /// The inputs that an argument stands for; those of a list without repetitions.
  ///
  /// - Throws: ``SluiceError`` when the argument itself cannot be fetched or read; what goes wrong further down is
  ///   an input with content `.failure`.
  public func inputs(of argument: String) async throws -> [Input] {
    let kind = kind ?? SourceKind(named: argument) ?? .page
    if kind == .page { return [SourceInput.url(argument, relativeTo: nil, place: argument)] }
    let (bytes, url) = try await content(of: argument)
    var inputs: [Input] = []
    do {
      switch kind {
      case .page: break
      case .urls:
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
          number += 1
          guard inputs.count < SourceLimits.urls else { break }
          let text = Array(line.prefix(WebURL.maximumLength + 1))
          if let input = SourceInput.line(text, number: number, of: argument) { inputs.append(input) }
        }
      case .sitemap:
        var walk = SitemapWalk(fetcher: fetcher)
        inputs = try await walk.inputs(of: bytes, at: argument, depth: 1)
      case .feed:
        let feed = try Feed(bytes)
        inputs = feed.items.enumerated().compactMap { number, item in
          SourceInput.item(item, of: feed, relativeTo: url, place: "\(argument)#\(number + 1)")
        }
      }
    } catch var error as SluiceError {
      error.message = "\(argument): \(error.message)"
      throw error
    }
    var seen: Set<String> = []
    return inputs.filter { seen.insert($0.id).inserted }
  }

  private func content(of argument: String) async throws -> (bytes: [UInt8], url: WebURL?) {
    guard Self.isURL(argument) else { return (try FileBytes.read(argument, limit: SourceLimits.bytes), nil) }
    let page = try await fetcher.page(at: argument)
    return (page.body, try WebURL(page.url))
  }
}

/// Follows indexes of sitemaps, within limits.
private struct SitemapWalk {
  let fetcher: Fetcher
  private var found = 0
  private var fetched = 0
  private var seen: Set<String> = []

  init(fetcher: Fetcher) {
    self.fetcher = fetcher
  }

  mutating func inputs(of bytes: [UInt8], at place: String, depth: Int) async throws -> [Input] {
    let sitemap = try Sitemap(bytes, limit: SourceLimits.urls - found)
    found += sitemap.pages.count
    var inputs = sitemap.pages.enumerated().map { SourceInput.page($1, place: "\(place)#\($0 + 1)") }
    for entry in sitemap.sitemaps where seen.insert(entry.location).inserted {
      guard found < SourceLimits.urls, fetched < SourceLimits.sitemaps else { break }
      fetched += 1
      do {
        guard depth < SourceLimits.depth else {
          throw SluiceError(.refused, "an index of sitemaps in an index in an index is not followed")
        }
        let page = try await fetcher.page(at: entry.location)
        inputs += try await self.inputs(of: page.body, at: page.url, depth: depth + 1)
      } catch let error as SluiceError {
        inputs.append(Input(id: entry.location, uri: entry.location, content: .failure(error)))
      }
    }
    return inputs
  }
}
