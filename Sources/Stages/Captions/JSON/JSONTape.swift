/// JSON as a flat list of its values with their places in the source, for text that must keep its provenance. What
/// is cut off in the middle counts up to there; nothing nests deeper than ``deepest``.
struct JSONTape {
  enum Kind: UInt8 { case object, array, string, number, word }

  struct Node {
    let kind: Kind
    private var start: Int32
    private var end: Int32
    private var nextNode: Int32

    init(kind: Kind, range: Range<Int>, next: Int) {
      self.kind = kind
      start = Int32(truncatingIfNeeded: range.lowerBound)
      end = Int32(truncatingIfNeeded: range.upperBound)
      nextNode = Int32(truncatingIfNeeded: next)
    }

    /// Without the quotes of a string.
    var range: Range<Int> {
      get { Int(start)..<Int(end) }
      set {
        start = Int32(truncatingIfNeeded: newValue.lowerBound)
        end = Int32(truncatingIfNeeded: newValue.upperBound)
      }
    }
    /// Index behind the last value inside.
    var next: Int {
      get { Int(nextNode) }
      set { nextNode = Int32(truncatingIfNeeded: newValue) }
    }
  }

  static let deepest = 512

  let bytes: Bytes
  private(set) var nodes: [Node] = []
  private(set) var isTruncated = false

  /// - Returns: `nil` for what is no JSON from its beginning, or nests too deep.
  init?(_ bytes: Bytes, from start: Int) {
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 4)
    guard scan(from: start), !nodes.isEmpty else { return nil }
  }

  private mutating func scan(from start: Int) -> Bool {
    var open: [Int] = []
    var index = start
    let end = bytes.count
    while index < end {
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ","), UInt8(ascii: ":"):
        index += 1
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.deepest else { return false }
        open.append(nodes.count)
        nodes.append(Node(kind: byte == 0x7B ? .object : .array, range: index..<end, next: 0))
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard let last = open.popLast(), (nodes[last].kind == .object) == (byte == 0x7D) else { return false }
        index += 1
        close(last, at: index)
      case UInt8(ascii: "\""):
        let close = stringEnd(from: index + 1)
        nodes.append(Node(kind: .string, range: index + 1..<close, next: nodes.count + 1))
        if close >= end { isTruncated = true }
        index = close + 1
      default:
        let first = index
        while index < end, bytes[index] > 0x20,
          !Self.endsWord(bytes[index])
        {
          index += 1
        }
        guard index > first else { return false }
        let isNumber = bytes[first].isDigit || bytes[first] == UInt8(ascii: "-")
        nodes.append(Node(kind: isNumber ? .number : .word, range: first..<index, next: nodes.count + 1))
      }
      // What follows the value is none of ours.
      if open.isEmpty, !nodes.isEmpty { return true }
    }
    isTruncated = isTruncated || !open.isEmpty
    while let last = open.popLast() { close(last, at: end) }
    return true
  }

  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D, 0x22: true
    default: false
    }
  }

  private mutating func close(_ index: Int, at end: Int) {
    nodes[index].range = nodes[index].range.lowerBound..<end
    nodes[index].next = nodes.count
  }

  private func stringEnd(from start: Int) -> Int {
    var index = start
    while let quote = bytes.first(UInt8(ascii: "\""), in: index..<bytes.count) {
      var slashes = 0
      while quote - slashes > start, bytes[quote - slashes - 1] == UInt8(ascii: "\\") { slashes += 1 }
      if slashes % 2 == 0 { return quote }
      index = quote + 1
    }
    return bytes.count
  }

  // MARK: - Looking up

  /// Calls the body for each element of an array until it says `false`.
  func forEachElement(of array: Int, _ body: (Int) -> Bool) {
    var index = array + 1
    while index < nodes[array].next {
      guard body(index) else { return }
      index = max(index + 1, nodes[index].next)
    }
  }

  /// The value of a member of an object.
  func member(_ object: Int, _ name: StaticString) -> Int? {
    member(object) { bytes.equals($0, name) }
  }

  func member(_ object: Int, named name: String) -> Int? {
    member(object) { $0.count == name.utf8.count && bytes.string($0) == name }
  }

  private func member(_ object: Int, _ isName: (Range<Int>) -> Bool) -> Int? {
    guard nodes[object].kind == .object else { return nil }
    var index = object + 1
    let end = nodes[object].next
    while index + 1 < end {
      let value = index + 1
      if nodes[index].kind == .string, isName(nodes[index].range) { return value }
      index = max(value + 1, nodes[value].next)
    }
    return nil
  }

  /// What a path of names with dots leads to; a number is an index of an array.
  func value(at path: String, from node: Int) -> Int? {
    var node = node
    for name in path.split(separator: ".") {
      if nodes[node].kind == .array, let position = Int(name) {
        var found: Int?
        var at = 0
        forEachElement(of: node) { element in
          if at == position { found = element }
          at += 1
          return found == nil
        }
        guard let found else { return nil }
        node = found
      } else if let found = member(node, named: String(name)) {
        node = found
      } else {
        return nil
      }
    }
    return node
  }
}
