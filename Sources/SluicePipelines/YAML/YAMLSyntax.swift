import Sluice
import Yams

/// Puts libYAML's complaints into words for people who do not write YAML for a living, at the place to look at.
enum YAMLSyntax {
  private typealias Answer = (message: String, hint: String?)

  static func diagnostic(for error: YamlError, in text: inout YAMLText) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return diagnostic(problem, at: mark, context, in: &text)
    case .reader(let problem, let offset, let value, _):
      let position = offset.map { text.position(characterOffset: $0) } ?? text.start
      if value > 0 {
        let code = String(value, radix: 16, uppercase: true)
        return Diagnostic(
          "the character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code) cannot stand in YAML",
          at: position, hint: "remove it, or write it as \\u… in double quotes")
      }
      return Diagnostic(problem, at: position)
    default:
      return Diagnostic("the file cannot be read as YAML", at: text.start, hint: String(describing: error))
    }
  }

  private static func diagnostic(
    _ problem: String, at mark: Mark, _ context: YamlError.Context?, in text: inout YAMLText
  ) -> Diagnostic {
    let place = text.position(line: mark.line, scalarColumn: mark.column)
    let began = context.map { text.position(line: $0.mark.line, scalarColumn: $0.mark.column) }
    if isTab(problem, at: mark, in: &text) {
      return Diagnostic("a tab cannot indent YAML", at: place, hint: "indent with spaces")
    }
    let character = text.scalar(line: mark.line, scalarColumn: mark.column)
    if character == "{", text.scalar(line: mark.line, scalarColumn: mark.column - 1) == "$" {
      return Diagnostic(
        "a variable needs quotes here", at: text.position(line: mark.line, scalarColumn: mark.column - 1),
        hint: "inside { } and [ ], write \"${NAME}\"")
    }
    let isElsewhere = character == nil || (began?.line ?? place.line) < place.line
    if let began, let answer = answerAtBeginning(problem, context?.text ?? "", isElsewhere) {
      return Diagnostic(answer.message, at: began, hint: answer.hint)
    }
    if let answer = answer(to: problem, began: began, character) {
      return Diagnostic(answer.message, at: place, hint: answer.hint)
    }
    return Diagnostic(problem, at: place, hint: context.map { $0.text })
  }

  private static func isTab(_ problem: String, at mark: Mark, in text: inout YAMLText) -> Bool {
    if problem.contains("tab character") { return true }
    guard problem == "found character that cannot start any token" else { return false }
    return text.scalar(line: mark.line, scalarColumn: mark.column) == "\t"
  }

  /// Mistakes that show further down only: the place to look at is where the thing begins.
  private static func answerAtBeginning(_ problem: String, _ context: String, _ isElsewhere: Bool) -> Answer?
  {
    switch (problem, context) {
    case ("did not find expected ',' or ']'", _) where isElsewhere:
      ("the list that opens here is not closed", "add a ']' or the missing ','")
    case ("did not find expected ',' or '}'", _) where isElsewhere:
      ("the mapping that opens here is not closed", "add a '}' or the missing ','")
    case ("found unexpected end of stream", "while scanning a quoted scalar"),
      ("found unexpected document indicator", "while scanning a quoted scalar"):
      ("the quote that opens here is not closed", nil)
    case ("could not find expected ':'", _):
      ("expected 'key: value'", "a ':' is missing behind this key, or the line is indented wrongly")
    case ("did not find expected alphabetic or numeric character", "while scanning an alias"):
      ("a text cannot begin with '*'", "put it in quotes")
    case ("did not find expected alphabetic or numeric character", "while scanning an anchor"):
      ("a text cannot begin with '&'", "put it in quotes")
    case (_, "while scanning a tag"), (_, "while parsing a tag"):
      ("a text cannot begin with '!'", "put it in quotes")
    default: nil
    }
  }

  private static func answer(to problem: String, began: SourcePosition?, _ character: Unicode.Scalar?)
    -> Answer?
  {
    let line = began.map { " that begins in line \($0.line)" } ?? ""
    return switch problem {
    case "mapping values are not allowed in this context":
      ("a ':' cannot stand here", "put a text that contains ': ' in quotes, or check the indentation")
    case "block sequence entries are not allowed in this context":
      ("a '- ' cannot stand here", "begin the list on a line of its own")
    case "did not find expected key":
      ("expected a key of the mapping\(line)", "its keys stand in one column: check the indentation")
    case "did not find expected '-' indicator":
      (
        "expected an item of the list\(line)",
        "its items begin with '- ' in one column: check the indentation"
      )
    case "did not find expected ',' or ']'":
      ("expected ',' or ']'", "the list opens in column \(began?.column ?? 1)")
    case "did not find expected ',' or '}'":
      ("expected ',' or '}'", "the mapping opens in column \(began?.column ?? 1)")
    case "did not find expected node content": ("a value is missing here", nil)
    case "did not find expected <document start>":
      ("this line belongs to nothing above it", "check the indentation")
    case "found character that cannot start any token":
      ("a text cannot begin with '\(character.map { String($0) } ?? "")'", "put it in quotes")
    case "found unknown escape character":
      ("an unknown escape in double quotes", "write \\\\ for a backslash, or use single quotes")
    case "found undefined alias":
      ("a text cannot begin with '*'", "put it in quotes; anchors and aliases are not supported")
    case "but found another document":
      ("a second document begins here", "a pipeline file holds one: remove the '---'")
    case _ where problem.hasPrefix("Maximum nesting level"):
      ("nested deeper than \(YAMLReader.maximumDepth) levels", nil)
    default: nil
    }
  }
}
