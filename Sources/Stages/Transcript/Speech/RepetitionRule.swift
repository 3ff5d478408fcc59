import Sluice

/// Exact stutters over function words: `the the`, `I, I`, `we we we`; one copy stays.
///
/// Only words that grammar never doubles are taken: `that that`, `had had`, `is is`, `no, no` and all words of
/// content stay, unless the tagger of ``RestartRule`` is sure of them.
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
    let words = page.scan.words
    var edits: [Edit] = []
    // Whether the copy that stays is the first, for the capital that begins the sentence.
    var staysFirst = false
    for index in words.indices.dropFirst() {
      guard words.hashes[index] == words.hashes[index - 1], isCopy(bytes, words, index) else {
        staysFirst = false
        continue
      }
      let last = words[index - 1]
      let word = words[index]
      staysFirst = staysFirst || (bytes[last.lowerBound].isUpper && bytes[word.lowerBound].isLower)
      let range =
        staysFirst ? last.upperBound..<word.upperBound : last.lowerBound..<word.lowerBound
      edits.append(Edit(TextRange(range), rule: "asr.repeat1", kind: kind))
    }
    return edits
  }

  private func isCopy(_ bytes: [UInt8], _ words: PageWords, _ index: Int) -> Bool {
    let last = words[index - 1]
    let word = words[index]
    return word.lowerBound - last.upperBound <= 2 && isGap(bytes, last.upperBound..<word.lowerBound)
      && Self.doubled[words.hashes[index]] != nil && isNoName(bytes, word)
      && isFree(bytes, before: last.lowerBound) && isFree(bytes, after: word.upperBound)
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
