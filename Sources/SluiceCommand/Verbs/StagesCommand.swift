import ArgumentParser
import Sluice

struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "List the stages that pipelines can use, or show one.",
    subcommands: [List.self, Show.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "All stages, in the order of their phases.")

    func run() throws {
      let entries = try Installation.registry().entries
      let width = entries.map { $0.stage.name.description.count }.max() ?? 0
      for entry in entries {
        Swift.print("\(entry.stage.name.description.padded(to: width))  \(entry.stage.summary)")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One stage: layers, settings, defaults.")

    @Argument(help: "Name of the stage, such as split.sentences.")
    var name: String

    func run() throws {
      let registry = try Installation.registry()
      guard let entry = registry.entries.first(where: { $0.stage.name.description == name }) else {
        let hint = Suggestion.didYouMean(name, among: registry.stageNames) ?? "'sluice stages' lists them"
        throw SluiceError(.configuration, "unknown stage '\(name)'; \(hint)")
      }
      Swift.print(StageDescription(entry).text)
    }
  }
}

/// A stage as `sluice stages show` tells of it.
struct StageDescription {
  private let entry: Registry.Entry

  init(_ entry: Registry.Entry) {
    self.entry = entry
  }

  var text: String {
    var lines = ["\(entry.stage.name) — \(entry.stage.summary)", "", "module    \(entry.plugin)"]
    if let types = entry.stage.mediaTypes { lines.append("reads     \(types.joined(separator: ", "))") }
    if let contract = entry.stage.defaultContract {
      for (title, layers) in [
        ("requires", contract.requires), ("uses", contract.uses), ("revises", contract.revises),
        ("adds to", contract.extends), ("provides", contract.provides),
      ] where !layers.isEmpty {
        lines.append(title.padded(to: 10) + layers.map(\.name).joined(separator: ", "))
      }
    }
    lines += ["", "settings"]
    let settings = settingLines(schema(of: entry.stage), indent: "  ")
    return (lines + (settings.isEmpty ? ["  none"] : settings)).joined(separator: "\n")
  }

  private func schema(of stage: any Stage.Type) -> JSONValue {
    func schema<S: Stage>(_ stage: S.Type) -> JSONValue { S.Settings.schema }
    return schema(stage)
  }

  private func settingLines(_ schema: JSONValue, indent: String) -> [String] {
    let required = schema["required"]?.array?.compactMap(\.string) ?? []
    return (schema["properties"]?.members ?? []).flatMap { member -> [String] in
      var line = "\(indent)\(member.key): \(kind(member.value))"
      if required.contains(member.key) {
        line += ", required"
      } else if let value = member.value["default"], member.value["properties"] == nil {
        line += " = \(value.jsonText)"
      }
      let description = member.value["description"]?.string ?? ""
      return [line, "\(indent)    \(description)"] + settingLines(member.value, indent: indent + "    ")
    }
  }

  private func kind(_ schema: JSONValue) -> String {
    if let names = schema["enum"]?.array?.compactMap(\.string) { return names.joined(separator: " | ") }
    if let either = schema["anyOf"]?.array { return either.map(kind).joined(separator: " or ") }
    var kind = schema["type"]?.string ?? "value"
    if kind == "array" { kind = "list of " + (schema["items"].map(self.kind) ?? "values") }
    if kind == "null" { kind = "nothing" }
    if let low = schema["minimum"]?.scalarText, let high = schema["maximum"]?.scalarText {
      kind += " \(low) to \(high)"
    }
    return kind
  }
}
