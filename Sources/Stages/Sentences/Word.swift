/// A word beside a candidate: where it stands, what it looks like, and its hash for the tables.
struct Word {
  /// The outlines of words that matter to boundaries.
  enum Shape: UInt8 {
    case none, lower, capitalized, upper, longUpper, upperLetter, lowerLetter, mixed, number, decimal,
      withDigits
    case sign, dottedLower, dottedUpper, dottedCapitalized, address
  }

  var start = 0
  var end = 0
  var shape = Shape.none
  var hash: UInt64 = 0

  var count: Int { end - start }
  var isEmpty: Bool { start == end }

  /// `true` for a word that begins with a capital letter.
  var beginsUpper: Bool {
    switch shape {
    case .capitalized, .upper, .longUpper, .upperLetter, .dottedUpper, .dottedCapitalized: true
    default: false
    }
  }

  /// `true` for a word of lower-case letters.
  var isLower: Bool { shape == .lower || shape == .lowerLetter || shape == .dottedLower }

  init() {}

  init(_ window: Window, _ start: Int, _ end: Int) {
    guard start < end else { return }
    self.start = start
    self.end = end
    var all: UInt8 = 0
    var next = start
    while next < end {
      all |= window.classes[Int(window.base[next])]
      next += 1
    }
    shape = Self.shape(window, start, end, all)
    hash = WordHash.of(window, start, min(end, start + WordHash.length))
  }

  private static func shape(_ window: Window, _ start: Int, _ end: Int, _ all: UInt8) -> Shape {
    let letters = all & (ByteClass.lower | ByteClass.upper)
    if letters == 0 {
      if all & ByteClass.digit == 0 { return .sign }
      return all == ByteClass.digit ? .number : .decimal
    }
    if all & ByteClass.sign != 0, isAddress(window, start, end) { return .address }
    if all & ByteClass.digit != 0 { return .withDigits }
    let first = ScalarClass.isUpper(window, at: start)
    let hasLower = all & ByteClass.lower != 0 && !(first && end - start == ScalarClass.length(window[start]))
    let length = end - start
    if length == ScalarClass.length(window[start]) { return first ? .upperLetter : .lowerLetter }
    if all & ByteClass.dot != 0 {
      return first ? (hasLower ? .dottedCapitalized : .dottedUpper) : .dottedLower
    }
    if !hasLower { return length < 5 ? .upper : .longUpper }
    if first { return .capitalized }
    return all & ByteClass.upper == 0 ? .lower : .mixed
  }

  private static func isAddress(_ window: Window, _ start: Int, _ end: Int) -> Bool {
    for offset in start..<end {
      switch window.base[offset] {
      case UInt8(ascii: "@"): return true
      case UInt8(ascii: ":"):
        if window[offset + 1] == UInt8(ascii: "/"), window[offset + 2] == UInt8(ascii: "/") { return true }
      default: break
      }
    }
    return false
  }
}

/// The hash by which words are looked up: of their first bytes, without regard to ASCII case.
enum WordHash {
  /// Words are compared by this many bytes.
  static let length = 16

  @inline(__always)
  static func of(_ window: Window, _ start: Int, _ end: Int) -> UInt64 {
    let count = end - start
    if start + 16 <= window.end {
      let bytes = UnsafeRawPointer(window.base + start)
      let low = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) | folded
      if count <= 8 { return mix(low & lowBytes(count), 0) }
      let high = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) | folded
      return mix(low, high & lowBytes(count - 8))
    }
    return of(UnsafeBufferPointer(start: window.base + start, count: count))
  }

  private static var folded: UInt64 { 0x2020_2020_2020_2020 }

  /// A mask of the first bytes of eight.
  @inline(__always)
  private static func lowBytes(_ count: Int) -> UInt64 {
    count >= 8 ? ~0 : (1 << UInt64(truncatingIfNeeded: count * 8)) &- 1
  }

  static func of(_ bytes: some Collection<UInt8>) -> UInt64 {
    var low: UInt64 = 0, high: UInt64 = 0
    for (index, byte) in bytes.prefix(length).enumerated() {
      if index < 8 {
        low |= UInt64(fold(byte)) << UInt64(index * 8)
      } else {
        high |= UInt64(fold(byte)) << UInt64(index * 8 - 64)
      }
    }
    return mix(low, high)
  }

  /// Lower case for ASCII letters; signs may fall together, which does no harm.
  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 { byte | 0x20 }

  @inline(__always)
  private static func mix(_ low: UInt64, _ high: UInt64) -> UInt64 {
    var hash = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    return hash &* 0xD6E8_FEB8_6659_FD93
  }
}
