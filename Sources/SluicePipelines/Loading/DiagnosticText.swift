import Sluice

/// Keeps diagnostics to one line of readable length, whatever they quote.
enum DiagnosticText {
  private static let maximumLength = 400

  static func shortened(_ diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic(shortened(diagnostic.message), at: diagnostic.position, hint: diagnostic.hint.map(shortened))
  }

  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let half = maximumLength / 2
    guard scalars.count > maximumLength else { return printable(scalars) }
    return "\(printable(scalars.prefix(half))) … \(printable(scalars.suffix(half)))"
  }

  private static func printable(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { line, scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: line += scalar.escaped(asASCII: true)
      default: line.unicodeScalars.append(scalar)
      }
    }
  }
}
