/// Reads settings from configuration nodes and collects every complaint, rather than stopping at the first.
public final class SettingsReader {
  public private(set) var diagnostics: [Diagnostic] = []
  /// Where relative paths start for nodes that come from no file.
  public let directory: String

  public init(directory: String = ".") {
    self.directory = directory
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
      let hint =
        Suggestion.didYouMean(entry.key, among: known)
        ?? (known.isEmpty ? "there are no settings here" : "known here: \(known.joined(separator: ", "))")
      complain("unknown key '\(entry.key)' in \(what)", at: entry.keyPosition, hint: hint)
    }
  }

  /// A path as written in a node, made relative to the file that the node stands in.
  func resolve(_ path: String, at position: SourcePosition?) -> String {
    if path.hasPrefix("/") { return path }
    let base: String
    if let file = position?.file {
      base = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    } else {
      base = directory
    }
    return base == "." ? path : "\(base)/\(path)"
  }
}
