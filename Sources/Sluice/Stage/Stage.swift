/// One step of a pipeline.
///
/// A stage is a value. The pipeline makes it once from its settings, where it loads its models, and gives each
/// worker a copy, so that scratch buffers need no lock and models are shared. It is handed one document at a
/// time and
/// - reads and writes only the layers of its ``contract``, which the pipeline enforces;
/// - edits the text only in the clean phase, by ``Document/apply(_:)``;
/// - gives the same result for the same document, whatever came before it;
/// - throws when it cannot do its work: the document becomes a dead letter, and the next is not affected;
/// - polls ``Document/checkDeadline()`` in loops that can be long.
///
/// `SluiceTesting.checkStage` tests all of this on a stage of yours.
public protocol Stage: Sendable {
  associatedtype Settings: StageSettings = NoSettings

  /// Its name in pipeline files; the prefix is its phase.
  static var name: StageName { get }
  /// What it does, in one line.
  static var summary: String { get }
  /// For parse stages: the media types that it reads, `nil` for all. A document of another type is left to the
  /// next parse stage.
  static var mediaTypes: [String]? { get }
  /// For parse stages: whether it reads a source. By default its media type decides; a stage that knows its formats
  /// by their looks can take more than ``mediaTypes``, which is what folders are searched for. It is asked of every
  /// document, so it looks at the first bytes only.
  func reads(_ source: Source) -> Bool

  /// - Throws: ``SluiceError`` with code `.configuration` for settings that make no sense together.
  init(_ settings: Settings, _ context: LoadContext) throws

  /// The layers that it reads and writes.
  var contract: Contract { get }
  /// Identifies the tables that it decides by: changes whenever its answers may. `nil` when it has none.
  var model: String? { get }

  /// What the user should be told when a run is over, such as entries of a file that were never used; it is asked
  /// of the stage that the workers' copies were made of.
  var remarks: [String] { get }

  mutating func process(_ document: inout Document) async throws
}

extension Stage {
  public static var mediaTypes: [String]? { nil }
  public func reads(_ source: Source) -> Bool {
    Self.mediaTypes?.contains(source.mediaType) ?? true
  }
  public var model: String? { nil }
  public var remarks: [String] { [] }
}
