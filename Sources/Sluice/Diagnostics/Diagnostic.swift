/// One complaint about a configuration, at its place, in the form that compilers made usual:
/// `talks.yaml:7:5: error: unknown stage 'split.sentance'; did you mean 'split.sentences'?`
public struct Diagnostic: Hashable, Sendable {
  public var message: String
  public var position: SourcePosition?
  /// What the user can do.
  public var hint: String?

  public init(_ message: String, at position: SourcePosition?, hint: String? = nil) {
    self.message = message
    self.position = position
    self.hint = hint
  }
}

extension Diagnostic: CustomStringConvertible {
  public var description: String {
    (position.map { "\($0): " } ?? "") + "error: \(message)" + (hint.map { "; \($0)" } ?? "")
  }
}

/// Everything that is wrong with a configuration, reported together.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In the order of their places.
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.enumerated().sorted { a, b in
      switch (a.element.position, b.element.position) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default: a.offset < b.offset
      }
    }.map(\.element)
  }

  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
