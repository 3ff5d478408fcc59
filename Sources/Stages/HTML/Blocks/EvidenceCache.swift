/// What the names of elements say, once for all elements of one tag and the same `class` that have no other name: the
/// rows of a list, the paragraphs of a text.
struct EvidenceCache {
  private(set) var evidence: [AncestorChains.NodeEvidence] = []
  private let reading: PageReading
  private let bytes: UnsafeBufferPointer<UInt8>
  /// For each slot the evidence and an element that it is of.
  private var slots = [(index: Int32, node: Int32)](repeating: (-1, -1), count: 256)

  init(_ reading: PageReading, _ bytes: UnsafeBufferPointer<UInt8>) {
    (self.reading, self.bytes) = (reading, bytes)
  }

  /// The place of an element's evidence.
  mutating func index(of node: Int, _ read: () -> AncestorChains.NodeEvidence) -> Int32 {
    guard let range = className(node) else { return append(read()) }
    var hash = UInt64(reading.tree.nodes[node].tag.rawValue) &+ UInt64(range.count) << 8
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    let slot = Int((hash ^ hash >> 29) & 255)
    if slots[slot].index >= 0, isAlike(Int(slots[slot].node), node, range) { return slots[slot].index }
    slots[slot] = (append(read()), Int32(node))
    return slots[slot].index
  }

  private mutating func append(_ found: AncestorChains.NodeEvidence) -> Int32 {
    evidence.append(found)
    return Int32(evidence.count - 1)
  }

  /// The `class` of an element that has no other attribute that counts, or none at all; `nil` for all others.
  private func className(_ node: Int) -> Range<Int>? {
    let token = Int(reading.tree.nodes[node].token)
    guard token >= 0 else { return 0..<0 }
    var name: Range<Int>?
    for attribute in reading.page.attributes(of: token) {
      switch attribute.name {
      case .class where name == nil: name = attribute.range
      case .class, .id, .role, .itemprop, .hidden, .ariaHidden, .style: return nil
      default: break
      }
    }
    return name ?? 0..<0
  }

  private func isAlike(_ other: Int, _ node: Int, _ range: Range<Int>) -> Bool {
    let (one, two) = (reading.tree.nodes[other], reading.tree.nodes[node])
    guard one.tag == two.tag, one.token >= 0, two.token >= 0 else {
      return one.tag == two.tag && one.token == two.token
    }
    guard let name = className(other), name.count == range.count else { return false }
    return zip(name, range).allSatisfy { bytes[$0] == bytes[$1] }
  }
}
