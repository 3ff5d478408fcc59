public import Sluice

/// How far an ``InputList`` has been read: what a journal keeps so that a run goes on behind it.
///
/// It means the same for the same arguments, readers, filter and shard, as long as the files are unchanged.
public struct InputPosition: Hashable, Sendable, Codable {
  /// Files that are done, which is the index of the one being read.
  public var source: Int
  /// Where in that file reading goes on.
  public var within: ReaderPosition

  public init(source: Int = 0, within: ReaderPosition = .start) {
    self.source = source
    self.within = within
  }

  /// The beginning of a list.
  public static let start = InputPosition()

  /// As an object: `{"source":3,"member":0,"offset":1024,"record":17,"skip":0}`.
  public var json: JSONValue {
    .object([
      JSONValue.Member("source", .integer(source)), JSONValue.Member("member", .integer(within.member)),
      JSONValue.Member("offset", .integer(within.offset)),
      JSONValue.Member("record", .integer(within.record)),
      JSONValue.Member("skip", .integer(within.skip)),
    ])
  }

  /// - Returns: `nil` when a member is missing or is no natural number.
  public init?(json: JSONValue) {
    func number(_ key: String) -> Int? {
      guard case .number(let digits)? = json[key], let value = Int(digits), value >= 0 else { return nil }
      return value
    }
    guard let source = number("source"), let member = number("member"), let offset = number("offset"),
      let record = number("record"), let skip = number("skip")
    else { return nil }
    self.init(
      source: source, within: ReaderPosition(member: member, offset: offset, record: record, skip: skip))
  }
}
