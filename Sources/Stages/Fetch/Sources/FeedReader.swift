public import Sluice

/// Reads a feed that is a file (`.rss`, `.atom`, `feed.xml` and the like): the transcripts of its items, else their
/// pages, as URLs to be fetched, with what the feed says of them.
public struct FeedReader: Reader {
  public static let name = "feed"

  private var inputs: ArraySlice<Input>

  public static func reads(path: String) -> Bool { SourceKind(named: path) == .feed }

  /// - Throws: ``SluiceError`` with code `.io`, `.unreadable` or `.tooLarge`.
  public init(path: String) throws {
    let feed = try Feed(FileBytes.read(path, limit: SourceLimits.bytes))
    inputs =
      feed.items.enumerated().compactMap { number, item in
        SourceInput.item(item, of: feed, relativeTo: nil, place: "\(path)#\(number + 1)")
      }[...]
  }

  public mutating func next() throws -> Input? { inputs.popFirst() }
}
