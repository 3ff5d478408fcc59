import Sluice

/// A resource as it was fetched, or as the cache has it.
public struct FetchedPage: Sendable {
  /// Its URL, after all redirects.
  public let url: String
  public let status: Int
  /// When the server answered, ISO 8601 in UTC.
  public let date: String
  /// The body without content encoding.
  public let body: [UInt8]
  let fields: [HTTPField]

  init(_ url: WebURL, _ response: HTTPResponse, date: String) {
    self.url = url.text
    status = response.status
    self.date = date
    body = response.body
    fields = response.fields
  }

  /// The value of the first header field with a name, in whatever case.
  public func field(_ name: String) -> String? {
    let name = name.lowercased()
    return fields.first { $0.name.lowercased() == name }?.value
  }

  /// Media types that servers send for want of a better one.
  private static let vague: Set<String> = [Source.unknownMediaType, "binary/octet-stream", "text/plain"]

  /// The source of a document.
  ///
  /// - Parameter hint: the media type that was expected, for servers that do not know it.
  func source(hint: String) -> Source {
    let sent = MediaTypeField(field("content-type"))
    var mediaType = sent?.essence ?? Source.unknownMediaType
    if Self.vague.contains(mediaType), hint != Source.unknownMediaType { mediaType = hint }
    if mediaType == Source.unknownMediaType {
      mediaType = MediaTypeSniffing.mediaType(of: Array(body.prefix(1024)))
    }
    return Source(body, mediaType: mediaType, declaredCharset: sent?.charset)
  }

  private static let keptFields = [
    "content-type", "content-language", "last-modified", "etag", "link", "x-robots-tag",
  ]

  func metadata(requested: String) -> JSONValue {
    var members: [JSONValue.Member] = []
    if requested != url { members.append(.init("requested", .string(requested))) }
    members += [.init("status", .integer(status)), .init("date", .string(date))]
    let kept = Self.keptFields.compactMap { name in field(name).map { JSONValue.Member(name, .string($0)) } }
    if !kept.isEmpty { members.append(.init("headers", .object(kept))) }
    return .object(members)
  }
}
