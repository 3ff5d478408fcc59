import Sluice

/// The tree and blocks of a page with the texts of their parts.
struct PageBody {
  let page: PageTokens
  let tree: FlatTree
  let blocks: [PageBlock]
  let bytes: UnsafeBufferPointer<UInt8>

  /// The texts of `h1` elements with their blocks, five at most.
  var headings: [(text: String, block: Int)] {
    var found: [(text: String, block: Int)] = []
    for (index, block) in blocks.enumerated() where block.kind == .heading && block.level == 1 {
      let text = text(ofBlock: index)
      if !text.isEmpty { found.append((text, index)) }
      if found.count == 5 { break }
    }
    return found
  }

  /// The block that a title stands in: a heading that says the same, else the first heading of the first level.
  func block(of title: String?, _ headings: [(text: String, block: Int)]) -> Int? {
    let bare = title?.bare ?? ""
    if let same = headings.first(where: { $0.text.bare == bare }) { return same.block }
    if bare.count > 8 {
      for (index, block) in blocks.enumerated()
      where block.kind == .heading && block.level > 1 && block.measure.characters < 300 {
        if text(ofBlock: index).bare == bare { return index }
      }
    }
    return headings.first?.block
  }

  func ancestors(ofBlock index: Int) -> Set<Int> {
    var found: Set<Int> = []
    var node = Int(blocks[index].node)
    while node > 0 {
      found.insert(node)
      node = Int(tree.nodes[node].parent)
    }
    return found
  }

  func isInNavigation(_ block: PageBlock) -> Bool {
    var node = Int(block.node)
    while node > 0 {
      let tag = tree.nodes[node].tag
      if tag == .nav || tag == .footer { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// The block that holds the first text of an element, or follows it.
  func block(ofNode node: Int) -> Int {
    let start = page.tokens[Int(tree.nodes[node].token)].end
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if tree.runs[blocks[middle].runs.upperBound - 1].end <= start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Calls a body with the runs of an element until it says no.
  private func forEachRun(ofNode node: Int, _ body: (FlatTree.Run) -> Bool) {
    let start = page.tokens[Int(tree.nodes[node].token)].end
    var low = 0
    var high = tree.runs.count
    while low < high {
      let middle = (low + high) / 2
      if tree.runs[middle].start < start { low = middle + 1 } else { high = middle }
    }
    while low < tree.runs.count {
      var ancestor = Int(tree.runs[low].node)
      while ancestor > node { ancestor = Int(tree.nodes[ancestor].parent) }
      guard ancestor == node else { break }
      if !body(tree.runs[low]) { return }
      low += 1
    }
  }

  /// The pieces of text of an element between tags, up to a few hundred bytes.
  func segments(ofNode node: Int) -> [String] {
    var segments: [String] = []
    forEachRun(ofNode: node) { run in
      append(run, to: &segments)
      return segments.count < 12
    }
    return segments
  }

  /// Whether an element has the digits of a year, which no date goes without.
  func hasYear(inNode node: Int) -> Bool {
    var (digits, runs) = (0, 0)
    forEachRun(ofNode: node) { run in
      for index in Int(run.start)..<min(Int(run.end), Int(run.start) + 400)
      where (0x30...0x39).contains(bytes[index]) {
        digits += 1
      }
      runs += 1
      return digits < 4 && runs < 100
    }
    return digits >= 4 || runs == 100
  }

  func segments(ofBlock index: Int) -> [String] {
    var segments: [String] = []
    for run in tree.runs[blocks[index].runs] where segments.count < 12 { append(run, to: &segments) }
    return segments
  }

  /// The first byte of a block's text, 0 where it takes decoding to tell.
  func firstByte(ofBlock index: Int) -> UInt8 {
    for run in tree.runs[blocks[index].runs] {
      for index in Int(run.start)..<Int(run.end) where bytes[index] > 0x20 {
        let byte = bytes[index]
        return byte == UInt8(ascii: "&") || byte >= 0x7F ? 0 : byte
      }
    }
    return 0
  }

  private func append(_ run: FlatTree.Run, to segments: inout [String]) {
    let text = string(run, limit: 400)
    if !text.isEmpty { segments.append(text) }
  }

  private func string(_ run: FlatTree.Run, limit: Int) -> String {
    let end = min(Int(run.end), Int(run.start) + limit)
    return bytes.string(Int(run.start)..<end, isAttribute: false)
  }

  /// The text of a block, up to 2,000 bytes.
  func text(ofBlock index: Int) -> String {
    var text: [UInt8] = []
    for run in tree.runs[blocks[index].runs] where text.count < 2000 {
      if run.before > .none { text.append(0x20) }
      text += CharacterReferences.decodeAll(
        bytes.span.extracting(Int(run.start)..<min(Int(run.end), Int(run.start) + 2000)))
    }
    return String(decoding: text, as: UTF8.self).collapsed
  }
}
