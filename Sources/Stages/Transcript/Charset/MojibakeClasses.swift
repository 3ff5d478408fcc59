/// What a character is where UTF-8 was read by another code page: the classes that ``MojibakeBadness`` reasons with.
struct MojibakeClasses: OptionSet, Sendable {
  let rawValue: UInt32

  static let common = MojibakeClasses(rawValue: 1 << 0)
  /// Control characters from U+0080.
  static let control = MojibakeClasses(rawValue: 1 << 1)
  static let bad = MojibakeClasses(rawValue: 1 << 2)
  static let law = MojibakeClasses(rawValue: 1 << 3)
  static let currency = MojibakeClasses(rawValue: 1 << 4)
  static let start = MojibakeClasses(rawValue: 1 << 5)
  static let end = MojibakeClasses(rawValue: 1 << 6)
  static let numeric = MojibakeClasses(rawValue: 1 << 7)
  static let kaomoji = MojibakeClasses(rawValue: 1 << 8)
  static let upper = MojibakeClasses(rawValue: 1 << 9)
  static let lower = MojibakeClasses(rawValue: 1 << 10)
  static let upperCommon = MojibakeClasses(rawValue: 1 << 11)
  static let lowerCommon = MojibakeClasses(rawValue: 1 << 12)
  static let box = MojibakeClasses(rawValue: 1 << 13)
  /// What the bytes of UTF-8 look like: the first of two, three and four, and those that follow.
  static let firstOfTwo = MojibakeClasses(rawValue: 1 << 14)
  static let firstOfThree = MojibakeClasses(rawValue: 1 << 15)
  static let firstOfFour = MojibakeClasses(rawValue: 1 << 16)
  static let continuation = MojibakeClasses(rawValue: 1 << 17)
  static let strictContinuation = MojibakeClasses(rawValue: 1 << 18)

  /// The classes of a character.
  static func of(_ scalar: UInt32) -> MojibakeClasses {
    if scalar < 0x80 { return scalar == 0x20 ? .continuation : [] }
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if UInt32(runs[middle].last) < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count, UInt32(runs[low].first) <= scalar else { return [] }
    return MojibakeClasses(rawValue: runs[low].classes)
  }
}
