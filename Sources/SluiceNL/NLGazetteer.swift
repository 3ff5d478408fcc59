internal import Sluice
internal import SluiceSentences

/// Terms and their labels, with the call shape of the class of that name in Apple's NaturalLanguage.
///
/// Terms are compared by canonical equivalence (`é` is equal to `e` with a combining accent) and with their case.
/// In a text they are found as whole tokens, whatever white space stands between these.
public final class NLGazetteer {
  /// The language of the terms; `nil` when they hold for all.
  public let language: NLLanguage?
  private let labels: [String: String]
  private var edges: [Edge: Int] = [:]
  private var ends: [Int: NLTag] = [:]

  /// A step in the tree of terms, from a node over a token to the next node.
  private struct Edge: Hashable {
    var node: Int
    var token: String
  }

  /// - Parameters:
  ///   - dictionary: the terms of each label. Of two labels for one term, the alphabetically first holds.
  ///   - language: the language of the terms; `nil` when they hold for all.
  /// - Throws: nothing; declared for the sake of code that is shared with Apple's, which throws.
  public init(dictionary: [String: [String]], language: NLLanguage?) throws {
    self.language = language
    var labels: [String: String] = [:]
    for (label, terms) in dictionary {
      for term in terms {
        if let known = labels[term], known <= label { continue }
        labels[term] = label
      }
    }
    self.labels = labels
    // In order, so that terms of the same tokens get the same label in every run.
    for (term, label) in labels.sorted(by: { $0.key < $1.key }) { add(term, NLTag(label)) }
  }

  /// The label of a term, `nil` when it has none.
  public func label(for string: String) -> String? {
    labels[string]
  }

  private func add(_ term: String, _ tag: NLTag) {
    let cut = TokenCut(PlainText(term))
    var node = 0
    for row in cut.rows where row.kind != .whitespace {
      let edge = Edge(node: node, token: cut.string(row.range))
      // The root is node 0, and every edge leads to a node of its own.
      let next = edges[edge] ?? edges.count + 1
      edges[edge] = next
      node = next
    }
    if node > 0, ends[node] == nil { ends[node] = tag }
  }

  /// The longest term that begins at a token: the token after it, and its label.
  func longestTerm(in tokens: [String], at first: Int) -> (end: Int, tag: NLTag)? {
    var found: (end: Int, tag: NLTag)?
    var node = 0
    for index in first..<tokens.count {
      guard let next = edges[Edge(node: node, token: tokens[index])] else { break }
      node = next
      if let tag = ends[node] { found = (index + 1, tag) }
    }
    return found
  }
}
