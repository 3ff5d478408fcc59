/// Where English contractions are cut.
enum Contraction {
  /// The offset of the second part of a word, or its end when it is one.
  static func cut(_ window: Window, _ start: Int, _ end: Int) -> Int {
    let count = end - start
    guard count >= 3 else { return end }
    let last = window.base[end - 1] | 0x20
    // `'s 'm 'd 're 've 'll n't`, with ' or ’
    for (length, apostrophe) in [(2, 1), (4, 3)] where count > length {
      guard isApostrophe(window, end - length, apostrophe) else { continue }
      if last == UInt8(ascii: "s") || last == UInt8(ascii: "m") || last == UInt8(ascii: "d") {
        return end - length
      }
      if last == UInt8(ascii: "t"), count > length + 1,
        window.base[end - length - 1] | 0x20 == UInt8(ascii: "n")
      {
        return end - length - 1
      }
    }
    for (length, apostrophe) in [(3, 1), (5, 3)] where count > length {
      guard isApostrophe(window, end - length, apostrophe) else { continue }
      let first = window.base[end - 2] | 0x20
      if last == UInt8(ascii: "e"), first == UInt8(ascii: "r") || first == UInt8(ascii: "v") {
        return end - length
      }
      if last == UInt8(ascii: "l"), first == UInt8(ascii: "l") { return end - length }
    }
    return plainCut(window, start, end)
  }

  /// `can|not`, `gon|na`: written without an apostrophe.
  @inline(__always)
  private static func plainCut(_ window: Window, _ start: Int, _ end: Int) -> Int {
    let count = end - start
    guard count >= 4, count <= 6 else { return end }
    switch window.base[start] | 0x20 {
    case UInt8(ascii: "c"): return equals(window, start, count, "cannot") ? start + 3 : end
    case UInt8(ascii: "g"):
      return equals(window, start, count, "gonna") || equals(window, start, count, "gotta") ? start + 3 : end
    case UInt8(ascii: "k"): return equals(window, start, count, "kinda") ? end - 1 : end
    case UInt8(ascii: "l"): return equals(window, start, count, "lotta") ? end - 2 : end
    case UInt8(ascii: "w"): return equals(window, start, count, "wanna") ? start + 3 : end
    default: return end
    }
  }

  private static func equals(_ window: Window, _ start: Int, _ count: Int, _ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in 0..<count where window.base[start + index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  @inline(__always)
  private static func isApostrophe(_ window: Window, _ offset: Int, _ length: Int) -> Bool {
    if length == 1 { return window[offset] == UInt8(ascii: "'") }
    return window[offset] == 0xE2 && window[offset + 1] == 0x80 && window[offset + 2] == 0x99
  }
}
