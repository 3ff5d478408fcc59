public import Sluice

/// The stage that fetches documents, and the readers of files that list what to fetch.
public enum FetchPlugin: Plugin {
  public static let name = "SluiceFetch"
  public static let stages: [any Stage.Type] = [FetchHTTP.self]
  public static let readers: [any Reader.Type] = [URLListReader.self, SitemapReader.self, FeedReader.self]
}
