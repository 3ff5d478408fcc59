/// A test of a document, as `when:` takes it: `metadata.language == "en" and source.bytes > 1000`.
///
/// Operands are `id`, `uri`, `source.media-type`, `source.bytes`, `text.bytes` and `metadata.KEY`, text in
/// quotes, and numbers; operators are `==`, `!=`, `<`, `<=`, `>`, `>=`, `and`, `or`, `not` and parentheses. An
/// operand alone asks whether the document has it. A comparison with something that it does not have is false,
/// but for `!=`.
public struct Condition: Hashable, Sendable {
  /// The expression as it was written.
  public let text: String
  private let root: Node

  indirect enum Node: Hashable, Sendable {
    case compare(Operand, Comparison, Operand)
    case exists(Operand)
    case not(Node)
    case and(Node, Node)
    case or(Node, Node)
  }

  enum Operand: Hashable, Sendable {
    case text(String)
    case number(Double)
    case id
    case uri
    case mediaType
    case sourceBytes
    case textBytes
    case metadata(String)
  }

  enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "==", unequal = "!=", atMost = "<=", atLeast = ">=", less = "<", greater = ">"
  }

  /// - Throws: ``ConditionParser/Failure``.
  public init(_ text: String) throws {
    self.text = text
    root = try ConditionParser.parse(text)
  }

  public func holds(for document: Document) -> Bool {
    root.holds(for: document)
  }
}

extension Condition.Node {
  fileprivate func holds(for document: Document) -> Bool {
    switch self {
    case .compare(let left, let comparison, let right):
      comparison.holds(left.value(in: document), right.value(in: document))
    case .exists(let operand):
      switch operand.value(in: document) {
      case nil, .bool(false): false
      default: true
      }
    case .not(let node): !node.holds(for: document)
    case .and(let a, let b): a.holds(for: document) && b.holds(for: document)
    case .or(let a, let b): a.holds(for: document) || b.holds(for: document)
    }
  }
}

extension Condition.Operand {
  fileprivate func value(in document: Document) -> JSONValue? {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .number(number.description)
    case .id: .string(document.id)
    case .uri: document.uri.map(JSONValue.string)
    case .mediaType: .string(document.source.mediaType)
    case .sourceBytes: .integer(document.source.count)
    case .textBytes: .integer(document.text.count)
    case .metadata(let key): document.metadata[key]
    }
  }
}

extension Condition.Comparison {
  fileprivate func holds(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    guard let left = left?.scalarText, let right = right?.scalarText else { return self == .unequal }
    if let a = Double(left), let b = Double(right) { return holds(ordered: a, b) }
    return holds(ordered: left, right)
  }

  private func holds<Value: Comparable>(ordered a: Value, _ b: Value) -> Bool {
    switch self {
    case .equal: a == b
    case .unequal: a != b
    case .less: a < b
    case .atMost: a <= b
    case .greater: a > b
    case .atLeast: a >= b
    }
  }
}
