/// The place that an input was read from: enough to read it again, and what the archive says of it.
public struct InputOrigin: Hashable, Sendable {
  /// The file, as it was given.
  public var path: String
  /// The member of the file when that is a zip, tar or the like.
  public var member: String?
  /// Where reading can start again to yield the input first.
  public var position: ReaderPosition
  /// Bytes of the input's content as they lie in the archive, decompressed but with transfer and content
  /// encodings; `nil` when they are not known.
  public var length: Int?
  /// The kind of record: `response`, `revisit` and so on, `arc_header`, `resource` for files.
  public var type: String?
  /// Why the content may not be what was once archived: `truncated`, `damaged`, `wrong-length` and so on.
  public var flags: [String]

  public init(
    path: String, member: String? = nil, position: ReaderPosition, length: Int? = nil, type: String? = nil,
    flags: [String] = []
  ) {
    self.path = path
    self.member = member
    self.position = position
    self.length = length
    self.type = type
    self.flags = flags
  }
}
