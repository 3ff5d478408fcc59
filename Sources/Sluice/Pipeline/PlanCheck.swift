/// Finds what is wrong with a list of steps: their order, and the layers that they hand on.
enum PlanCheck {
  static func diagnostics(of steps: [Step], registry: Registry?) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if !steps.contains(where: { $0.name.phase == .parse }) {
      found.append(
        Diagnostic("the pipeline has no parse stage", at: steps.first?.position, hint: "begin with parse.html"))
    }
    var latest: Step?
    var available: [LayerID: Step] = [:]
    for step in steps {
      if let latest, step.name.phase < latest.name.phase {
        let order = Phase.allCases.map(\.rawValue).joined(separator: ", ")
        found.append(
          Diagnostic(
            "'\(step.name)' cannot stand after '\(latest.name)'", at: step.position,
            hint: "the phases are \(order), in this order"))
      } else {
        latest = step
      }
      let contract = step.stage.contract
      for layer in contract.requires + contract.revises where available[layer] == nil {
        let isLater = steps.contains { $0.stage.contract.provides.contains(layer) }
        let providers = registry?.providers(of: layer).map { "'\($0)'" }.joined(separator: " or ") ?? ""
        let hint =
          isLater
          ? "a later stage provides it: change their order"
          : (providers.isEmpty ? nil : "add \(providers) before it")
        found.append(
          Diagnostic("'\(step.name)' needs the layer '\(layer)', which no stage before it provides",
            at: step.position, hint: hint))
      }
      for layer in contract.provides {
        if let other = available[layer], !areAlternatives(other, step) {
          found.append(
            Diagnostic(
              "'\(other.name)' and '\(step.name)' both write the layer '\(layer)'", at: step.position,
              hint: "a layer is written once: remove one, or give both a 'when'"))
        }
        available[layer] = step
      }
    }
    return found
  }

  /// Parse stages are alternatives by nature: the first that reads the document's media type takes it.
  private static func areAlternatives(_ a: Step, _ b: Step) -> Bool {
    if a.name.phase == .parse, b.name.phase == .parse {
      return type(of: a.stage).mediaTypes != nil || a.condition != nil
    }
    return a.condition != nil && b.condition != nil
  }
}
