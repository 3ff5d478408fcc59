import Sluice

/// An RSS 2.0, RSS 1.0 or Atom feed, with the elements of podcasts (iTunes, Podcasting 2.0).
struct Feed: Sendable {
  struct Transcript: Hashable, Sendable {
    var url: String
    /// Media type, lower case.
    var type: String
    var language: String?
  }

  struct Item: Hashable, Sendable {
    var title: String?
    var link: String?
    var guid: String?
    /// Day of publication, ISO 8601.
    var date: String?
    var authors: [String] = []
    /// ISO 8601, such as `PT2M18S`.
    var duration: String?
    /// The recording.
    var audio: String?
    var transcripts: [Transcript] = []

    /// The transcript that says most: with speakers and times first, then as a page, then as mere text.
    var transcript: Transcript? {
      func rank(_ transcript: Transcript) -> Int {
        Feed.preferredTypes.firstIndex(of: transcript.type) ?? Feed.preferredTypes.count
      }
      return transcripts.min { rank($0) < rank($1) }
    }
  }

  static let preferredTypes = [
    "text/vtt", "application/x-subrip", "text/html", "text/plain", "application/json",
  ]
  static let itemLimit = 100_000

  /// Title of the channel.
  private(set) var title: String?
  private(set) var language: String?
  private(set) var items: [Item] = []

  /// - Throws: ``SluiceError`` with code `.unreadable` or `.tooLarge`.
  init(_ bytes: [UInt8]) throws {
    let reading = FeedReading()
    guard XMLEvents.read(try SourceBytes.inflated(bytes), reading), reading.isFeed else {
      throw SluiceError(.unreadable, "this is no feed: it has no 'rss', 'feed' or 'RDF'")
    }
    title = reading.title
    language = reading.language
    items = reading.items
  }

  /// `1:02:03`, `02:18` or seconds, as ISO 8601.
  static func duration(_ text: String) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) ?? -1 }
    guard (1...3).contains(parts.count), parts.allSatisfy({ (0...1e6).contains($0) }) else { return nil }
    let seconds = Int(parts.reduce(0) { $0 * 60 + $1 }.rounded())
    guard seconds > 0 else { return nil }
    let units = [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")]
    return "PT" + units.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }
}

private final class FeedReading: XMLConsumer {
  var title: String?
  var language: String?
  var items: [Feed.Item] = []
  var isFeed = false
  private var item = Feed.Item()
  private var isInItem = false
  private var parents: [String] = []
  /// How sure the item's author and title are: what iTunes says stands behind what the format itself has.
  private var itunesAuthor: String?
  private var itunesTitle: String?

  var isFull: Bool { items.count >= Feed.itemLimit }

  private enum Family { case plain, itunes, podcast, dublinCore, other }

  private func family(_ element: XMLElement) -> Family {
    let namespace = element.namespace.lowercased()
    if namespace.isEmpty || namespace.contains("/atom") || namespace.contains("purl.org/rss")
      || namespace.contains("backend.userland.com") || namespace.contains("rdf-syntax")
    {
      return .plain
    }
    if namespace.contains("itunes") { return .itunes }
    if namespace.contains("podcast") { return .podcast }
    return namespace.contains("purl.org/dc") || namespace == "dc" ? .dublinCore : .other
  }

  func begin(_ element: XMLElement) {
    if parents.isEmpty { isFeed = ["rss", "feed", "rdf"].contains(element.name.lowercased()) }
    parents.append(element.name)
    let family = family(element)
    if family == .plain, element.name == "item" || element.name == "entry" {
      item = Feed.Item()
      isInItem = true
      (itunesAuthor, itunesTitle) = (nil, nil)
    }
    guard isInItem else { return }
    switch (family, element.name) {
    case (.plain, "link"): takeLink(element.attributes)
    case (.plain, "enclosure"): item.audio = item.audio ?? element.attributes["url"]
    case (.podcast, "transcript"): takeTranscript(element.attributes)
    default: break
    }
  }

  /// An Atom link; those of RSS have their URL as text.
  private func takeLink(_ attributes: [String: String]) {
    guard let target = attributes["href"] else { return }
    switch attributes["rel"] ?? "alternate" {
    case "alternate":
      if item.link == nil || attributes["type"] == "text/html" { item.link = target }
    case "enclosure": item.audio = item.audio ?? target
    default: break
    }
  }

  private func takeTranscript(_ attributes: [String: String]) {
    guard let url = attributes["url"], !url.isEmpty, item.transcripts.count < 32 else { return }
    var type = MediaTypeField(attributes["type"])?.essence ?? ""
    if ["application/srt", "text/srt", "application/x-srt"].contains(type) { type = "application/x-subrip" }
    item.transcripts.append(Feed.Transcript(url: url, type: type, language: attributes["language"]))
  }

  func end(_ element: XMLElement, text: String) {
    parents.removeLast()
    let family = family(element)
    guard isInItem else {
      guard !text.isEmpty, parents.count <= 2, family == .plain else { return }
      if element.name == "title", parents.last == "channel" || parents.last == "feed" {
        title = title ?? text
      }
      if element.name == "language" { language = language ?? text }
      return
    }
    if family == .plain, element.name == "item" || element.name == "entry" { return finish() }
    // Elements of an item, and the name within an author; nothing of what content has within it.
    guard !text.isEmpty, ["item", "entry", "author"].contains(parents.last ?? "") else { return }
    take(text, family, element.name)
  }

  private func take(_ text: String, _ family: Family, _ name: String) {
    switch (family, name) {
    case (.plain, "title"): item.title = text
    case (.plain, "link"): item.link = item.link ?? text
    case (.plain, "guid"), (.plain, "id"): item.guid = text
    case (.plain, "pubDate"), (.plain, "published"): item.date = CalendarTime.day(inFeed: text) ?? item.date
    case (.plain, "updated"), (.dublinCore, "date"): item.date = item.date ?? CalendarTime.day(inFeed: text)
    case (.dublinCore, "creator"): addAuthor(text)
    case (.plain, "name") where parents.last == "author": addAuthor(text)
    case (.plain, "author") where parents.last == "item": addAuthor(Self.name(inMail: text))
    case (.itunes, "author"): itunesAuthor = text
    case (.itunes, "title"): itunesTitle = text
    case (.itunes, "duration"): item.duration = Feed.duration(text)
    default: break
    }
  }

  private func addAuthor(_ name: String) {
    guard item.authors.count < 32, !item.authors.contains(name), !name.isEmpty else { return }
    item.authors.append(name)
  }

  /// RSS has authors as `mail@example.org (Name)`.
  private static func name(inMail text: String) -> String {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
      return text.contains("@") ? "" : text
    }
    return String(text[text.index(after: open)...].dropLast()).trimmed
  }

  private func finish() {
    item.title = item.title ?? itunesTitle
    if item.authors.isEmpty, let itunesAuthor { item.authors = [itunesAuthor] }
    items.append(item)
    isInItem = false
  }
}
