import Sluice

/// Replaces `${NAME}` and `${NAME:-default}` in texts by the environment; `$${` stands for `${` itself.
///
/// As in a shell, `:-` gives its default when the variable is unset or empty. A default reaches to the next `}`.
struct Variables {
  struct Problem {
    let message: String
    let hint: String?
    /// UTF-8 bytes of the text before it.
    let offset: Int
  }

  /// A text with more mistakes than this is not looked at further.
  private static let maximumProblems = 10

  let environment: [String: String]

  func replaced(in text: String) -> (String, [Problem]) {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return (text, []) }
    var result = ""
    var problems: [Problem] = []
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$"), problems.count < Self.maximumProblems {
      result += rest[..<dollar]
      rest = rest[dollar...]
      if rest.hasPrefix("$${") {
        result += "${"
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("${") {
        let offset = text.utf8.distance(from: text.startIndex, to: dollar)
        switch expansion(of: &rest) {
        case .success(let value): result += value
        case .failure(let mistake):
          problems.append(Problem(message: mistake.message, hint: mistake.hint, offset: offset))
        }
      } else {
        result += "$"
        rest = rest.dropFirst()
      }
    }
    return (result + rest, problems)
  }

  /// A text that is replaced by the given one.
  static func escaped(_ text: String) -> String {
    guard text.contains("${") else { return text }
    var result = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[dollar...]
      result += rest.hasPrefix("${") ? "$$" : "$"
      rest = rest.dropFirst()
    }
    return result + rest
  }

  private struct Mistake: Error {
    let message: String
    let hint: String?
  }

  private func expansion(of rest: inout Substring) -> Result<String, Mistake> {
    guard let end = rest.firstIndex(of: "}") else {
      rest = rest.dropFirst(2)
      return .failure(Mistake(message: "'${' has no closing '}'", hint: "write $${ for a literal ${"))
    }
    let inner = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
    let whole = rest[...end]
    rest = rest[rest.index(after: end)...]
    let name = inner.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    let tail = inner.dropFirst(name.count)
    guard let first = name.first, !first.isNumber, tail.isEmpty || tail.hasPrefix(":-") else {
      return .failure(
        Mistake(
          message: "'\(whole)' is no variable",
          hint: "write ${NAME} or ${NAME:-default}, and $${ for a literal ${"))
    }
    if tail.contains("${") {
      return .failure(
        Mistake(message: "a variable cannot stand in the default of another", hint: nil))
    }
    let value = environment[String(name)]
    if !tail.isEmpty { return .success(value.flatMap { $0.isEmpty ? nil : $0 } ?? String(tail.dropFirst(2))) }
    if let value { return .success(value) }
    let hint =
      Suggestion.didYouMean(String(name), among: environment.keys)
      ?? "set it in the environment, or give it a default: ${\(name):-…}"
    return .failure(Mistake(message: "the variable '\(name)' is not set", hint: hint))
  }
}
