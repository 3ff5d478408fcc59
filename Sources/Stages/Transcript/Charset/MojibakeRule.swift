import CSluiceModels
import Sluice

/// Characters that were decoded by the wrong code page, `â€™` for `’`: repaired line by line.
///
/// A screen over the bytes passes over nearly every line: only a line with two neighbours beyond ASCII that are not
/// quotes and dashes, or with a character that hardly stands but in such text, is looked at.
struct MojibakeRule: CleaningRule {
  let kind = EditClass.charset

  /// Bytes of the longest line that is looked at.
  static let longestLine = 1 << 20

  func edits(in page: CleaningPage) -> [Edit] {
    guard page.scan.hasWideBytes else { return [] }
    var edits: [Edit] = []
    page.forEachLine { line in
      guard line.count <= Self.longestLine, Self.isSuspect(page.bytes, line) else { return }
      var scalars: [UInt32] = []
      for scalar in String(decoding: page.bytes[line], as: UTF8.self).unicodeScalars {
        scalars.append(scalar.value)
      }
      let fixed = MojibakeRepair.repair(scalars)
      if fixed != scalars { edits += TextDifference(scalars, fixed).edits(at: line.lowerBound, kind: kind) }
    }
    return edits
  }

  private static func isSuspect(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = line.lowerBound
      // End of the last character beyond ASCII, and whether it was a quote, a dash or an ellipsis.
      var last = (end: -1, isSign: false)
      while true {
        index = sluice_next_wide(bytes.baseAddress, index, line.upperBound)
        guard index < line.upperBound else { break }
        let byte = bytes[index]
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let next = index + 1 < line.upperBound ? bytes[index + 1] : 0
        if byte == 0xC2, next < 0xA0 { return true }
        if byte == 0xC3, next == 0x82 || next == 0x83 { return true }
        if byte == 0xC5, next == 0x92 || next == 0x93 { return true }
        let isSign =
          byte == 0xE2 && next == 0x80 && index + 2 < line.upperBound
          && ((0x93...0x9E).contains(bytes[index + 2]) || bytes[index + 2] == 0xA6)
        if last.end == index, !(isSign && last.isSign) { return true }
        last = (index + length, isSign)
        index += length
      }
      return false
    }
  }
}
