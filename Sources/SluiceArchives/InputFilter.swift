import Sluice

/// Which records of archives are wanted.
///
/// What is given must all hold; of several values of one kind, one must. What a record does not have is no reason
/// against it in ``everything``, and is one where a value is asked for.
public struct InputFilter: Hashable, Sendable {
  /// Kinds of record, such as `response`; none for all.
  public var recordTypes: [String] = []
  /// Media types, where `text/*` stands for all of one kind; none for all.
  public var mediaTypes: [String] = []
  /// URIs, where `*` stands for any characters and `?` for one; none for all.
  public var urls: [String] = []
  /// Codes of HTTP; none for all.
  public var statuses: [ClosedRange<Int>] = []
  /// The first and last moment of archiving, ISO 8601 or a beginning of it, such as `2024-05`.
  public var since: String?
  public var until: String?

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
