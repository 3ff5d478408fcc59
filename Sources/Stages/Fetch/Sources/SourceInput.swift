import Sluice

/// Inputs that are URLs to be fetched.
enum SourceInput {
  /// The input of a line in a list, `nil` for lines that are empty or comments.
  static func line(_ bytes: [UInt8], number: Int, of path: String) -> Input? {
    let text = String(
      decoding: number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...],
      as: UTF8.self
    )
    .trimmed
    guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
    return url(text, relativeTo: nil, place: "\(path):\(number)")
  }

  /// - Parameters:
  ///   - place: where the URL stands, which is the id of one that cannot be fetched.
  ///   - mediaType: what the source says that it is.
  static func url(
    _ text: String, relativeTo base: WebURL?, place: String, mediaType: String? = nil,
    metadata: Metadata = Metadata()
  ) -> Input {
    do {
      let url = try WebURL(text, relativeTo: base).text
      let content = mediaType.map { Input.Content.source(Source([], mediaType: $0)) } ?? .nothing
      return Input(id: url, uri: url, content: content, metadata: metadata)
    } catch {
      let failure = (error as? SluiceError) ?? SluiceError(.refused, "\(error)")
      return Input(id: place, uri: WebURL.shown(text), content: .failure(failure))
    }
  }

  static func page(_ entry: Sitemap.Entry, place: String) -> Input {
    var metadata = Metadata()
    if let day = entry.lastModified { metadata.set("modified", .string(day), evidence: "sitemap") }
    return url(entry.location, relativeTo: nil, place: place, metadata: metadata)
  }

  /// The transcript of an item, else its page; `nil` when it has neither.
  static func item(_ item: Feed.Item, of feed: Feed, relativeTo base: WebURL?, place: String) -> Input? {
    let transcript = item.transcript
    guard let target = transcript?.url ?? item.link else { return nil }
    var metadata = Metadata()
    func set(_ key: String, _ value: String?) {
      if let value, !value.isEmpty { metadata.set(key, .string(value), evidence: "feed") }
    }
    set("title", item.title)
    if !item.authors.isEmpty { metadata.set("authors", .strings(item.authors), evidence: "feed") }
    set("date", item.date)
    set("language", transcript?.language ?? feed.language)
    set("duration", item.duration)
    set("series", feed.title)
    set("guid", item.guid)
    if transcript != nil { set("page", item.link) }
    set("audio", item.audio)
    let type = transcript.flatMap { $0.type.isEmpty ? nil : $0.type }
    return url(target, relativeTo: base, place: place, mediaType: type, metadata: metadata)
  }
}
