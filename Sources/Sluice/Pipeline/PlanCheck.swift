/// Finds what is wrong with a list of steps: their order, and the layers that they hand on.
enum PlanCheck {
  static func diagnostics(of steps: [StepOutline], registry: Registry?) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if !steps.contains(where: { $0.name == nil || $0.name?.phase == .parse }) {
      found.append(
        Diagnostic(
          "the pipeline has no parse stage", at: steps.first?.position, hint: "begin with parse.html"))
    }
    let isInPlace = stepsInPlace(steps.map { $0.name?.phase })
    var available: [LayerID: StepOutline] = [:]
    // A step that is not known may have written whatever is missing.
    var hasUnknown = false
    for (index, step) in steps.enumerated() {
      guard let name = step.name else {
        hasUnknown = true
        continue
      }
      if !isInPlace[index] { found.append(misplaced(index, steps, isInPlace)) }
      guard let contract = step.contract else {
        hasUnknown = true
        continue
      }
      for layer in contract.requires + contract.revises where available[layer] == nil && !hasUnknown {
        let later = steps[(index + 1)...].first { outline in
          outline.contract.map { ($0.provides + $0.extends).contains(layer) } == true
        }
        // A provider of an earlier phase is reported as misplaced already.
        if let phase = later?.name?.phase, phase < name.phase { continue }
        found.append(missing(layer, for: name, later: later?.name, at: step.position, registry: registry))
      }
      for layer in contract.provides {
        if let other = available[layer], let otherName = other.name, !areAlternatives(other, step) {
          let hint =
            other.contract?.extends.contains(layer) == true
            ? "'\(otherName)' adds to it: put it after '\(name)'"
            : "a layer is written once: remove one, or give both a 'when'"
          found.append(
            Diagnostic(
              "'\(otherName)' and '\(name)' both write the layer '\(layer)'", at: step.position, hint: hint))
        }
        available[layer] = step
      }
      for layer in contract.extends where available[layer] == nil { available[layer] = step }
    }
    return found
  }

  /// The longest run of steps whose phases never go back, so that one stage out of place is one complaint,
  /// wherever it stands. Of equally long ones the one that comes first.
  private static func stepsInPlace(_ phases: [Phase?]) -> [Bool] {
    var before = [Int?](repeating: nil, count: phases.count)
    var best: [Phase: (length: Int, last: Int)] = [:]
    func longest(upTo phase: Phase) -> (length: Int, last: Int)? {
      best.filter { $0.key <= phase }.map(\.value).max { ($0.length, -$0.last) < ($1.length, -$1.last) }
    }
    for (index, phase) in phases.enumerated() {
      guard let phase else { continue }
      let run = longest(upTo: phase)
      before[index] = run?.last
      let length = (run?.length ?? 0) + 1
      if length > best[phase]?.length ?? 0 { best[phase] = (length, index) }
    }
    var isInPlace = [Bool](repeating: false, count: phases.count)
    var next = longest(upTo: .summarize)?.last
    while let index = next {
      isInPlace[index] = true
      next = before[index]
    }
    return isInPlace
  }

  private static func misplaced(_ index: Int, _ steps: [StepOutline], _ isInPlace: [Bool]) -> Diagnostic {
    func name(_ other: Int) -> String { steps[other].name?.description ?? "" }
    let phase = steps[index].name?.phase ?? .fetch
    func isBeyond(_ other: Int) -> Bool {
      guard isInPlace[other], let otherPhase = steps[other].name?.phase else { return false }
      return other < index ? otherPhase > phase : otherPhase < phase
    }
    let order = Phase.allCases.map(\.rawValue).joined(separator: ", ")
    let place =
      steps[..<index].indices.first(where: isBeyond).map { "after '\(name($0))'" }
      ?? steps[index...].indices.first(where: isBeyond).map { "before '\(name($0))'" } ?? "here"
    return Diagnostic(
      "'\(name(index))' cannot stand \(place)", at: steps[index].position,
      hint: "the phases are \(order), in this order")
  }

  private static func missing(
    _ layer: LayerID, for name: StageName, later: StageName?, at position: SourcePosition?,
    registry: Registry?
  ) -> Diagnostic {
    let providers = registry?.providers(of: layer).map { "'\($0)'" }.joined(separator: " or ") ?? ""
    let hint =
      later.map { "'\($0)' provides it: put it before '\(name)'" }
      ?? (providers.isEmpty ? nil : "add \(providers) before it")
    return Diagnostic(
      "'\(name)' needs the layer '\(layer)', which no stage before it provides", at: position, hint: hint)
  }

  /// Parse stages are alternatives by nature: the first that reads the document's media type takes it.
  private static func areAlternatives(_ a: StepOutline, _ b: StepOutline) -> Bool {
    if a.name?.phase == .parse, b.name?.phase == .parse { return a.mediaTypes != nil || a.isConditional }
    return a.isConditional && b.isConditional
  }
}
