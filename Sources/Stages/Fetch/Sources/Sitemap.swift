import Sluice

/// The entries of a sitemap or of an index of sitemaps (sitemaps.org, protocol 0.9).
struct Sitemap: Sendable {
  struct Entry: Hashable, Sendable {
    var location: String
    /// Day of the last change, where it is said.
    var lastModified: String?
  }

  private(set) var pages: [Entry] = []
  /// Further sitemaps.
  private(set) var sitemaps: [Entry] = []

  /// - Parameter bytes: XML, or gzip of it.
  /// - Throws: ``SluiceError`` with code `.unreadable` or `.tooLarge`.
  init(_ bytes: [UInt8], limit: Int = SourceLimits.urls) throws {
    let reading = SitemapReading(limit: limit)
    guard XMLEvents.read(try SourceBytes.inflated(bytes), reading), reading.isSitemap else {
      throw SluiceError(.unreadable, "this is no sitemap: it has no 'urlset' or 'sitemapindex'")
    }
    pages = reading.pages
    sitemaps = reading.sitemaps
  }
}

private final class SitemapReading: XMLConsumer {
  var pages: [Sitemap.Entry] = []
  var sitemaps: [Sitemap.Entry] = []
  var isSitemap = false
  private var entry = Sitemap.Entry(location: "")
  private var parents: [String] = []
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  var isFull: Bool { pages.count >= limit || sitemaps.count >= SourceLimits.sitemaps }

  func begin(_ element: XMLElement) {
    if parents.isEmpty { isSitemap = ["urlset", "sitemapindex"].contains(element.name) }
    if element.name == "url" || element.name == "sitemap" { entry = Sitemap.Entry(location: "") }
    parents.append(element.name)
  }

  func end(_ element: XMLElement, text: String) {
    parents.removeLast()
    // Extensions have elements of the same names deeper down: image:loc, video:player_loc.
    switch (parents.last, element.name) {
    case ("url", "loc") where !element.namespace.contains("image"), ("sitemap", "loc"): entry.location = text
    case ("url", "lastmod"), ("sitemap", "lastmod"): entry.lastModified = CalendarTime.day(inFeed: text)
    case (_, "url") where !entry.location.isEmpty: pages.append(entry)
    case (_, "sitemap") where !entry.location.isEmpty: sitemaps.append(entry)
    default: break
    }
  }
}
