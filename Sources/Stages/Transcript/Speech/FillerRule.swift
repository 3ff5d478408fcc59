import Sluice

/// Hesitations: um, uh, er, and those of other languages.
///
/// One that is all of a sentence is an answer and stays, as do `uh-huh`, `uh oh` and words in capitals. The commas
/// around stay but for one of two.
struct FillerRule: CleaningRule {
  let kind = EditClass.filler
  let table: WordTable<FillerWords.Kind>

  private static let longest = 8

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    let words = page.scan.words
    var edits: [Edit] = []
    // Words before this one are done.
    var next = 0
    for index in table.places(in: words.hashes) where index >= next {
      guard (2...Self.longest).contains(words[index].count), isFiller(words, index, bytes) else { continue }
      if hasPartner(words, index, bytes) {
        next = index + 2
        continue
      }
      let last = groupEnd(words, from: index, bytes)
      let group = Int(words.starts[index])..<Int(words.ends[last])
      if let range = deletion(bytes, of: group) {
        edits.append(Edit(TextRange(range), rule: "asr.filler", kind: kind))
      }
      next = last + 1
    }
    return edits
  }

  private func isFiller(_ words: PageWords, _ index: Int, _ bytes: [UInt8]) -> Bool {
    guard let filler = table[words.hashes[index]] else { return false }
    let range = words[index]
    if bytes[range.dropFirst()].contains(where: \.isUpper) { return false }
    // `um- pa`, `d'uh`
    if words.gaps[index].contains(.cutoff) { return false }
    if range.lowerBound > 0 {
      let before = bytes[range.lowerBound - 1]
      if before == UInt8(ascii: "-") || before == UInt8(ascii: "'") || before == UInt8(ascii: ".") {
        return false
      }
    }
    guard filler == .weak, index > 0 else { return true }
    return !bytes[Int(words.ends[index - 1]) - 1].isDigit
  }

  /// Whether the next word makes another word of it, as in `uh huh`, `Uh - huh`, `mm hmm`.
  private func hasPartner(_ words: PageWords, _ index: Int, _ bytes: [UInt8]) -> Bool {
    guard index + 1 < words.count else { return false }
    let gap = Int(words.ends[index])..<Int(words.starts[index + 1])
    guard gap.count < 4, FillerWords.partners[words.hashes[index + 1]] != nil else { return false }
    if gap.count == 2, bytes[gap.lowerBound] == UInt8(ascii: ","), bytes[gap.lowerBound + 1] == 0x20 {
      // `Uh, oh.`, but not `um, hm, a boat`
      return table[words.hashes[index + 1]] == nil && words.gaps[index + 1].contains(.end)
    }
    guard gap.allSatisfy({ bytes[$0] == 0x20 || bytes[$0] == 0x2D }) else { return false }
    // `um uh` are two hesitations.
    return !(table[words.hashes[index]] == .sure && table[words.hashes[index + 1]] == .sure)
      || gap.contains(where: { bytes[$0] == 0x2D }) || words.hashes[index] == words.hashes[index + 1]
  }

  /// Number of the last of the hesitations that follow with nothing but spaces and commas between.
  private func groupEnd(_ words: PageWords, from first: Int, _ bytes: [UInt8]) -> Int {
    var last = first
    while last + 1 < words.count {
      let gap = Int(words.ends[last])..<Int(words.starts[last + 1])
      let isNear =
        (gap.count == 1 && bytes[gap.lowerBound] == 0x20)
        || (gap.count == 2 && bytes[gap.lowerBound] == 0x2C && bytes[gap.lowerBound + 1] == 0x20)
      guard isNear, isFiller(words, last + 1, bytes), !hasPartner(words, last + 1, bytes),
        words.ends[last + 1] < bytes.count
      else { break }
      last += 1
    }
    return last
  }

  /// What to delete with a group, `nil` when it stays.
  private func deletion(_ bytes: [UInt8], of group: Range<Int>) -> Range<Int>? {
    let (start, end) = (group.lowerBound, group.upperBound)
    let startsText = start == 0 || bytes[start - 1] == 0x0A || isOpener(bytes, before: start)
    if endsClause(bytes, at: end) {
      // `we left, um.`: with the comma, but never all of a sentence.
      guard !startsText, !endsSentence(bytes, before: start), start >= 2, bytes[start - 1] == 0x20 else {
        return nil
      }
      return (bytes[start - 2] == UInt8(ascii: ",") ? start - 2 : start - 1)..<end
    }
    let hasComma = end < bytes.count && bytes[end] == UInt8(ascii: ",")
    let behind = end + (hasComma ? 2 : 1)
    guard behind < bytes.count, bytes[behind - 1] == 0x20 else { return nil }
    if startsText || endsSentence(bytes, before: start) {
      return bytes[behind].isWordByte || bytes[behind] == UInt8(ascii: "'") ? start..<behind : nil
    }
    guard bytes[start - 1] == 0x20 else { return nil }
    let hasCommaBefore = start >= 2 && bytes[start - 2] == UInt8(ascii: ",")
    return hasComma && !hasCommaBefore ? start - 1..<end : start..<behind
  }

  /// Whether a sentence, line or text ends at an offset.
  private func endsClause(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    switch bytes[offset] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
      return offset + 1 == bytes.count || !bytes[offset + 1].isWordByte
    case 0x0A: return offset + 1 == bytes.count || bytes[offset + 1] == 0x0A
    default: return false
    }
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
