/// How a token is written: its shape, and its spelling without full stops.
struct WordForm {
  /// Hash of the bytes as they are.
  var spelling: UInt64 = WordHash.seed
  /// Hash of letters and digits as `X`, `x` and `d`, runs cut at three: `Xxxd`.
  var shape: UInt64 = WordHash.seed
  /// The same with runs cut at one.
  var shortShape: UInt64 = WordHash.seed
  /// Hash of the lower-case bytes without full stops.
  var plainKey: UInt64 = WordHash.seed
  /// The first and last four bytes, lower-case, as the lowest bytes of a number.
  var head: UInt32 = 0
  var tail: UInt32 = 0
  var length: UInt16 = 0
  /// A capital and then small letters only.
  var isTitle = false
  /// Two characters or more, all capitals.
  var isUpper = false
  var hasDigit = false
  /// A letter of any kind begins it; so does a capital.
  var isAlphabetic = false
  var isCapital = false
  /// Has letters, none of them a capital.
  var isSmall = false

  private static let upper = UInt8(ascii: "X")
  private static let lower = UInt8(ascii: "x")
  private static let digit = UInt8(ascii: "d")

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var fold = CaseFold()
    var last: UInt8 = 0
    var run = 0
    var shapeLength = 0
    var shortLength = 0
    var capitals = 0
    var smalls = 0
    var characters = 0
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      let small = fold.lower(byte)
      spelling = WordHash.add(byte, to: spelling)
      if index < 4 { head |= UInt32(small) << UInt32(index * 8) }
      if byte != UInt8(ascii: ".") { plainKey = WordHash.add(small, to: plainKey) }
      defer { previous = byte }
      if byte & 0xC0 == 0x80 {
        // The second byte tells whether a letter of Latin-1 or Latin Extended-A is a capital.
        if index == 1, CaseFold.isCapital(previous, byte) { isCapital = true }
        continue
      }
      characters += 1
      let kind: UInt8
      if byte &- 0x41 < 26 {
        kind = Self.upper
        capitals += 1
      } else if byte &- 0x61 < 26 || byte >= 0x80 {
        kind = Self.lower
        smalls += 1
      } else if byte &- 0x30 < 10 {
        kind = Self.digit
      } else {
        kind = byte
      }
      if index == 0 {
        isCapital = kind == Self.upper
        isAlphabetic = kind == Self.upper || kind == Self.lower
      }
      if kind == last {
        run += 1
      } else {
        run = 1
        last = kind
        if shortLength < 8 {
          shortShape = WordHash.add(kind, to: shortShape)
          shortLength += 1
        }
      }
      if kind == Self.digit { hasDigit = true }
      if run <= 3, shapeLength < 20 {
        shape = WordHash.add(kind, to: shape)
        shapeLength += 1
      }
    }
    length = UInt16(truncatingIfNeeded: min(bytes.count, 0xFFFF))
    isUpper = characters >= 2 && capitals == characters
    isTitle = capitals == 1 && isCapital && smalls > 0 && characters == capitals + smalls
    isSmall = smalls > 0 && capitals == 0 && !isCapital
    for index in max(0, bytes.count - 4)..<bytes.count {
      let byte = bytes[index]
      tail = tail << 8 | UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
  }
}
