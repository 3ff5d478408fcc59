import Sluice

/// Exact stutters over function words: `the the`, `I, I`, `we we we`; one copy stays.
///
/// Only words that grammar never doubles are taken: `that that`, `had had`, `is is`, `no, no` and all words of
/// content stay.
struct RepetitionRule: CleaningRule {
  let kind = EditClass.repetition

  private static let words =
    "the a an and or but of to for with from at by as if than i we they he i'm we're they're it's i've we've they've "
    + "i'd i'll we'll they'll he's she's there's my our your their its this these because when which"
  private static let doubled = WordTable([
    (words, true), (words.split(separator: "'").joined(separator: "\u{2019}"), true),
  ])

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    var edits: [Edit] = []
    for region in page.open {
      var last = 0..<0
      // Whether the copy that stays is the first, for the capital that begins the sentence.
      var staysFirst = false
      var index = region.lowerBound
      while index < region.upperBound {
        guard bytes[index].isWordByte else {
          index += 1
          continue
        }
        let start = index
        while index < region.upperBound, bytes[index].isWordByte || isApostrophe(bytes, index) { index += 1 }
        let word = start..<index
        if isCopy(bytes, word, of: last) {
          staysFirst = staysFirst || (bytes[last.lowerBound].isUpper && bytes[start].isLower)
          let range = staysFirst ? last.upperBound..<index : last.lowerBound..<start
          edits.append(Edit(TextRange(range), rule: "asr.repeat1", kind: kind))
        } else {
          staysFirst = false
        }
        last = word
      }
    }
    return edits
  }

  private func isCopy(_ bytes: [UInt8], _ word: Range<Int>, of last: Range<Int>) -> Bool {
    word.count == last.count && word.lowerBound - last.upperBound <= 2 && equal(bytes, last, word)
      && isGap(bytes, last.upperBound..<word.lowerBound) && Self.doubled.contains(bytes, word)
      && isNoName(bytes, word) && isFree(bytes, before: last.lowerBound)
      && isFree(bytes, after: word.upperBound)
  }

  private func isApostrophe(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "'") && index + 1 < bytes.count && bytes[index + 1].isLetter
  }

  private func equal(_ bytes: [UInt8], _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    for offset in 0..<a.count
    where bytes[a.lowerBound + offset].lowered != bytes[b.lowerBound + offset].lowered {
      return false
    }
    return true
  }

  private func isGap(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count == 1
      ? bytes[range.lowerBound] == 0x20
      : bytes[range.lowerBound] == UInt8(ascii: ",") && bytes[range.lowerBound + 1] == 0x20
  }

  /// In lower case, or the pronoun I.
  private func isNoName(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    let first = word.lowerBound
    if bytes[first].isLower { return true }
    return bytes[first] == UInt8(ascii: "I") && (word.count == 1 || !bytes[first + 1].isUpper)
      && (word.count == 1 || !bytes[first + 1].isLower)
  }

  /// No hyphen, apostrophe or decimal point makes one word of it and its neighbour.
  private func isFree(_ bytes: [UInt8], before offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let byte = bytes[offset - 1]
    return byte.isSpace || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: "[")
      || bytes.isPunctuationSign(at: offset - 3)
  }

  private func isFree(_ bytes: [UInt8], after offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    return byte.isSpace || byte == UInt8(ascii: ",")
  }
}
