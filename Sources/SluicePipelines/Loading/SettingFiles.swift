import Sluice

/// Finds the files that settings name, at any depth.
enum SettingFiles {
  private static let maximumDepth = 16

  /// By path, each once.
  static func named(in settings: some StageSettings) -> [SettingFile] {
    var found: Set<SettingFile> = []
    collect(settings, into: &found, depth: 0)
    return found.sorted { $0.path < $1.path }
  }

  private static func collect(_ value: Any, into found: inout Set<SettingFile>, depth: Int) {
    if let file = value as? SettingFile {
      found.insert(file)
      return
    }
    guard depth < maximumDepth, !(value is String), !(value is [String]) else { return }
    for child in Mirror(reflecting: value).children { collect(child.value, into: &found, depth: depth + 1) }
  }
}
