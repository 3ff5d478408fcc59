/// The members of one segment that have a part to play, found in one pass over it by the names that programs use.
struct SegmentMembers {
  enum Part: Int { case text, pieces, start, end, duration, speaker, stamps }

  /// Node of each part's value, -1 where there is none.
  private var nodes: InlineArray<7, Int32> = .init(repeating: -1)
  /// Place of the name in its list: the first in the list is taken, whatever the order of the members.
  private var ranks: InlineArray<7, UInt8> = .init(repeating: .max)

  subscript(part: Part) -> Int? {
    let node = nodes[part.rawValue]
    return node < 0 ? nil : Int(node)
  }

  init(_ tape: borrowing JSONTape, _ segment: Int) {
    guard tape.nodes[segment].kind == .object else { return }
    var index = segment + 1
    let end = tape.nodes[segment].next
    while index + 1 < end {
      let value = index + 1
      if tape.nodes[index].kind == .string,
        let name = Self.names[Self.hash(tape.bytes, tape.nodes[index].range)]
      {
        let part = name.part.rawValue
        if name.rank < ranks[part] {
          ranks[part] = name.rank
          nodes[part] = Int32(value)
        }
      }
      index = max(value + 1, tape.nodes[value].next)
    }
  }

  /// Names of at most 15 bytes have hashes of their own: their bytes and their length.
  private struct Key: Hashable {
    var low: UInt64 = 0
    var high: UInt64 = 0
  }

  private struct Name {
    var part: Part
    var rank: UInt8
  }

  private static let longestName = 15

  /// Open addressing by the first letters of names; small enough to stay in the cache.
  private struct Table {
    private var keys = [Key](repeating: Key(), count: 256)
    private var values = [Name](repeating: Name(part: .text, rank: .max), count: 256)

    private static func slot(_ key: Key) -> Int {
      Int(truncatingIfNeeded: ((key.low ^ key.high &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    }

    mutating func insert(_ key: Key, _ name: Name) {
      var slot = Self.slot(key)
      while keys[slot] != Key() { slot = (slot + 1) & 255 }
      keys[slot] = key
      values[slot] = name
    }

    subscript(key: Key) -> Name? {
      guard key != Key() else { return nil }
      var slot = Self.slot(key)
      while keys[slot] != Key() {
        if keys[slot] == key { return values[slot] }
        slot = (slot + 1) & 255
      }
      return nil
    }
  }

  private static func hash(_ bytes: Bytes, _ range: Range<Int>) -> Key {
    guard range.count <= longestName else { return Key() }
    var key = Key()
    for index in range {
      key.high = key.high << 8 | key.low >> 56
      key.low = key.low << 8 | UInt64(bytes[index])
    }
    key.high |= UInt64(range.count) << 56
    return key
  }

  private static let names: Table = {
    var table = Table()
    for (part, names) in SegmentFields.names {
      for (rank, name) in names.enumerated() {
        Array(name.utf8).withUnsafeBufferPointer { buffer in
          guard let bytes = Bytes(buffer) else { return }
          table.insert(hash(bytes, 0..<buffer.count), Name(part: part, rank: UInt8(rank)))
        }
      }
    }
    return table
  }()
}
