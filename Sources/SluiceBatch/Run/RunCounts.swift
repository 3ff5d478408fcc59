import Sluice

/// What became of the documents of a run: ``read`` = ``written`` + ``filtered`` + ``dead``.
public struct RunCounts: Hashable, Sendable {
  public var read = 0
  public var written = 0
  public var filtered = 0
  public var dead = 0

  public init() {}

  public static func += (a: inout Self, b: Self) {
    a.read += b.read
    a.written += b.written
    a.filtered += b.filtered
    a.dead += b.dead
  }

  /// `true` when every document that was read is accounted for.
  public var isBalanced: Bool { read == written + filtered + dead }

  var members: [JSONValue.Member] {
    [
      .init("read", .integer(read)), .init("written", .integer(written)),
      .init("filtered", .integer(filtered)), .init("dead", .integer(dead)),
    ]
  }

  /// - Returns: `nil` when a member is missing, or they do not add up.
  init?(_ json: JSONValue) {
    guard let read = json["read"]?.integer, let written = json["written"]?.integer,
      let filtered = json["filtered"]?.integer, let dead = json["dead"]?.integer
    else { return nil }
    (self.read, self.written, self.filtered, self.dead) = (read, written, filtered, dead)
    guard isBalanced else { return nil }
  }
}
