/// Where in its file a reader goes on.
public struct ReaderPosition: Hashable, Sendable, Codable {
  /// Which member of the file, from 0; always 0 when the file is not one of members.
  public var member: Int
  /// The byte at which reading starts: of the file, or of the member's content. It is a place from which the format
  /// can be read, such as the start of a gzip member, a zstd frame, a record or a line.
  public var offset: Int
  /// Records, or lines, that lie before it in the file or member.
  public var record: Int
  /// Records behind ``offset`` that are passed over, where many begin in one compressed unit.
  public var skip: Int

  public init(member: Int = 0, offset: Int = 0, record: Int = 0, skip: Int = 0) {
    self.member = member
    self.offset = offset
    self.record = record
    self.skip = skip
  }

  /// The beginning of a file.
  public static let start = ReaderPosition()
}
