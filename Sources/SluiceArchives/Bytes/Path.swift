/// Paths of files, as text.
enum Path {
  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || name.isEmpty { return folder + name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// What stands behind the last slash.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

infix operator <~ : ComparisonPrecedence

extension String {
  /// The order of the bytes, which is the same everywhere.
  static func <~ (a: String, b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
