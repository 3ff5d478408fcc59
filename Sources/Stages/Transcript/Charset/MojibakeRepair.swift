import Sluice

/// Undoes the decoding of UTF-8 by another code page, once or several times over.
///
/// The method of ftfy 6.3.1 (`fix_encoding`, Robyn Speer, Apache License 2.0): a text that looks bad is encoded by each
/// page that has all its characters, and what then decodes as UTF-8 is the text; else stretches that look like
/// UTF-8 are tried by themselves. Quotes, ligatures and widths are left as they are.
enum MojibakeRepair {
  /// Text that was wrongly decoded more often than this stays broken.
  static let mostSteps = 12

  /// The repaired text; the same code points when nothing is wrong with them or they cannot be repaired.
  static func repair(_ text: [UInt32]) -> [UInt32] {
    var text = text
    for _ in 0..<mostSteps {
      let next = step(text)
      if next == text { break }
      text = next
    }
    return text
  }

  private static func step(_ text: [UInt32]) -> [UInt32] {
    guard text.contains(where: { $0 >= 0x80 }), MojibakeBadness(text).isBad else { return text }
    for page in SingleByteCharset.all {
      guard var bytes = page.encode(text) else { continue }
      if page.name != "macroman" { bytes = MojibakeBytes.restoringSpaces(bytes) }
      if page.isSloppy { bytes = MojibakeBytes.replacingLost(bytes) }
      if let fixed = MojibakeBytes.decode(bytes) { return fixed }
    }
    let fixed = repairStretches(text)
    if fixed != text { return fixed }
    // Control characters were meant as the characters that Windows has in their places.
    return text.map(SingleByteCharset.windows1252)
  }

  /// Repairs the stretches that look like UTF-8, where they are bad by themselves.
  private static func repairStretches(_ text: [UInt32]) -> [UInt32] {
    let classes = text.map(MojibakeClasses.of)
    func follow(_ start: Int, _ count: Int) -> Bool {
      guard start + count < text.count else { return false }
      for index in start + 1...start + count where !classes[index].contains(.continuation) { return false }
      return true
    }
    func sequence(_ index: Int) -> Int {
      guard index < text.count else { return 0 }
      if classes[index].contains(.firstOfTwo), follow(index, 1) { return 2 }
      if classes[index].contains(.firstOfThree), follow(index, 2) { return 3 }
      if classes[index].contains(.firstOfFour), follow(index, 3) { return 4 }
      return 0
    }
    var result: [UInt32] = []
    var index = 0
    while index < text.count {
      guard index == 0 || !classes[index - 1].contains(.strictContinuation), sequence(index) > 0 else {
        result.append(text[index])
        index += 1
        continue
      }
      var end = index
      while true {
        let length = sequence(end)
        if length == 0 { break }
        end += length
      }
      let stretch = Array(text[index..<end])
      // Shorter than the text, so that this ends.
      if stretch.count < text.count, MojibakeBadness(stretch).isBad {
        result += repair(stretch)
      } else {
        result += stretch
      }
      index = end
    }
    return result
  }
}
