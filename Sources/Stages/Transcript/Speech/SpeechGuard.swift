import Sluice

/// Keeps the rules for spoken noise from taking what a document is made of.
enum SpeechGuard {
  /// The share of the words that may go. Of a text of under a hundred words it may be a third, and no more words
  /// than these.
  ///
  /// In a few words a share says little: a single turn of real speech loses a quarter of its words to a stutter.
  static let mostRemoved = 0.15
  static let mostOfShortText = (share: 1.0 / 3, words: 15)
  /// Words that may go whatever the share, where as many stay: `Um, yes` loses one of two.
  static let fewest = 2

  static func isExcessive(removed: Int, of all: Int) -> Bool {
    let short = min(mostOfShortText.share * Double(all), Double(mostOfShortText.words))
    let few = min(Double(all) / 2, Double(fewest))
    return Double(removed) > max(mostRemoved * Double(all), short, few)
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
