import Sluice

/// What of its inputs an ``InputList`` yields, and how.
public struct InputOptions: Sendable {
  /// What makes sure that no two inputs of a run have the same id.
  public enum IDRule: Sendable {
    /// An id that was used before gets its file and its place in front. This needs all that was read before.
    case unique
    /// Ids depend on nothing but the file and the place in it, so that they are the same after a resumption and in
    /// every shard. Ids that lines of a file have themselves may repeat.
    case asGiven
  }

  /// Which records of archives are wanted; the others are yielded as filtered.
  public var filter: InputFilter
  public var ids: IDRule
  /// The part of the inputs that is read; `nil` for all.
  public var shard: Shard?
  /// Where reading starts.
  public var start: InputPosition

  public init(
    filter: InputFilter = .documents, ids: IDRule = .unique, shard: Shard? = nil,
    start: InputPosition = .start
  ) {
    self.filter = filter
    self.ids = ids
    self.shard = shard
    self.start = start
  }
}
