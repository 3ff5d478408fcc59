import Sluice

/// Makes the stages that drafts describe, complaining of whatever keeps one from being made.
struct StageMaker {
  /// What became of a draft.
  struct Result {
    /// `nil` when the stage could not be made.
    var step: Step?
    var outline: StepOutline
    /// The stage with all its settings, as ``LoadedPipeline/normalForm`` shows it.
    var normalForm = JSONValue.null
    /// The files that its settings name.
    var files: [SettingFile] = []
  }

  let registry: Registry
  let context: LoadContext
  let reader: SettingsReader
  let sources: YAMLSources

  func make(_ draft: StageDraft) -> Result {
    let complaints = reader.diagnostics.count
    let condition = condition(draft.condition)
    let onError = failurePolicy(draft.onError)
    let timeout = timeout(draft.timeout)
    var outline = StepOutline(
      name: draft.name.flatMap { StageName($0) }, contract: nil, isConditional: draft.condition != nil,
      position: draft.position)
    guard let name = draft.name else { return Result(outline: outline) }
    guard let type = registry.stage(named: name) else {
      complainOfUnknown(name, at: draft.position)
      return Result(outline: outline)
    }
    outline.mediaTypes = type.mediaTypes
    outline.contract = type.defaultContract
    guard let made = stage(type, draft), reader.diagnostics.count == complaints else {
      return Result(outline: outline)
    }
    let step = Step(
      made.stage, when: condition, onError: onError, timeout: timeout, position: draft.position)
    var members: [JSONValue.Member] = [.init("stage", .string(name))]
    if made.settings.members?.isEmpty == false { members.append(.init("with", made.settings)) }
    if let condition { members.append(.init("when", .string(condition.text))) }
    members.append(.init("on-error", .string(onError.rawValue)))
    if let timeout { members.append(.init("timeout", timeout.normalForm)) }
    return Result(
      step: step, outline: StepOutline(step), normalForm: .object(members), files: made.files)
  }

  // MARK: - The stage

  private struct Made {
    let stage: any Stage
    let settings: JSONValue
    let files: [SettingFile]
  }

  private func stage<S: Stage>(_ type: S.Type, _ draft: StageDraft) -> Made? {
    let complaints = reader.diagnostics.count
    guard let settings = S.Settings.read(draft.settings, reader, in: S.name.description),
      reader.diagnostics.count == complaints
    else { return nil }
    do {
      return Made(
        stage: try S(settings, context), settings: settings.normalForm,
        files: SettingFiles.named(in: settings))
    } catch let error as ConfigurationError {
      for diagnostic in error.diagnostics {
        reader.complain(
          diagnostic.message, at: diagnostic.position ?? draft.position, hint: diagnostic.hint)
      }
    } catch let error as SluiceError {
      reader.complain(
        "\(S.name): \(error.message)", at: error.position ?? draft.position, hint: error.underlying)
    } catch {
      reader.complain("\(S.name): \(error)", at: draft.position)
    }
    return nil
  }

  private func complainOfUnknown(_ name: String, at position: SourcePosition?) {
    let names = registry.stageNames
    var hint = Suggestion.didYouMean(name, among: names)
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let phases = Phase.allCases.map(\.rawValue)
    if hint == nil, parts.count == 2 {
      let word = Suggestion.nearest(to: parts[0], among: phases) ?? parts[0]
      let ofPhase = names.filter { $0.hasPrefix(word + ".") }
      if !ofPhase.isEmpty { hint = "the \(word) stages are \(ofPhase.joined(separator: ", "))" }
    }
    if hint == nil, parts.count == 1 {
      let variants = names.filter { $0.hasSuffix(".\(name)") || $0.hasPrefix("\(name).") }
      if !variants.isEmpty { hint = "did you mean \(variants.map { "'\($0)'" }.joined(separator: " or "))?" }
    }
    reader.complain(
      "unknown stage '\(name)'", at: position,
      hint: hint ?? "names are PHASE.VARIANT, and the phases are \(phases.joined(separator: ", "))")
  }

  // MARK: - Conditions and policies

  private func condition(_ node: ConfigNode?) -> Condition? {
    guard let node, !sources.hasNoValue(node) else { return nil }
    guard case .scalar(let text) = node.content else {
      reader.expected("a condition", at: node, hint: "such as metadata.language == \"en\"")
      return nil
    }
    do {
      return try Condition(text)
    } catch let failure as ConditionParser.Failure {
      reader.complain(
        "in this condition: \(failure.message)",
        at: position(of: failure.offset, in: text, at: node.position),
        hint: failure.hint)
    } catch {
      reader.complain("in this condition: \(error)", at: node.position)
    }
    return nil
  }

  private func position(
    of characters: Int, in value: String, at start: SourcePosition?
  ) -> SourcePosition? {
    guard let start, var text = sources.texts[start.file] else { return start }
    return text.position(ofUTF8: value.prefix(characters).utf8.count, in: value, at: start)
  }

  private func failurePolicy(_ node: ConfigNode?) -> Step.FailurePolicy {
    guard let node else { return .fail }
    let names = Step.FailurePolicy.allCases.map(\.rawValue)
    var hint: String?
    if case .scalar(let text) = node.content {
      if let policy = Step.FailurePolicy(rawValue: text) { return policy }
      hint = Suggestion.didYouMean(text, among: names)
    }
    reader.expected("one of \(names.joined(separator: ", "))", at: node, hint: hint)
    return .fail
  }

  private func timeout(_ node: ConfigNode?) -> Duration? {
    guard let node, let timeout = Duration.read(node, reader) else { return nil }
    guard timeout > .zero else {
      reader.complain("a timeout must be longer than nothing", at: node.position)
      return nil
    }
    return timeout
  }
}
