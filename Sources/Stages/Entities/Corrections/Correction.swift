import Sluice

/// A correction that has been checked.
struct Correction: Sendable {
  enum Action: Sendable {
    case drop(String)
    case merge([String], name: String, EntityLabel?)
    case rename(String, name: String, EntityLabel?)
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
    let said =
      switch action {
      case .drop(let text): "drop '\(text)'"
      case .merge(let names, _, _): "merge " + names.map { "'\($0)'" }.joined(separator: ", ")
      case .rename(let text, let name, _): "rename '\(text)' to '\(name)'"
      case .respell(let text, let right, _): "respell '\(text)' as '\(right)'"
      }
    return (position.map { "\($0): " } ?? "") + said
  }

  /// Checks an entry; complains and gives `nil` when its parts do not go together.
  init?(_ entry: CorrectionEntry, at position: SourcePosition?, _ reader: SettingsReader) {
    func complain(_ message: String) { reader.complain(message, at: position) }
    let said = [
      entry.drop != nil, !entry.merge.isEmpty, entry.rename != nil, entry.respell != nil,
    ].filter(\.self).count
    guard said == 1 else {
      complain(
        said == 0
          ? "a correction needs one of drop, merge, rename and respell"
          : "a correction has only one of drop, merge, rename and respell")
      return nil
    }
    let texts =
      entry.merge + entry.near + [entry.drop, entry.rename, entry.name, entry.respell].compactMap(\.self)
    guard texts.allSatisfy({ $0.utf8.contains { $0 > 0x20 } }) else {
      complain("a correction cannot name an empty text")
      return nil
    }
    let isRenaming = entry.rename != nil || !entry.merge.isEmpty
    if !isRenaming, entry.name != nil || entry.label != nil {
      complain("'name' and 'label' go with rename and merge only")
      return nil
    }
    if entry.respell == nil, entry.as != nil || !entry.near.isEmpty {
      complain("'as' and 'near' go with respell only")
      return nil
    }
    self.position = position
    if let drop = entry.drop {
      action = .drop(drop)
    } else if let rename = entry.rename {
      guard entry.name != nil || entry.label != nil else {
        complain("rename needs a 'name'")
        return nil
      }
      action = .rename(rename, name: entry.name ?? rename, entry.label)
    } else if let respell = entry.respell {
      guard let right = entry.as else {
        complain("respell needs 'as'")
        return nil
      }
      guard entry.near.allSatisfy({ !$0.contains(" ") }) else {
        complain("'near' lists single words")
        return nil
      }
      action = .respell(respell, as: right, near: entry.near)
    } else {
      guard entry.merge.count > 1 || entry.name != nil else {
        complain("merge needs two names or more, or one and a 'name'")
        return nil
      }
      action = .merge(entry.merge, name: entry.name ?? entry.merge[0], entry.label)
    }
  }
}
