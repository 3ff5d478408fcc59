/// Numbers hashes in the order in which they come: equal hashes have one number.
struct HashSlots {
  private var keys: [UInt64]
  private var slots: [Int32]
  private let mask: Int
  private(set) var count = 0

  /// - Parameter capacity: the most hashes that come.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    slots = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// The number of a hash; ``count`` before the call, if it is new.
  mutating func slot(_ key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place] >= 0 {
      if keys[place] == key { return Int(slots[place]) }
      place = (place + 1) & mask
    }
    keys[place] = key
    slots[place] = Int32(count)
    count += 1
    return count - 1
  }
}
