/// Finds what is wrong with a list of steps: their order, and the layers that they hand on.
enum PlanCheck {
  static func diagnostics(of steps: [StepOutline], registry: Registry?) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if !steps.contains(where: { $0.name == nil || $0.name?.phase == .parse }) {
      found.append(
        Diagnostic("the pipeline has no parse stage", at: steps.first?.position, hint: "begin with parse.html"))
    }
    var latest: StageName?
    var available: [LayerID: StepOutline] = [:]
    // A step that is not known may have written whatever is missing.
    var hasUnknown = false
    for (index, step) in steps.enumerated() {
      guard let name = step.name else {
        hasUnknown = true
        continue
      }
      if let latest, name.phase < latest.phase {
        let order = Phase.allCases.map(\.rawValue).joined(separator: ", ")
        found.append(
          Diagnostic(
            "'\(name)' cannot stand after '\(latest)'", at: step.position,
            hint: "the phases are \(order), in this order"))
      } else {
        latest = name
      }
      guard let contract = step.contract else {
        hasUnknown = true
        continue
      }
      for layer in contract.requires + contract.revises where available[layer] == nil && !hasUnknown {
        let later = steps[(index + 1)...].first { $0.contract?.provides.contains(layer) == true }
        // A provider of an earlier phase is reported as misplaced already.
        if let phase = later?.name?.phase, phase < name.phase { continue }
        found.append(missing(layer, for: name, later: later?.name, at: step.position, registry: registry))
      }
      for layer in contract.provides {
        if let other = available[layer], let otherName = other.name, !areAlternatives(other, step) {
          found.append(
            Diagnostic(
              "'\(otherName)' and '\(name)' both write the layer '\(layer)'", at: step.position,
              hint: "a layer is written once: remove one, or give both a 'when'"))
        }
        available[layer] = step
      }
    }
    return found
  }

  private static func missing(
    _ layer: LayerID, for name: StageName, later: StageName?, at position: SourcePosition?, registry: Registry?
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
