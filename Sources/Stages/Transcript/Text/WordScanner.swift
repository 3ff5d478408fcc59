/// Divides bytes into words, one after the other. What it finds from the start of a word on does not depend on what
/// stands before it.
struct WordScanner {
  private typealias Gap = PageWords.Gap

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
  private let kinds: UnsafeBufferPointer<UInt8>
  private let lexicon = WordTraits.lexicon

  /// Bits of the kinds of bytes; that of capitals is what their small letters have.
  private static let (word, digit, upper) = (1 as UInt8, 2 as UInt8, 0x20 as UInt8)

  private static let kindOfByte: [UInt8] = (0..<256).map { value in
    let byte = UInt8(value)
    guard byte.isWordByte, byte != 0xE2, byte != 0xC2 else { return 0 }
    return word | (byte.isDigit ? digit : 0) | (byte.isUpper ? upper : 0)
  }

  /// Calls the body with a scanner of the bytes before a limit.
  static func scan(
    _ bytes: [UInt8], before limit: Int, _ body: (WordScanner) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      kindOfByte.withUnsafeBufferPointer { kinds in
        body(WordScanner(bytes: bytes, limit: limit, kinds: kinds))
      }
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, limit: Int, kinds: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.limit = limit
    self.kinds = kinds
  }

  @inline(__always)
  private func isWord(_ index: Int) -> Bool { kinds[Int(bytes[index])] != 0 }

  /// The start of the first word from an offset on.
  func firstWord(from offset: Int) -> Int {
    var index = offset
    // Signs beyond ASCII are passed over whole: a word does not begin within one.
    _ = longGap(&index)
    return index
  }

  /// Adds the word that starts at an offset; moves the offset to the next one, or to the limit.
  @inline(__always)
  func next(_ index: inout Int, into rows: inout WordRows) {
    let start = index
    var hash = WordHash()
    var seen: UInt8 = 0
    var isJoined = false
    while true {
      let byte = bytes[index]
      let kind = kinds[Int(byte)]
      seen |= kind
      hash.add(byte | (kind & Self.upper))
      index += 1
      guard index < limit else { break }
      if isWord(index) { continue }
      let joint = jointLength(index)
      guard joint > 0, index + joint < limit, isWord(index + joint) else { break }
      isJoined = true
      for _ in 1..<joint {
        hash.add(bytes[index])
        index += 1
      }
    }
    let end = index
    let value = hash.value
    var traits = lexicon[value] ?? []
    if seen & Self.digit != 0 { traits.insert(.digit) }
    if isJoined { traits.insert(.joined) }
    rows.append(start, end, value, gap(&index), traits)
  }

  /// Length of an apostrophe or hyphen that may join two parts of a word; 0 for anything else.
  @inline(__always)
  private func jointLength(_ index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"): 1
    case 0xE2: index + 2 < limit && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99 ? 3 : 0
    default: 0
    }
  }

  /// What stands from an offset to the next word, to whose start the offset moves.
  @inline(__always)
  private func gap(_ index: inout Int) -> PageWords.Gap {
    // Nearly all gaps are one space.
    if index + 1 < limit, bytes[index] == 0x20, isWord(index + 1) {
      index += 1
      return .space
    }
    return longGap(&index)
  }

  /// What stands from the end of a word to the next word.
  func longGap(_ index: inout Int) -> PageWords.Gap {
    let start = index
    var gap: Gap = []
    var dots = 0
    var breaks = 0
    while index < limit, !isWord(index) {
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
