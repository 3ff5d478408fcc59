/// The words of a text as a struct of arrays: where they stand, their hashes, and what lies behind each.
///
/// A word is a run of letters and digits; apostrophes and hyphens belong to it between two of them. Bytes beyond
/// ASCII count as letters, but those of General Punctuation and of Latin-1 signs.
struct PageWords {
  /// What stands between a word and the next.
  struct Gap: OptionSet {
    let rawValue: UInt8

    static let comma = Gap(rawValue: 1 << 0)
    /// A dash, `--`, or a hyphen between spaces.
    static let dash = Gap(rawValue: 1 << 1)
    static let ellipsis = Gap(rawValue: 1 << 2)
    /// What may end a sentence, and two line breaks.
    static let end = Gap(rawValue: 1 << 3)
    static let lineBreak = Gap(rawValue: 1 << 4)
    /// Any other sign: quotes, brackets, colons.
    static let other = Gap(rawValue: 1 << 5)
    /// A hyphen at the word and no word behind it: the word was cut off.
    static let cutoff = Gap(rawValue: 1 << 6)
    /// Some space.
    static let space = Gap(rawValue: 1 << 7)
  }

  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []
  /// By ``wordHash(_:_:)``.
  private(set) var hashes: [UInt64] = []
  private(set) var gaps: [Gap] = []

  var count: Int { starts.count }
  var indices: Range<Int> { starts.indices }

  subscript(index: Int) -> Range<Int> { Int(starts[index])..<Int(ends[index]) }

  private static let isWord: [Bool] = (0..<256).map { byte in
    UInt8(byte).isWordByte && byte != 0xE2 && byte != 0xC2
  }

  init(_ bytes: [UInt8], in open: [Range<Int>]) {
    let guess = bytes.count / 5
    starts.reserveCapacity(guess)
    ends.reserveCapacity(guess)
    hashes.reserveCapacity(guess)
    gaps.reserveCapacity(guess)
    bytes.withUnsafeBufferPointer { bytes in
      Self.isWord.withUnsafeBufferPointer { isWord in
        for region in open { scan(bytes, region, isWord) }
      }
    }
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ region: Range<Int>, _ isWord: UnsafeBufferPointer<Bool>
  ) {
    var index = region.lowerBound
    let limit = region.upperBound
    while index < limit, !isWord[Int(bytes[index])] { index += 1 }
    while index < limit {
      let start = index
      var hash = WordHash()
      while true {
        hash.add(bytes[index].lowered)
        index += 1
        guard index < limit else { break }
        if isWord[Int(bytes[index])] { continue }
        let joint = Self.jointLength(bytes, index, limit)
        guard joint > 0, index + joint < limit, isWord[Int(bytes[index + joint])] else { break }
        for _ in 1..<joint {
          hash.add(bytes[index])
          index += 1
        }
      }
      starts.append(Int32(start))
      ends.append(Int32(index))
      hashes.append(hash.value)
      gaps.append(Self.gap(bytes, &index, limit, isWord))
    }
    if let last = gaps.indices.last { gaps[last].insert(.end) }
  }

  /// Length of an apostrophe or hyphen that may join two parts of a word; 0 for anything else.
  private static func jointLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"): 1
    case 0xE2: index + 2 < limit && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99 ? 3 : 0
    default: 0
    }
  }

  /// What stands from an offset to the next word, to whose start the offset moves.
  private static func gap(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ limit: Int, _ isWord: UnsafeBufferPointer<Bool>
  ) -> Gap {
    let start = index
    // Nearly all gaps are one space.
    if index + 1 < limit, bytes[index] == 0x20, isWord[Int(bytes[index + 1])] {
      index += 1
      return .space
    }
    var gap: Gap = []
    var dots = 0
    var breaks = 0
    while index < limit, !isWord[Int(bytes[index])] {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: gap.insert(.space)
      case 0x0A:
        breaks += 1
        gap.insert([.lineBreak, .space])
      case UInt8(ascii: ","): gap.insert(.comma)
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"): gap.insert(.end)
      case UInt8(ascii: "-"):
        let isDouble =
          (index + 1 < limit && bytes[index + 1] == 0x2D) || (index > start && bytes[index - 1] == 0x2D)
        if isDouble {
          gap.insert(.dash)
        } else if index == start {
          gap.insert(.cutoff)
        } else {
          gap.insert(.dash)
        }
      case 0xE2:
        guard index + 2 < limit, bytes[index + 1] == 0x80 else {
          gap.insert(.other)
          break
        }
        switch bytes[index + 2] {
        case 0x92...0x95: gap.insert(.dash)
        case 0xA6: gap.insert(.ellipsis)
        default: gap.insert(.other)
        }
        index += 2
      case 0xC2:
        // A space that does not break, or a sign.
        if index + 1 < limit, bytes[index + 1] == 0xA0 { gap.insert(.space) } else { gap.insert(.other) }
        if index + 1 < limit { index += 1 }
      default: gap.insert(.other)
      }
      index += 1
    }
    if dots == 1 { gap.insert(.end) }
    if dots > 1 { gap.insert(.ellipsis) }
    if breaks > 1 { gap.insert(.end) }
    return gap
  }
}
