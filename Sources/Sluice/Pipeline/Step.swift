/// A stage in a pipeline, with the conditions under which it runs.
public struct Step: Sendable {
  public enum FailurePolicy: String, Sendable, CaseIterable {
    /// A failure costs the document: it becomes a dead letter.
    case fail
    /// A failure costs the stage only: the document goes on as it was, with a warning.
    case skip
  }

  public internal(set) var stage: any Stage
  /// The stage's contract, asked once: it follows from the settings.
  public let contract: Contract
  /// Runs only on documents for which this holds.
  public var condition: Condition?
  public var onError: FailurePolicy
  /// The most time that the stage may take for one document.
  public var timeout: Duration?
  /// Where the pipeline file names it.
  public var position: SourcePosition?

  public init(
    _ stage: any Stage, when condition: Condition? = nil, onError: FailurePolicy = .fail,
    timeout: Duration? = nil, position: SourcePosition? = nil
  ) {
    self.stage = stage
    contract = stage.contract
    self.condition = condition
    self.onError = onError
    self.timeout = timeout
    self.position = position
  }

  public var name: StageName { type(of: stage).name }
}
