import Sluice

/// Which records of archives are wanted.
///
/// What is given must all hold; of several values of one kind, one must. A record that lacks what is asked for is not
/// wanted.
public struct InputFilter: Hashable, Sendable {
  /// Kinds of record, such as `response`; none for all.
  public var recordTypes: [String] = []
  /// Media types, where `text/*` stands for all of one kind; none for all.
  public var mediaTypes: [String] = []
  /// Patterns of whole URIs, where `*` stands for any characters and `?` for one; none for all.
  public var urls: [String] = []
  /// Codes of HTTP; none for all.
  public var statuses: [ClosedRange<Int>] = []
  /// The first and last moment of archiving, ISO 8601 or a beginning of it: `2024-05` is the whole month.
  public var since: String?
  public var until: String?
  /// Whether content above the ceiling is cut, instead of failing.
  public var cutsOversize = false

  public init() {}

  /// All records, those without text for people as well.
  public static let everything = InputFilter()

  /// Records that hold an answer or a thing, with content that is text for people.
  public static let documents: InputFilter = {
    var filter = InputFilter()
    filter.recordTypes = ["response", "resource", "conversion"]
    filter.mediaTypes = MediaType.ofText
    return filter
  }()
}

extension InputFilter {
  /// Why a record is not wanted, as far as its headers tell; `nil` when it may be.
  func reasonAgainst(_ record: ArchiveRecord) -> String? {
    if !recordTypes.isEmpty, !recordTypes.contains(record.header.type) {
      return record.header.type == "revisit"
        ? "a revisit: its content lies in another record" : "a record of type \(record.header.type)"
    }
    if let reason = reasonAgainst(uri: record.header.uri) { return reason }
    if !statuses.isEmpty {
      guard let status = record.http?.status else { return "it has no status" }
      if !statuses.contains(where: { $0.contains(status) }) { return "its status is \(status)" }
    }
    if since != nil || until != nil {
      guard let date = record.header.date else { return "it has no date" }
      if let since, date < since { return "it is of \(date)" }
      if let until, date.prefix(until.count) > until { return "it is of \(date)" }
    }
    // What is declared as text, or as nothing, is looked at before it is judged.
    guard let declared = ContentType(record.declaredType).mediaType, !MediaType.isVague(declared) else {
      return nil
    }
    return MediaType.ofText.contains(declared) ? nil : reasonAgainst(mediaType: declared)
  }

  /// Why a member of a zip or tar is not wanted.
  func reasonAgainst(member uri: String) -> String? {
    if !recordTypes.isEmpty, !recordTypes.contains("resource") { return "a file" }
    if !statuses.isEmpty { return "it has no status" }
    if since != nil || until != nil { return "it has no date" }
    return reasonAgainst(uri: uri)
  }

  func reasonAgainst(mediaType: String) -> String? {
    let isWanted =
      mediaTypes.isEmpty
      || mediaTypes.contains { wanted in
        wanted == mediaType || wanted.hasSuffix("/*") && mediaType.hasPrefix(wanted.dropLast())
      }
    return isWanted ? nil : "content of type \(mediaType)"
  }

  func reasonAgainst(uri: String?) -> String? {
    guard !urls.isEmpty else { return nil }
    guard let uri else { return "it has no URI" }
    return urls.contains { Glob.matches($0, uri) } ? nil : "its URI is not asked for"
  }
}
