/// Turns documents into the bytes of an output format.
///
/// Workers call ``encode(_:)`` in parallel, each on a copy; the engine puts the results in order.
public protocol Writer: Sendable {
  /// Name of the format, as `--format` takes it, such as `jsonl`.
  static var name: String { get }

  init(_ options: WriterOptions) throws

  /// What stands before the first document, and behind the last.
  var header: [UInt8] { get }
  var footer: [UInt8] { get }

  /// The document as bytes of the format, with what ends it, such as a line feed.
  mutating func encode(_ document: Document) throws -> [UInt8]
}

extension Writer {
  public var header: [UInt8] { [] }
  public var footer: [UInt8] { [] }
}

/// How offsets into a record's text are counted.
public enum OffsetUnit: String, Sendable, CaseIterable, Hashable {
  /// Bytes of UTF-8: Swift's `utf8` view, Rust, Go, C.
  case utf8
  /// Units of UTF-16: JavaScript, Java, C#.
  case utf16
  /// Code points: Python, Swift's `unicodeScalars` view.
  case unicode
}

/// What every writer is told about the run.
public struct WriterOptions: Sendable {
  public var offsets: OffsetUnit
  /// Hash of the pipeline, `sha256:…`.
  public var pipeline: String?
  /// The models by the stages that use them.
  public var models: [(stage: StageName, model: String)]
  /// Whether records carry the tokens of documents that have them.
  public var includesTokens: Bool

  public init(
    offsets: OffsetUnit = .utf8, pipeline: String? = nil, models: [(stage: StageName, model: String)] = [],
    includesTokens: Bool = false
  ) {
    self.offsets = offsets
    self.pipeline = pipeline
    self.models = models
    self.includesTokens = includesTokens
  }
}
