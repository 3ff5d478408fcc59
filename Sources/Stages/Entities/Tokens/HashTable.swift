/// Hashes to values, by open addressing: one probe for most look-ups of most words of a text.
struct HashTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt64]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int = 1024) {
    let size = max(16, (capacity * 2).nextPowerOfTwo)
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// The key 0 marks a free place; no word hashes to it.
  subscript(key: UInt64) -> UInt64? {
    @inline(__always)
    get {
      var slot = Self.slot(key) & mask
      while keys[slot] != 0 {
        if keys[slot] == key { return values[slot] }
        slot = (slot + 1) & mask
      }
      return nil
    }
    set {
      guard let newValue else { return }
      if count * 2 >= keys.count { grow() }
      var slot = Self.slot(key) & mask
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
      if keys[slot] == 0 {
        keys[slot] = key
        count += 1
      }
      values[slot] = newValue
    }
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15 >> 20)
  }

  private mutating func grow() {
    var larger = HashTable(capacity: keys.count)
    for slot in keys.indices where keys[slot] != 0 { larger[keys[slot]] = values[slot] }
    self = larger
  }

  /// Forgets everything; keeps the room when it is not far too large for what it held.
  mutating func removeAll() {
    if keys.count > 4096, count * 16 < keys.count {
      self = HashTable()
      return
    }
    guard count > 0 else { return }
    for slot in keys.indices { keys[slot] = 0 }
    count = 0
  }
}

extension Int {
  fileprivate var nextPowerOfTwo: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
