/// The elements of a page that their authors call a transcript in `class` or `id`, whether a heading says so or not.
struct TranscriptElements {
  /// For each node the outermost such element that it stands in, -1 for none; empty where a page has none at all.
  private var roots: [Int32] = []
  private var words: [Int32: Int] = [:]
  /// Words without which an element is a button or a link to a transcript.
  private static let fewestWords = 30

  init(_ reading: PageReading, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard Self.isMentioned(reading.page, bytes) else { return }
    let nodes = reading.tree.nodes
    roots = Array(repeating: -1, count: nodes.count)
    for index in nodes.indices.dropFirst() {
      roots[index] = roots[Int(nodes[index].parent)]
      guard roots[index] < 0, nodes[index].token >= 0, nodes[index].tag.isBlock, !nodes[index].tag.isFrame
      else { continue }
      if Self.isNamed(Int(nodes[index].token), reading.page, bytes) { roots[index] = Int32(index) }
    }
    for block in reading.blocks where roots[Int(block.node)] >= 0 {
      words[roots[Int(block.node)], default: 0] += block.measure.words
    }
  }

  func contains(_ block: PageBlock) -> Bool {
    guard !roots.isEmpty, let words = words[roots[Int(block.node)]] else { return false }
    return words >= Self.fewestWords
  }

  private static let name: StaticString = "transcript"
  private static let length = 10

  /// How far to go on at each last byte of a window (Horspool, Practical fast searching in strings, 1980).
  private static let steps: [UInt8] = (0..<256).map { byte in
    let name = Array("transcript".utf8)
    let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    return UInt8(name.dropLast().lastIndex(of: UInt8(lower)).map { name.count - 1 - $0 } ?? name.count)
  }

  private static func isMentioned(_ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    steps.withUnsafeBufferPointer { steps in
      page.attributes.contains { attribute in
        (attribute.name == .class || attribute.name == .id) && attribute.range.count >= length
          && isMentioned(bytes.slice(attribute.range), steps)
      }
    }
  }

  private static func isMentioned(
    _ value: UnsafeBufferPointer<UInt8>, _ steps: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var end = length - 1
    while end < value.count {
      if value[end] | 0x20 == 0x74, value.slice(end + 1 - length..<end + 1).equals(name) { return true }
      end += Int(steps[Int(value[end])])
    }
    return false
  }

  private static func isNamed(
    _ token: Int, _ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for attribute in page.attributes(of: token) where attribute.name == .class || attribute.name == .id {
      let value = bytes.slice(attribute.range)
      var from = 0
      while let found = value.range(of: name, from: from) {
        let before = value.slice(0..<found.lowerBound)
        if !before.hasSuffix("no-"), !before.hasSuffix("has-"), !before.hasSuffix("without-") { return true }
        from = found.upperBound
      }
    }
    return false
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether the bytes in lower case end so.
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return count >= length && slice(count - length..<count).equals(text)
  }
}
