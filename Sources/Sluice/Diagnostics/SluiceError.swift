/// What went wrong, and where: in a file, or in a document at a stage.
public struct SluiceError: Error, Hashable, Sendable {
  /// The kind of an error; more can be added.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    public let name: String

    public init(_ name: String) { self.name = name }

    public var description: String { name }

    /// A pipeline file, a setting or a model that cannot be used.
    public static let configuration = Code("configuration")
    /// A file or stream that cannot be read or written.
    public static let io = Code("io")
    /// Input that is not what it claims to be.
    public static let unreadable = Code("unreadable")
    /// Input above a ceiling.
    public static let tooLarge = Code("too-large")
    /// A document that is not wanted: it is counted as filtered and is no failure. Readers and stages throw it, and
    /// no policy of a stage holds it back.
    public static let filtered = Code("filtered")
    /// The time for a document is up.
    public static let deadline = Code("deadline")
    /// A stage that broke its contract.
    public static let contract = Code("contract")
    /// Any other failure inside a stage.
    public static let stage = Code("stage")
  }

  public var code: Code
  public var message: String
  /// The stage that it happened in.
  public var stage: StageName?
  /// Id of the document that it happened to.
  public var document: String?
  /// The place in a file that it is about.
  public var position: SourcePosition?
  /// What a library said.
  public var underlying: String?

  public init(
    _ code: Code, _ message: String, stage: StageName? = nil, document: String? = nil,
    position: SourcePosition? = nil, underlying: String? = nil
  ) {
    self.code = code
    self.message = message
    self.stage = stage
    self.document = document
    self.position = position
    self.underlying = underlying
  }

  /// Wraps whatever a stage threw.
  init(wrapping error: any Error, stage: StageName, document: String) {
    self = (error as? SluiceError) ?? SluiceError(.stage, String(describing: error))
    self.stage = self.stage ?? stage
    self.document = self.document ?? document
  }
}

extension SluiceError: CustomStringConvertible {
  public var description: String {
    var place = position.map { "\($0): " } ?? ""
    if let document { place += "\(document): " }
    if let stage { place += "\(stage): " }
    return place + message + (underlying.map { " (\($0))" } ?? "")
  }
}
