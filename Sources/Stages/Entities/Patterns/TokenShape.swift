import Sluice

/// The outline of a token: `X` for a capital, `x` for another letter, `d` for a digit, signs as they are; of runs of
/// one kind the first four count.
struct TokenShape {
  private let wanted: [UInt8]

  /// `nil` for an outline that no token has.
  init?(_ shape: String) {
    wanted = Array(shape.utf8)
    guard !wanted.isEmpty else { return nil }
    var run = 0
    for index in wanted.indices {
      run = index > 0 && wanted[index - 1] == wanted[index] ? run + 1 : 1
      let isLetter = "Xxd".utf8.contains(wanted[index])
      let isSign = wanted[index] > 0x20 && wanted[index] < 0x7F && !Self.isAlphanumeric(wanted[index])
      // Letters and digits stand together in one token; a sign is a token of its own.
      guard run <= 4, isLetter || (isSign && wanted.count == 1) else { return nil }
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  func matches(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var place = 0
    var run = 0
    var last: UInt8 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let kind = Self.kind(text, index)
      index += ByteClass.width(text, index)
      run = kind == last ? run + 1 : 1
      last = kind
      if run > 4 { continue }
      guard place < wanted.count, wanted[place] == kind else { return false }
      place += 1
    }
    return place == wanted.count
  }

  private static func kind(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    let byte = text[index]
    if byte &- 0x30 < 10 { return UInt8(ascii: "d") }
    if byte &- 0x41 < 26 { return UInt8(ascii: "X") }
    if byte < 0x80 { return byte &- 0x61 < 26 ? UInt8(ascii: "x") : byte }
    guard ByteClass.isLetter(text, index) else { return byte }
    return ByteClass.isCapital(text, index) ? UInt8(ascii: "X") : UInt8(ascii: "x")
  }
}
