/// A checked, runnable list of stages.
///
/// Made from a pipeline file, or in code:
///
/// ```swift
/// let pipeline = try Pipeline { ParseHTML(); CleanTranscript(); SplitSentences() }
/// var document = Document(id: "a", source: Source(bytes, mediaType: "text/html"))
/// try await pipeline.process(&document)
/// ```
///
/// A pipeline is a value: each worker runs a copy.
public struct Pipeline: Sendable {
  public let name: String
  public private(set) var steps: [Step]
  /// Wall time spent in each step since the pipeline was made or copied, in nanoseconds.
  public private(set) var nanoseconds: [UInt64]

  /// - Throws: ``ConfigurationError`` with everything that is wrong with the order and the layers of the steps.
  public init(name: String = "pipeline", steps: [Step], registry: Registry? = nil) throws {
    let diagnostics = Pipeline.check(steps.map { StepOutline($0) }, registry: registry)
    guard diagnostics.isEmpty else { throw ConfigurationError(diagnostics) }
    self.name = name
    self.steps = steps
    nanoseconds = Array(repeating: 0, count: steps.count)
  }

  /// Makes a pipeline of stages in their order.
  public init(name: String = "pipeline", @PipelineBuilder _ stages: () throws -> [Step]) throws {
    try self.init(name: name, steps: stages())
  }

  /// The media types that its parse stages read, `nil` when one of them reads any.
  public var mediaTypes: [String]? {
    var types: [String] = []
    for step in steps where step.name.phase == .parse {
      guard let own = type(of: step.stage).mediaTypes else { return nil }
      types += own
    }
    return types
  }

  /// The models that the stages decide by.
  public var models: [(stage: StageName, model: String)] {
    steps.compactMap { step in step.stage.model.map { (step.name, $0) } }
  }
}

/// Collects the stages of a ``Pipeline`` written in code.
@resultBuilder
public enum PipelineBuilder {
  public static func buildExpression(_ stage: any Stage) -> [Step] { [Step(stage)] }
  public static func buildExpression(_ step: Step) -> [Step] { [step] }
  public static func buildBlock(_ parts: [Step]...) -> [Step] { parts.flatMap(\.self) }
  public static func buildOptional(_ part: [Step]?) -> [Step] { part ?? [] }
  public static func buildEither(first part: [Step]) -> [Step] { part }
  public static func buildEither(second part: [Step]) -> [Step] { part }
  public static func buildArray(_ parts: [[Step]]) -> [Step] { parts.flatMap(\.self) }
}

// MARK: - Running

extension Pipeline {
  /// What a step did with a document.
  public enum StepOutcome: Hashable, Sendable {
    case ran
    /// It was not meant for the document: the reason.
    case passed(String)
    /// It failed, and its policy is to go on.
    case failed(SluiceError)
  }

  /// Takes a document through all steps.
  ///
  /// - Parameter observe: called after each step, for `sluice explain`.
  /// - Throws: ``SluiceError`` with stage and document; the document is then as the failing stage left it.
  public mutating func process(
    _ document: inout Document,
    observe: ((_ step: Int, _ outcome: StepOutcome, _ document: Document) -> Void)? = nil
  ) async throws {
    for index in steps.indices {
      let phase = steps[index].name.phase
      if phase > .fetch, document.needsFetch { throw unfetched(document) }
      if phase > .parse, !document.isParsed { throw unparsed(document) }
      document.enter(phase)
      let start = ContinuousClock.now
      let outcome = try await run(index, on: &document)
      nanoseconds[index] += UInt64(clamping: (ContinuousClock.now - start).nanoseconds)
      observe?(index, outcome, document)
    }
    if !document.isParsed { throw unparsed(document) }
  }

  private mutating func run(_ index: Int, on document: inout Document) async throws -> StepOutcome {
    let step = steps[index]
    if let reason = reasonToPass(step, document) { return .passed(reason) }
    let deadline = document.deadline
    // The time for a document is for work on it: how long a network takes is the fetch stage's own concern.
    let start = ContinuousClock.now
    if step.name.phase == .fetch { document.deadline = nil }
    if let timeout = step.timeout {
      let own = ContinuousClock.now + timeout
      document.deadline = document.deadline.map { min($0, own) } ?? own
    }
    defer {
      let waited = step.name.phase == .fetch ? ContinuousClock.now - start : .zero
      document.deadline = deadline.map { $0 + waited }
    }
    let before = step.onError == .skip ? document : nil
    do {
      try await steps[index].stage.process(&document)
      try document.checkDeadline()
      try enforce(step.contract, on: document)
      return .ran
    } catch {
      let error = SluiceError(wrapping: error, stage: step.name, document: document.id)
      guard var unharmed = before else { throw error }
      unharmed.deadline = document.deadline
      document = unharmed
      document.warn("\(step.name) was skipped: \(error.message)")
      return .failed(error)
    }
  }

  /// Why a step has nothing to do for a document, `nil` when it has.
  private func reasonToPass(_ step: Step, _ document: Document) -> String? {
    if step.name.phase == .parse {
      if document.isParsed { return "the document is parsed already" }
      if let types = type(of: step.stage).mediaTypes, !types.contains(document.source.mediaType) {
        return "it does not read \(document.source.mediaType)"
      }
    }
    if let condition = step.condition, !condition.holds(for: document) {
      return "its condition does not hold: \(condition.text)"
    }
    // A layer can be missing at run time only when the step that provides it was passed over or skipped.
    let missing =
      step.contract.requires.first { !document.has($0) } ?? step.contract.revises.first { !document.has($0) }
    return missing.map { "the document has no \($0)" }
  }

  private func enforce(_ contract: Contract, on document: Document) throws {
    if let stray = document.writtenLayers.first(where: { layer in
      !contract.provides.contains(layer) && !contract.revises.contains(layer)
    }) {
      throw SluiceError(.contract, "it wrote the layer '\(stray)', which its contract does not name")
    }
    if let missing = contract.provides.first(where: { !document.has($0) }) {
      throw SluiceError(.contract, "it did not write the layer '\(missing)' that its contract promises")
    }
  }

  private func unfetched(_ document: Document) -> SluiceError {
    let hint =
      steps.contains { $0.name.phase == .fetch }
      ? "its fetch stage was passed over or skipped"
      : "put fetch.http before the parse stages, or run the pipeline 'web'"
    return SluiceError(
      .unreadable, "there are no bytes, only the URL \(document.uri ?? ""): \(hint)", document: document.id)
  }

  private func unparsed(_ document: Document) -> SluiceError {
    let parsers = steps.filter { $0.name.phase == .parse }.map { step in
      let types = type(of: step.stage).mediaTypes?.joined(separator: ", ") ?? "anything"
      return "\(step.name) reads \(types)"
    }
    return SluiceError(
      .unreadable,
      "no parse stage of this pipeline reads \(document.source.mediaType): \(parsers.joined(separator: "; "))",
      document: document.id)
  }
}

extension Duration {
  /// Whole nanoseconds.
  public var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
