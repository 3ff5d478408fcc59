/// What is known of a step without its stage: enough to check a plan, also around stages that could not be made.
public struct StepOutline: Sendable {
  /// `nil` when it names no stage that could exist; then it may be anything.
  public var name: StageName?
  /// `nil` when the stage could not be made; then it may write any layer.
  public var contract: Contract?
  /// For parse stages: what they read, `nil` for all.
  public var mediaTypes: [String]?
  public var isConditional: Bool
  /// Where the pipeline file names it.
  public var position: SourcePosition?

  public init(
    name: StageName?, contract: Contract?, mediaTypes: [String]? = nil, isConditional: Bool = false,
    position: SourcePosition? = nil
  ) {
    self.name = name
    self.contract = contract
    self.mediaTypes = mediaTypes
    self.isConditional = isConditional
    self.position = position
  }

  public init(_ step: Step) {
    self.init(
      name: step.name, contract: step.contract, mediaTypes: type(of: step.stage).mediaTypes,
      isConditional: step.condition != nil, position: step.position)
  }
}

extension Pipeline {
  /// Everything that is wrong with the order and the layers of a plan; what only follows from steps that are
  /// not known is left out.
  ///
  /// - Parameter registry: where stages that would provide a missing layer are looked for.
  public static func check(_ plan: [StepOutline], registry: Registry? = nil) -> [Diagnostic] {
    PlanCheck.diagnostics(of: plan, registry: registry)
  }
}
