/// What a file or URL on a command line is: a document, or a list of documents to fetch.
public enum SourceKind: String, Sendable, CaseIterable {
  /// A document of its own.
  case page
  /// A text file with a URL on each line.
  case urls
  /// A sitemap, or an index of sitemaps (sitemaps.org), as XML or gzip.
  case sitemap
  /// An RSS 2.0, RSS 1.0 or Atom feed, with the transcripts that `podcast:transcript` names.
  case feed

  /// What the name of a file, or the path of a URL, says; `nil` when it says nothing.
  public init?(named path: String) {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    guard let name = path[..<end].split(separator: "/").last?.lowercased() else { return nil }
    let isXML = name.hasSuffix(".xml") || name.hasSuffix(".xml.gz")
    if name.hasSuffix(".urls") {
      self = .urls
    } else if isXML, name.hasPrefix("sitemap") {
      self = .sitemap
    } else if name.hasSuffix(".rss") || name.hasSuffix(".atom")
      || ["feed.xml", "rss.xml", "atom.xml", "podcast.xml"].contains(name)
    {
      self = .feed
    } else {
      return nil
    }
  }
}
