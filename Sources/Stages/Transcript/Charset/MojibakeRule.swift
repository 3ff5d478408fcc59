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
    forEachSuspectLine(of: page) { line in
      guard line.count <= Self.longestLine else { return }
      var scalars: [UInt32] = []
      for scalar in String(decoding: page.bytes[line], as: UTF8.self).unicodeScalars {
        scalars.append(scalar.value)
      }
      let fixed = MojibakeRepair.repair(scalars)
      if fixed != scalars { edits += TextDifference(scalars, fixed).edits(at: line.lowerBound, kind: kind) }
    }
    return edits
  }

  private func forEachSuspectLine(of page: CleaningPage, _ body: (Range<Int>) -> Void) {
    let bytes = page.bytes
    for region in page.open {
      var index = region.lowerBound
      while let place = Self.suspect(bytes, index..<region.upperBound) {
        var start = place
        while start > index, bytes[start - 1] != 0x0A { start -= 1 }
        let end = bytes.first(0x0A, in: place..<region.upperBound) ?? region.upperBound
        body(start..<end)
        index = min(end + 1, region.upperBound)
      }
    }
  }

  /// Offset of a character that makes its line suspect.
  private static func suspect(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      // End of the last character beyond ASCII, and whether it was a quote, a dash or an ellipsis.
      var last = (end: -1, isSign: false)
      while true {
        index = sluice_next_wide(bytes.baseAddress, index, range.upperBound)
        guard index < range.upperBound else { return nil }
        let byte = bytes[index]
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
        if byte == 0xC2, next < 0xA0 { return index }
        if byte == 0xC3, next == 0x82 || next == 0x83 { return index }
        if byte == 0xC5, next == 0x92 || next == 0x93 { return index }
        let isSign =
          byte == 0xE2 && next == 0x80 && index + 2 < range.upperBound
          && ((0x93...0x9E).contains(bytes[index + 2]) || bytes[index + 2] == 0xA6)
        if last.end == index, !(isSign && last.isSign) { return index }
        last = (index + length, isSign)
        index += length
      }
    }
  }
}
