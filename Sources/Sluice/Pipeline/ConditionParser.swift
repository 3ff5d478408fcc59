/// Reads the expressions of `when:` by recursive descent.
public struct ConditionParser {
  public struct Failure: Error, Hashable, Sendable {
    public let message: String
    /// Characters before the place.
    public let offset: Int
    public let hint: String?
  }

  private struct Token {
    enum Kind { case word, text, symbol }
    let kind: Kind
    let text: String
    let offset: Int
  }

  /// Longer and deeper conditions are refused, so that none exhausts the stack.
  static let maximumLength = 4096
  static let maximumDepth = 50

  private var tokens: [Token] = []
  private var depth = 0
  private var next = 0
  private let length: Int

  static func parse(_ text: String) throws(Failure) -> Condition.Node {
    guard text.utf8.count <= maximumLength else {
      throw Failure(message: "a condition of more than \(maximumLength) bytes", offset: 0, hint: nil)
    }
    var parser = try ConditionParser(text)
    let node = try parser.either()
    if let extra = parser.peek {
      throw Failure(
        message: "unexpected '\(extra.text)'", offset: extra.offset, hint: "join conditions by 'and' or 'or'")
    }
    return node
  }

  private init(_ text: String) throws(Failure) {
    let characters = Array(text)
    length = characters.count
    var index = 0
    while index < characters.count {
      let start = index
      let character = characters[index]
      if character.isWhitespace {
        index += 1
      } else if character == "\"" || character == "'" {
        guard let close = characters[(index + 1)...].firstIndex(of: character) else {
          throw Failure(message: "the text has no closing quote", offset: start, hint: nil)
        }
        index = close + 1
        tokens.append(Token(kind: .text, text: String(characters[start + 1..<close]), offset: start))
      } else if "=!<>()".contains(character) {
        index += 1
        if character != "(", character != ")", index < characters.count, characters[index] == "=" {
          index += 1
        }
        tokens.append(Token(kind: .symbol, text: String(characters[start..<index]), offset: start))
      } else {
        while index < characters.count, !characters[index].isWhitespace,
          !"=!<>()\"'".contains(characters[index])
        {
          index += 1
        }
        tokens.append(Token(kind: .word, text: String(characters[start..<index]), offset: start))
      }
    }
  }

  private var peek: Token? { next < tokens.count ? tokens[next] : nil }

  private mutating func takes(_ text: String) -> Bool {
    guard let token = peek, token.kind != .text, token.text == text else { return false }
    next += 1
    return true
  }

  private mutating func either() throws(Failure) -> Condition.Node {
    var node = try both()
    while takes("or") { node = .or(node, try both()) }
    return node
  }

  private mutating func both() throws(Failure) -> Condition.Node {
    var node = try single()
    while takes("and") { node = .and(node, try single()) }
    return node
  }

  private mutating func single() throws(Failure) -> Condition.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw Failure(
        message: "nested deeper than \(Self.maximumDepth) levels", offset: peek?.offset ?? length, hint: nil)
    }
    if takes("not") { return .not(try single()) }
    if takes("(") {
      let node = try either()
      guard takes(")") else {
        throw Failure(message: "expected ')'", offset: peek?.offset ?? length, hint: nil)
      }
      return node
    }
    let left = try operand()
    guard let token = peek, token.kind == .symbol, token.text != ")" else { return .exists(left) }
    guard let comparison = Condition.Comparison(rawValue: token.text) else {
      let hint = token.text == "=" ? "did you mean '=='?" : nil
      throw Failure(message: "unknown operator '\(token.text)'", offset: token.offset, hint: hint)
    }
    next += 1
    return .compare(left, comparison, try operand())
  }

  private mutating func operand() throws(Failure) -> Condition.Operand {
    guard let token = peek else {
      throw Failure(message: "the condition ends too early", offset: length, hint: nil)
    }
    next += 1
    if token.kind == .text { return .text(token.text) }
    if let number = Double(token.text) { return .number(number) }
    if token.text.hasPrefix("metadata."), token.text.count > 9 {
      return .metadata(String(token.text.dropFirst(9)))
    }
    let names: [String: Condition.Operand] = [
      "id": .id, "uri": .uri, "source.media-type": .mediaType, "source.bytes": .sourceBytes,
      "text.bytes": .textBytes,
    ]
    if let operand = names[token.text] { return operand }
    throw Failure(
      message: "unknown operand '\(token.text)'", offset: token.offset,
      hint: Suggestion.didYouMean(token.text, among: names.keys.sorted()) ?? "text stands in quotes")
  }
}
