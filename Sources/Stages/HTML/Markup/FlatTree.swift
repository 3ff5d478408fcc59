/// The elements of a page as an array in document order, and the runs of text between their tags.
///
/// A run is a range of the decoded page as it stands there, references and white space included.
struct FlatTree {
  struct Node {
    /// Its start tag, -1 for the root and for elements that are only implied.
    var token: Int32
    var parent: Int32
    var tag: Tag
    var traits: Traits
  }

  /// What a node or one of its ancestors is.
  struct Traits: OptionSet {
    let rawValue: UInt16

    static let link = Traits(rawValue: 1)
    static let preformatted = Traits(rawValue: 2)
    static let code = Traits(rawValue: 4)
    /// Form controls, media and templates: their text is no text of the page.
    static let dropped = Traits(rawValue: 8)
    static let noscript = Traits(rawValue: 16)
    static let quote = Traits(rawValue: 32)
    static let list = Traits(rawValue: 64)
    static let table = Traits(rawValue: 128)
    static let emphasis = Traits(rawValue: 256)
  }

  /// What stands between a run and the one before it.
  enum Break: UInt8, Comparable {
    case none, line, block

    static func < (a: Break, b: Break) -> Bool { a.rawValue < b.rawValue }
  }

  struct Run {
    var start: Int32
    var end: Int32
    /// The element that it stands in.
    var node: Int32
    var before: Break
  }

  var nodes: [Node] = [Node(token: -1, parent: -1, tag: .unknown, traits: [])]
  var runs: [Run] = []
  /// The text of form controls, media and templates, which is read only where a page has no other.
  var droppedRuns: [Run] = []
  /// Elements in which two `br` in a row divide paragraphs.
  var dividedByBreaks: [Int32] = []

  mutating func open(_ tag: Tag, token: Int32, parent: Int32, isShadowRoot: Bool = false) -> Int32 {
    var traits = nodes[Int(parent)].traits
    switch tag {
    case .a: traits.insert(.link)
    case .pre, .listing, .xmp: traits.formUnion([.preformatted, .code])
    case .noscript: traits.insert(.noscript)
    case .blockquote: traits.insert(.quote)
    case .ul, .ol, .menu, .dir, .dl: traits.insert(.list)
    case .table: traits.insert(.table)
    case .b, .strong, .em, .i: traits.insert(.emphasis)
    default: break
    }
    if tag.isDropped, !isShadowRoot { traits.insert(.dropped) }
    nodes.append(Node(token: token, parent: parent, tag: tag, traits: traits))
    return Int32(nodes.count - 1)
  }
}
