import Sluice

/// A stage as a pipeline file names it, before anything is known of it.
struct StageDraft {
  /// `nil` when the file names none; a complaint has been made.
  var name: String?
  var position: SourcePosition?
  /// A mapping, or null for all defaults.
  var settings: ConfigNode
  var condition: ConfigNode?
  var onError: ConfigNode?
  var timeout: ConfigNode?

  private static let longKeys = ["stage", "with", "when", "on-error", "timeout"]

  /// Reads `- split.sentences`, `- clean.transcript: {…}` or `- stage: … with: … when: …`.
  init(_ node: ConfigNode, _ reader: SettingsReader) {
    position = node.position
    settings = ConfigNode(.null, at: node.position)
    switch node.content {
    case .scalar(let name): self.name = name
    case .mapping(let entries):
      if node["stage"] != nil { readLong(entries, reader) } else { readShort(entries, node, reader) }
    case .null, .sequence: reader.expected("the name of a stage", at: node)
    }
  }

  private mutating func readLong(_ entries: [ConfigNode.Entry], _ reader: SettingsReader) {
    reader.checkKeys(of: entries, known: Self.longKeys, in: "the long form of a stage")
    for entry in entries {
      switch entry.key {
      case "stage":
        guard case .scalar(let name) = entry.value.content else {
          reader.expected("the name of a stage", at: entry.value)
          continue
        }
        self.name = name
        position = entry.value.position
      case "with": settings = entry.value
      case "when": condition = entry.value
      case "on-error": onError = entry.value
      case "timeout": timeout = entry.value
      default: break
      }
    }
    if settings.content == .null { settings.position = position }
  }

  private mutating func readShort(
    _ entries: [ConfigNode.Entry], _ node: ConfigNode, _ reader: SettingsReader
  ) {
    guard let first = entries.first else { return reader.expected("the name of a stage", at: node) }
    let meant = Suggestion.didYouMean(first.key, among: Self.longKeys)
    let isAlone = entries.count == 1 && meant == nil
    guard let own = entries.first(where: { $0.key.contains(".") }) ?? (isAlone ? first : nil) else {
      let hint = meant ?? "known here: \(Self.longKeys.joined(separator: ", "))"
      return reader.complain("unknown key '\(first.key)' in a stage", at: first.keyPosition, hint: hint)
    }
    name = own.key
    position = own.keyPosition
    settings = own.value
    if settings.content == .null { settings.position = position }
    for other in entries where other.keyPosition != own.keyPosition {
      if Self.longKeys.contains(other.key) {
        reader.complain(
          "'\(other.key)' belongs to the long form of a stage", at: other.keyPosition,
          hint: "write 'stage: \(own.key)', and its settings under 'with:'")
      } else if other.key.contains(".") {
        reader.complain(
          "'\(own.key)' and '\(other.key)' stand in one item of the list", at: other.keyPosition,
          hint: "begin each stage with '- '")
      } else {
        reader.complain(
          "'\(other.key)' stands beside '\(own.key)', not under it", at: other.keyPosition,
          hint: "if it is a setting of '\(own.key)', indent it further")
      }
    }
  }
}

extension StageDraft {
  /// Puts settings over the ones that the stage has: mappings are merged, everything else is replaced.
  mutating func override(_ node: ConfigNode) {
    settings = Self.merged(settings, node)
  }

  private static func merged(_ base: ConfigNode, _ over: ConfigNode) -> ConfigNode {
    guard case .mapping(var entries) = base.content, case .mapping(let changes) = over.content else {
      return over
    }
    for change in changes {
      if let index = entries.firstIndex(where: { $0.key == change.key }) {
        entries[index] = ConfigNode.Entry(
          key: change.key, keyPosition: change.keyPosition, value: merged(entries[index].value, change.value))
      } else {
        entries.append(change)
      }
    }
    return ConfigNode(.mapping(entries), at: base.position)
  }

  /// The one stage of a name, `nil` after a complaint.
  static func index(
    of name: String, in stages: [StageDraft], at position: SourcePosition?, _ reader: SettingsReader
  ) -> Int? {
    let indices = stages.indices.filter { stages[$0].name == name }
    if indices.count == 1 { return indices[0] }
    let names = stages.compactMap(\.name)
    if indices.isEmpty {
      reader.complain(
        "the pipeline has no stage '\(name)'", at: position,
        hint: Suggestion.didYouMean(name, among: names)
          ?? (names.isEmpty ? nil : "its stages are \(names.joined(separator: ", "))"))
    } else {
      reader.complain(
        "the pipeline has \(indices.count) stages '\(name)'", at: position,
        hint: "only stages that stand once can be overridden")
    }
    return nil
  }
}
