import Sluice

/// What a pipeline file says, with all that it extends, before its stages are made.
struct PipelineDraft {
  var name: ConfigNode?
  var description: ConfigNode?
  /// `nil` when they could not be read; a complaint has been made.
  var stages: [StageDraft]?
  var tests: [ConfigNode] = []

  static let keys = ["sluice", "name", "description", "extends", "stages", "override", "tests"]
  static let version = 1

  /// - Parameter base: reads the file that `extends` names, `nil` after a complaint.
  init(
    _ root: ConfigNode, start: SourcePosition, _ reader: SettingsReader,
    base: (_ path: ConfigNode) -> PipelineDraft?
  ) {
    guard case .mapping(let entries) = root.content else {
      let hint = "a pipeline file begins with 'sluice: \(Self.version)'"
      if case .null = root.content {
        reader.complain("the file is empty", at: start, hint: hint)
      } else {
        reader.expected("a mapping", at: root, hint: hint)
      }
      return
    }
    reader.checkKeys(of: entries, known: Self.keys, in: "a pipeline file")
    Self.checkVersion(root["sluice"], start: start, reader)
    if let path = root["extends"] {
      if let base = base(path) {
        name = base.name
        description = base.description
        stages = base.stages
      }
    } else if root["stages"] == nil,
      !entries.prefix(50).contains(where: { Self.isMistyped($0.key, for: "stages") })
    {
      reader.complain("the pipeline has no 'stages'", at: start, hint: "list them under 'stages:'")
    }
    name = root["name"] ?? name
    description = root["description"] ?? description
    if let node = root["stages"] { readStages(node, reader) }
    if let entry = entries.first(where: { $0.key == "override" }) {
      readOverride(entry, extends: root["extends"] != nil, reader)
    }
    if let node = root["tests"] { readTests(node, reader) }
  }

  /// Whether an unknown key is reported with the suggestion of a known one already.
  private static func isMistyped(_ key: String, for known: String) -> Bool {
    !keys.contains(key) && Suggestion.nearest(to: key, among: keys) == known
  }

  private static func checkVersion(_ node: ConfigNode?, start: SourcePosition, _ reader: SettingsReader) {
    guard let node else {
      reader.complain(
        "the file does not say its format", at: start, hint: "begin it with 'sluice: \(version)'")
      return
    }
    guard let given = Int.read(node, reader), given != version else { return }
    reader.complain(
      "version \(given) of the format is unknown", at: node.position,
      hint: "this program reads version \(version): write 'sluice: \(version)'")
  }

  private mutating func readStages(_ node: ConfigNode, _ reader: SettingsReader) {
    stages = nil
    switch node.content {
    case .sequence(let items) where !items.isEmpty: stages = items.map { StageDraft($0, reader) }
    case .sequence, .null:
      reader.complain("the pipeline has no stages", at: node.position, hint: "list them under 'stages:'")
    case .mapping: reader.expected("a list of stages", at: node, hint: "begin each stage with '- '")
    case .scalar: reader.expected("a list of stages", at: node)
    }
  }

  /// `override: {split.sentences: {newlines: hard}}`: settings put over those of the extended pipeline.
  private mutating func readOverride(
    _ entry: ConfigNode.Entry, extends: Bool, _ reader: SettingsReader
  ) {
    guard extends else {
      return reader.complain(
        "'override' changes a pipeline that 'extends' names, and there is none", at: entry.keyPosition,
        hint: "write the settings into 'stages'")
    }
    guard case .mapping(let changes) = entry.value.content else {
      return reader.expected("a mapping from stages to settings", at: entry.value)
    }
    guard var stages else { return }
    for change in changes {
      guard let index = StageDraft.index(of: change.key, in: stages, at: change.keyPosition, reader) else {
        continue
      }
      stages[index].override(change.value)
    }
    self.stages = stages
  }

  private mutating func readTests(_ node: ConfigNode, _ reader: SettingsReader) {
    switch node.content {
    case .sequence(let items): tests = items
    case .null: tests = []
    case .mapping: reader.expected("a list of tests", at: node, hint: "begin each test with '- '")
    case .scalar: reader.expected("a list of tests", at: node)
    }
  }
}
