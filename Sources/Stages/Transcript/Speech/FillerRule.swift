import Sluice

/// Hesitations: um, uh, er, erm, uhm.
///
/// One that is all of a sentence is an answer and stays, as do `uh-huh`, `uh oh` and words in capitals. The commas
/// around stay but for one of two.
struct FillerRule: CleaningRule {
  let kind = EditClass.filler

  private static let fillers = WordTable("um umm ummm uh uhh uhhh uhm uhmm erm ermm er")
  /// What makes another word of an `uh` or `um` before it.
  private static let partners = WordTable("huh oh uh hum hmm")

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    var edits: [Edit] = []
    for region in page.open {
      var index = region.lowerBound
      while index < region.upperBound {
        let first = bytes[index].lowered
        guard first == UInt8(ascii: "u") || first == UInt8(ascii: "e"), isWordStart(bytes, index),
          let word = filler(bytes, at: index, before: region.upperBound)
        else {
          index += 1
          continue
        }
        if let partner = partnerEnd(bytes, of: word) {
          index = partner
          continue
        }
        let group = group(bytes, from: word, before: region.upperBound)
        if let range = deletion(bytes, of: group) {
          edits.append(Edit(TextRange(range), rule: "asr.filler", kind: kind))
        }
        index = group.upperBound
      }
    }
    return edits
  }

  private func isWordStart(_ bytes: [UInt8], _ index: Int) -> Bool {
    index == 0 || !bytes[index - 1].isWordByte || bytes.isPunctuationSign(at: index - 3)
  }

  /// A filler at an offset, `nil` when something else stands there or it has capitals inside.
  private func filler(_ bytes: [UInt8], at start: Int, before limit: Int) -> Range<Int>? {
    var end = start
    while end < limit, bytes[end].isWordByte, end - start < 6 { end += 1 }
    guard end - start >= 2, Self.fillers.contains(bytes, start..<end) else { return nil }
    return bytes[start + 1..<end].contains(where: \.isUpper) ? nil : start..<end
  }

  /// Offset behind what makes another word of a filler, as in `uh huh`, `Uh - huh`, `uh oh`.
  private func partnerEnd(_ bytes: [UInt8], of word: Range<Int>) -> Int? {
    var start = word.upperBound
    while start < bytes.count, start - word.upperBound < 3, bytes[start] == 0x20 || bytes[start] == 0x2D {
      start += 1
    }
    guard start > word.upperBound, bytes[word.lowerBound].lowered == UInt8(ascii: "u") else { return nil }
    var end = start
    while end < bytes.count, bytes[end].isWordByte, end - start < 6 { end += 1 }
    guard Self.partners.contains(bytes, start..<end) else { return nil }
    return end
  }

  /// A filler and those that follow it with nothing but spaces and commas between.
  private func group(_ bytes: [UInt8], from word: Range<Int>, before limit: Int) -> Range<Int> {
    var end = word.upperBound
    while true {
      var next = end
      if next < limit, bytes[next] == UInt8(ascii: ",") { next += 1 }
      guard next < limit, bytes[next] == 0x20,
        let another = filler(bytes, at: next + 1, before: limit), partnerEnd(bytes, of: another) == nil,
        another.upperBound < limit, bytes[another.upperBound] == 0x20 || bytes[another.upperBound] == 0x2C
      else { return word.lowerBound..<end }
      end = another.upperBound
    }
  }

  /// What to delete with a group, `nil` when it stays.
  private func deletion(_ bytes: [UInt8], of group: Range<Int>) -> Range<Int>? {
    let (start, end) = (group.lowerBound, group.upperBound)
    let hasComma = end < bytes.count && bytes[end] == UInt8(ascii: ",")
    let behind = end + (hasComma ? 2 : 1)
    guard behind < bytes.count, bytes[behind - 1] == 0x20 else { return nil }
    let isLineStart = start == 0 || bytes[start - 1] == 0x0A
    if isLineStart || isOpener(bytes, before: start) || endsSentence(bytes, before: start) {
      return bytes[behind].isWordByte || bytes[behind] == UInt8(ascii: "'") ? start..<behind : nil
    }
    guard bytes[start - 1] == 0x20 else { return nil }
    let hasCommaBefore = start >= 2 && bytes[start - 2] == UInt8(ascii: ",")
    return hasComma && !hasCommaBefore ? start - 1..<end : start..<behind
  }

  private func endsSentence(_ bytes: [UInt8], before offset: Int) -> Bool {
    guard offset >= 2, bytes[offset - 1] == 0x20 else { return false }
    switch bytes[offset - 2] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"): return true
    default: return false
    }
  }

  private func isOpener(_ bytes: [UInt8], before offset: Int) -> Bool {
    switch bytes[offset - 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "["): return true
    default:
      // U+201C, U+2018
      return bytes.isPunctuationSign(at: offset - 3)
        && (bytes[offset - 1] == 0x9C || bytes[offset - 1] == 0x98)
    }
  }
}
