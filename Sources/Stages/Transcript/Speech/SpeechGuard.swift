import Sluice

/// Keeps the rules for spoken noise from taking what a document is made of.
enum SpeechGuard {
  /// The share of the words that may go, and of a short text instead: half of it, and no more words than these.
  ///
  /// In a few words a share says nothing: `Um, yes` loses half of them.
  static let mostRemoved = 0.15
  static let mostOfShortText = (share: 0.5, words: 15)

  static func isExcessive(removed: Int, of all: Int) -> Bool {
    let short = min(mostOfShortText.share * Double(all), Double(mostOfShortText.words))
    return Double(removed) > max(mostRemoved * Double(all), short)
  }

  /// Number of words in what edits take.
  static func words(in page: CleaningPage, _ edits: [Edit]) -> Int {
    let words = page.scan.words
    var count = 0
    var index = 0
    for edit in edits {
      while index < words.count, words.ends[index] <= edit.range.start { index += 1 }
      while index < words.count, words.starts[index] < edit.range.end {
        count += 1
        index += 1
      }
    }
    return count
  }
}
