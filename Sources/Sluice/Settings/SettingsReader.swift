/// Reads settings from configuration nodes and collects every complaint, rather than stopping at the first.
public final class SettingsReader {
  public private(set) var diagnostics: [Diagnostic] = []
  /// Where relative paths start for nodes that come from no file, and what ``SettingFile/written`` is relative to.
  public let directory: String
  /// Names under which text came that is no file, such as `<stdin>`; its paths start at ``directory`` too.
  private let nonFiles: Set<String>
  /// What is being read, from the outside in: `["summarize.extract", "window"]`.
  var place: [String] = []

  public init(directory: String = ".", nonFiles: Set<String> = []) {
    self.directory = directory
    self.nonFiles = nonFiles
  }

  public func complain(_ message: String, at position: SourcePosition?, hint: String? = nil) {
    diagnostics.append(Diagnostic(message, at: position, hint: hint))
  }

  /// `expected a whole number, not 'many'`.
  public func expected(_ what: String, at node: ConfigNode, hint: String? = nil) {
    complain("expected \(what), not \(node.kindName)", at: node.position, hint: hint)
  }

  /// Complains of keys of a mapping that are not among the known ones.
  public func checkKeys(of entries: [ConfigNode.Entry], known: [String], in what: String) {
    for entry in entries where !known.contains(entry.key) {
      // Nobody reads suggestions by the hundred, and they take time to find.
      let suggestion = diagnostics.count < 200 ? Suggestion.didYouMean(entry.key, among: known) : nil
      let hint =
        suggestion
        ?? (known.isEmpty ? "there are no settings here" : "known here: \(known.joined(separator: ", "))")
      complain("unknown key '\(entry.key)' in \(what)", at: entry.keyPosition, hint: hint)
    }
  }

  /// A path as written in a node, made relative to the file that the node stands in.
  func resolve(_ path: String, at position: SourcePosition?) -> String {
    if path.hasPrefix("/") { return path }
    let base: String
    if let file = position?.file, !nonFiles.contains(file) {
      base = file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    } else {
      base = directory
    }
    return base == "." ? path : (base.hasSuffix("/") ? "\(base)\(path)" : "\(base)/\(path)")
  }

  /// A resolved path as ``directory`` sees it, so that it means the same wherever the setting was written.
  func relative(_ path: String) -> String {
    let base = directory.hasSuffix("/") ? directory : directory + "/"
    return path.hasPrefix(base) && path.count > base.count ? String(path.dropFirst(base.count)) : path
  }
}
