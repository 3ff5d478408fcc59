/// Lines that end a transcript: `END 1:31 P.M. EST`, `###`, `[End of Tape 1]`, `(Whereupon, at 11:43 a.m., …)`.
enum EndMark {
  /// Whether such a line begins at an offset.
  static func stands(in bytes: [UInt8], at start: Int) -> Bool {
    var index = start
    var isBracketed = false
    while index < bytes.count, index - start < 4 {
      let byte = bytes[index]
      guard
        byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "*") || byte == 0x2D
      else { break }
      isBracketed = true
      index += 1
    }
    if bytes.hasText("###", at: index) { return true }
    if bytes.hasText("whereupon", at: index) { return true }
    guard bytes.hasText("end", at: index) else { return false }
    let isCapital = bytes[index + 1] == UInt8(ascii: "N")
    index += 3
    var lineEnd = index
    while lineEnd < bytes.count, lineEnd - index < 60, bytes[lineEnd] != 0x0A { lineEnd += 1 }
    guard lineEnd == bytes.count || bytes[lineEnd] == 0x0A else { return false }
    if isBracketed { return bytes.hasText(" of ", at: index) || lineEnd - index <= 2 }
    if index == lineEnd { return isCapital }
    return isCapital
      && (bytes[index] == 0x20 && index + 1 < lineEnd
        && (bytes[index + 1].isDigit || bytes.hasText(" of ", at: index)))
  }
}
