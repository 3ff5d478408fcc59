import Sluice

/// Keeps the rules for spoken noise from taking what a document is made of.
enum SpeechGuard {
  /// The share of the words that may go.
  static let mostRemoved = 0.15

  static func isExcessive(removed: Int, of all: Int) -> Bool {
    Double(removed) > mostRemoved * Double(all)
  }

  /// Number of words in what edits take.
  static func words(in page: CleaningPage, _ edits: [Edit]) -> Int {
    edits.reduce(0) { $0 + words(page.bytes, $1.range.bounds) }
  }

  private static func words(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    var wasWord = false
    for index in range {
      let byte = bytes[index]
      // Inside a character or a contraction.
      if byte & 0xC0 == 0x80 || (wasWord && byte == UInt8(ascii: "'")) { continue }
      let isWord = byte.isWordByte && byte != 0xE2 && byte != 0xC2
      if isWord, !wasWord { count += 1 }
      wasWord = isWord
    }
    return count
  }
}
