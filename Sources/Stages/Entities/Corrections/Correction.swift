import Sluice

/// A correction that has been checked.
struct Correction: Sendable {
  enum Action: Sendable {
    case drop(String)
    case add(String, name: String?, EntityLabel)
    case merge([String], name: String, EntityLabel?)
    case split(String, name: String, EntityLabel?)
    case divide(String, into: [String], EntityLabel?)
    case rename(String, name: String, EntityLabel?)
    case relabel(String, EntityLabel)
    case respell(String, as: String, near: [String])
  }

  var action: Action
  /// Where it is written; `nil` for entries of the pipeline file.
  var position: SourcePosition?

  var isRespelling: Bool {
    if case .respell = action { return true }
    return false
  }

  /// What the entry says, for reports.
  var description: String {
    func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }
    let said =
      switch action {
      case .drop(let text): "drop '\(text)'"
      case .add(let text, _, let label): "add '\(text)' as \(label.rawValue)"
      case .merge(let names, _, _): "merge " + list(names)
      case .split(let text, _, _): "split '\(text)'"
      case .divide(let text, let parts, _): "split '\(text)' into " + list(parts)
      case .rename(let text, let name, _): "rename '\(text)' to '\(name)'"
      case .relabel(let text, let label): "relabel '\(text)' as \(label.rawValue)"
      case .respell(let text, let right, _): "respell '\(text)' as '\(right)'"
      }
    return (position.map { "\($0): " } ?? "") + said
  }

  private static let verbs = "drop, add, merge, split, rename, relabel and respell"

  /// Checks an entry; complains and gives `nil` when its parts do not go together.
  init?(_ entry: CorrectionEntry, at position: SourcePosition?, _ reader: SettingsReader) {
    func complain(_ message: String) { reader.complain(message, at: position) }
    let said = [
      entry.drop != nil, entry.add != nil, !entry.merge.isEmpty, entry.split != nil, entry.rename != nil,
      entry.relabel != nil, entry.respell != nil,
    ].filter(\.self).count
    guard said == 1 else {
      complain("a correction \(said == 0 ? "needs" : "has only") one of \(Self.verbs)")
      return nil
    }
    let texts =
      entry.merge + entry.near + entry.into
      + [
        entry.drop, entry.add, entry.split, entry.rename, entry.relabel, entry.name, entry.respell,
      ].compactMap(\.self)
    guard texts.allSatisfy({ $0.utf8.contains { $0 > 0x20 } }) else {
      complain("a correction cannot name an empty text")
      return nil
    }
    if let stray = Self.stray(entry) {
      complain(stray)
      return nil
    }
    switch Self.action(entry) {
    case .success(let action):
      self.action = action
      self.position = position
    case .failure(let failure):
      complain(failure.message)
      return nil
    }
  }

  /// A part that does not go with what the entry does.
  private static func stray(_ entry: CorrectionEntry) -> String? {
    if entry.version != nil { return "'version' stands on a line of its own" }
    let isNaming = entry.rename != nil || !entry.merge.isEmpty || entry.add != nil || entry.split != nil
    if entry.name != nil, !isNaming || !entry.into.isEmpty {
      return "'name' goes with rename, merge, add, and split without into"
    }
    if entry.label != nil, !isNaming, entry.relabel == nil {
      return "'label' goes with rename, merge, split, add and relabel"
    }
    if !entry.into.isEmpty, entry.split == nil { return "'into' goes with split only" }
    if entry.respell == nil, entry.as != nil || !entry.near.isEmpty {
      return "'as' and 'near' go with respell only"
    }
    return nil
  }

  private struct Failure: Error { var message: String }

  private static func action(_ entry: CorrectionEntry) -> Result<Action, Failure> {
    func fail(_ message: String) -> Result<Action, Failure> { .failure(Failure(message: message)) }
    if let drop = entry.drop { return .success(.drop(drop)) }
    if let add = entry.add {
      guard let label = entry.label else { return fail("add needs a 'label'") }
      return .success(.add(add, name: entry.name, label))
    }
    if let relabel = entry.relabel {
      guard let label = entry.label else { return fail("relabel needs a 'label'") }
      return .success(.relabel(relabel, label))
    }
    if let split = entry.split {
      if entry.into.isEmpty { return .success(.split(split, name: entry.name ?? split, entry.label)) }
      guard entry.into.count > 1, Self.parts(entry.into, standIn: split) else {
        return fail("'into' lists two parts or more of '\(split)', in their order")
      }
      return .success(.divide(split, into: entry.into, entry.label))
    }
    if let rename = entry.rename {
      guard entry.name != nil || entry.label != nil else { return fail("rename needs a 'name'") }
      return .success(.rename(rename, name: entry.name ?? rename, entry.label))
    }
    if let respell = entry.respell {
      guard let right = entry.as else { return fail("respell needs 'as'") }
      guard entry.near.allSatisfy({ !$0.contains(" ") }) else { return fail("'near' lists single words") }
      return .success(.respell(respell, as: right, near: entry.near))
    }
    guard entry.merge.count > 1 || entry.name != nil else {
      return fail("merge needs two names or more, or one and a 'name'")
    }
    return .success(.merge(entry.merge, name: entry.name ?? entry.merge[0], entry.label))
  }

  private static func parts(_ parts: [String], standIn text: String) -> Bool {
    var rest = text[...]
    for part in parts {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
