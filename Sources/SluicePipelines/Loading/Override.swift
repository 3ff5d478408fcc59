import Sluice

/// One `--set PATH=VALUE` of the command line.
///
/// Paths are `name`, `description` and `stages.PHASE.VARIANT.SETTING`, with further names for nested settings. The
/// value is YAML.
struct Override {
  /// What diagnostics about it have in place of a file.
  let file: String
  private let text: String

  init(_ text: String) {
    self.text = text
    file = "--set \(text)"
  }

  private var position: SourcePosition { SourcePosition(file: file, line: 1, column: 1) }

  func apply(to draft: inout PipelineDraft, _ sources: inout YAMLSources, _ reader: SettingsReader) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      return reader.complain(
        "expected PATH=VALUE", at: position, hint: "such as stages.summarize.extract.sentences=5")
    }
    let path = text[..<equals].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let value = value(text[text.index(after: equals)...], &sources, reader) else { return }
    switch path {
    case ["name"]: draft.name = value
    case ["description"]: draft.description = value
    case _ where path.first == "stages": override(path, value, in: &draft, reader)
    default:
      let hint = Suggestion.didYouMean(path[0], among: ["name", "description", "stages"])
      reader.complain(
        "'\(path.joined(separator: "."))' cannot be overridden", at: position,
        hint: hint ?? "paths are name, description and stages.PHASE.VARIANT.SETTING")
    }
  }

  private func value(
    _ yaml: Substring, _ sources: inout YAMLSources, _ reader: SettingsReader
  ) -> ConfigNode? {
    do {
      return sources.read(try YAMLText(Array(yaml.utf8), file: file), reader)
    } catch {
      for diagnostic in error.diagnostics {
        reader.complain(diagnostic.message, at: position, hint: diagnostic.hint)
      }
      return nil
    }
  }

  private func override(
    _ path: [String], _ value: ConfigNode, in draft: inout PipelineDraft, _ reader: SettingsReader
  ) {
    guard path.count >= 4, !path.contains("") else {
      return reader.complain(
        "expected stages.PHASE.VARIANT.SETTING", at: position,
        hint: "such as stages.summarize.extract.sentences=5")
    }
    guard var stages = draft.stages else { return }
    let name = "\(path[1]).\(path[2])"
    guard let index = StageDraft.index(of: name, in: stages, at: position, reader) else { return }
    let change = path[3...].reversed().reduce(value) { inner, key in
      ConfigNode(.mapping([ConfigNode.Entry(key: key, keyPosition: position, value: inner)]), at: position)
    }
    stages[index].override(change)
    draft.stages = stages
  }

  /// A diagnostic as people are to read it: what came from the command line has no line and column.
  static func presented(_ diagnostic: Diagnostic, overrides: Set<String>) -> Diagnostic {
    guard let file = diagnostic.position?.file, overrides.contains(file) else { return diagnostic }
    return Diagnostic("in \(file): \(diagnostic.message)", at: nil, hint: diagnostic.hint)
  }
}
