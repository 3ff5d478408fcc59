/// What is known of a document as a whole: title, date, language, and whatever its archive says of it.
public struct Metadata: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public var key: String
    public var value: JSONValue
    /// Where the value was found, such as `json-ld`, `meta[name=author]` or `h1`.
    public var evidence: String?
  }

  /// The fields, in the order in which they were set.
  public private(set) var fields: [Field] = []

  public init() {}

  /// The value of a field, `nil` when it is not known.
  public subscript(key: String) -> JSONValue? {
    fields.first { $0.key == key }?.value
  }

  /// Sets or replaces a field.
  ///
  /// - Parameter evidence: where in the source the value was found.
  public mutating func set(_ key: String, _ value: JSONValue, evidence: String? = nil) {
    let field = Field(key: key, value: value, evidence: evidence)
    if let index = fields.firstIndex(where: { $0.key == key }) {
      fields[index] = field
    } else {
      fields.append(field)
    }
  }

  /// Adds a text to a field that lists texts, such as `notices`.
  public mutating func append(_ text: String, to key: String) {
    set(key, .array((self[key]?.array ?? []) + [.string(text)]))
  }

  /// Title of the page or work, without the name of the site.
  public var title: String? { self["title"]?.string }
  /// Who wrote it or speaks in it, one name each.
  public var authors: [String] { (self["authors"]?.array ?? []).compactMap(\.string) }
  /// Day of publication, ISO 8601 (`2024-05-16`).
  public var date: String? { self["date"]?.string }
  /// Name of the site or publisher.
  public var site: String? { self["site"]?.string }
  /// BCP 47 tag, such as `en` or `de-CH`.
  public var language: String? { self["language"]?.string }
  /// The page's own blurb.
  public var description: String? { self["description"]?.string }
  /// Length of a recording, ISO 8601 (`PT2M18S`).
  public var duration: String? { self["duration"]?.string }
}
