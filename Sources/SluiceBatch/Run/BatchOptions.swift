public import Sluice

/// How a batch run works. Only ``chunk``, ``partSize`` and ``deduplication`` show in its output.
public struct BatchOptions: Sendable {
  /// The most documents that are worked on again after a crash, besides those that were at work; half of it is
  /// made durable together.
  public var chunk = 200
  /// A chunk ends before its number of documents is reached when its records have this many bytes.
  public var chunkBytes = 4 << 20
  /// Bytes from which on a part takes no further chunk.
  public var partSize = 256 << 20
  public var deduplication: Deduplication?
  public var jobs = 1
  public var deadline: Duration? = .seconds(10)
  public var budget: ErrorBudget?

  public init() {}

  /// What of it shows in the output.
  public var identity: [JSONValue.Member] {
    [
      .init("chunk", .integer(chunk)), .init("partSize", .integer(partSize)),
      .init("dedupe", deduplication?.json ?? .null),
    ]
  }
}
