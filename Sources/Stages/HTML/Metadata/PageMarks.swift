import Sluice

/// The places in a page's body that name its title, author and date.
struct PageMarks {
  struct Mark {
    var text: String
    var evidence: String
    var weight: Int
  }

  /// The texts of `h1` elements.
  private(set) var headings: [String] = []
  /// Most telling first.
  private(set) var authors: [Mark] = []
  private(set) var dates: [Mark] = []

  private let page: PageTokens
  private let tree: FlatTree
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ page: PageTokens, _ tree: FlatTree, _ blocks: [PageBlock], _ bytes: UnsafeBufferPointer<UInt8>) {
    self.page = page
    self.tree = tree
    self.bytes = bytes
    var firstHeadingNode = Int32.max
    for block in blocks where block.kind == .heading && block.level == 1 {
      let text = text(ofRuns: block.runs)
      if !text.isEmpty, headings.count < 5 {
        headings.append(text)
        firstHeadingNode = min(firstHeadingNode, block.node)
      }
    }
    for (index, node) in tree.nodes.enumerated() where node.token >= 0 {
      examine(index, node, isBehindHeading: index > Int(firstHeadingNode))
      if authors.count + dates.count > 200 { break }
    }
    authors = authors.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element)
    dates = dates.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(
      \.element)
  }

  private mutating func examine(_ index: Int, _ node: FlatTree.Node, isBehindHeading: Bool) {
    var datetime: Range<Int>?
    var authorWeight = 0
    var dateWeight = node.tag == .time ? 2 : 0
    for attribute in page.attributes(of: Int(node.token)) {
      let value = bytes.slice(attribute.range)
      switch attribute.name {
      case .datetime, .content: datetime = attribute.range
      case .itemprop:
        if value.range(of: "author") != nil { authorWeight = max(authorWeight, 4) }
        if value.range(of: "datepublished") != nil { dateWeight = max(dateWeight, 6) }
      case .rel:
        if value.range(of: "author") != nil { authorWeight = max(authorWeight, 5) }
      case .class, .id:
        guard value.count < 200 else { continue }
        if value.range(of: "byline") != nil { authorWeight = max(authorWeight, 3) }
        if value.range(of: "author") != nil { authorWeight = max(authorWeight, 2) }
        if value.range(of: "publish") != nil || value.range(of: "posted") != nil
          || value.range(of: "entry-date") != nil
        {
          dateWeight = max(dateWeight, node.tag == .time ? 5 : 3)
        } else if value.range(of: "date") != nil, value.range(of: "update") == nil {
          dateWeight = max(dateWeight, node.tag == .time ? 3 : 1)
        }
        if value.range(of: "comment") != nil || value.range(of: "related") != nil {
          authorWeight = 0
          dateWeight = 0
        }
      default: break
      }
    }
    let bonus = isBehindHeading ? 1 : 0
    if authorWeight > 0 {
      let text = text(of: index)
      if !text.isEmpty, text.count < 120 {
        authors.append(Mark(text: text, evidence: "byline", weight: authorWeight + bonus))
      }
    }
    if dateWeight > 0 {
      let text = datetime.map { bytes.string($0) } ?? text(of: index)
      if !text.isEmpty, text.count < 120 {
        dates.append(
          Mark(text: text, evidence: node.tag == .time ? "time" : "byline", weight: dateWeight + bonus))
      }
    }
  }

  /// The text of an element, up to a few hundred bytes.
  private func text(of node: Int) -> String {
    let start = page.tokens[Int(tree.nodes[node].token)].end
    var low = 0
    var high = tree.runs.count
    while low < high {
      let middle = (low + high) / 2
      if tree.runs[middle].start < start { low = middle + 1 } else { high = middle }
    }
    var text: [UInt8] = []
    while low < tree.runs.count, text.count < 300 {
      let run = tree.runs[low]
      var ancestor = Int(run.node)
      while ancestor > node { ancestor = Int(tree.nodes[ancestor].parent) }
      guard ancestor == node else { break }
      if run.before > .none { text.append(0x20) }
      text += CharacterReferences.decodeAll(
        bytes.span.extracting(Int(run.start)..<min(Int(run.end), Int(run.start) + 1000)))
      low += 1
    }
    return String(decoding: text, as: UTF8.self).collapsed
  }

  private func text(ofRuns runs: Range<Int>) -> String {
    var text: [UInt8] = []
    for run in tree.runs[runs] where text.count < 2000 {
      if run.before > .none { text.append(0x20) }
      text += CharacterReferences.decodeAll(
        bytes.span.extracting(Int(run.start)..<min(Int(run.end), Int(run.start) + 2000)))
    }
    return String(decoding: text, as: UTF8.self).collapsed
  }
}
