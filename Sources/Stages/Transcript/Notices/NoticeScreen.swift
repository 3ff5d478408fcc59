/// Tells by their words which paragraphs cannot hold a notice: nearly all.
struct NoticeScreen {
  private let words: PageWords
  private let bytes: [UInt8]
  private let hasWideBytes: Bool

  init(_ page: CleaningPage) {
    words = page.scan.words
    bytes = page.bytes
    hasWideBytes = page.scan.hasWideBytes
  }

  private let cues = NoticeCues.words
  private let others = Self.parts

  /// Parts of `Congressional Record Online`, `final review` and of the names of firms.
  private static let parts = WordTable(
    "online review form reporting transcripts transcription reporters captioning")

  func mayHoldNotice(_ range: Range<Int>) -> Bool {
    var seen: NoticeCues = []
    var index = firstWord(at: range.lowerBound)
    while index < words.count, words.ends[index] <= range.upperBound {
      let hash = words.hashes[index]
      if let cue = cues[hash] {
        seen.formUnion(cue)
        if !cue.isDisjoint(with: [.transcript, .right, .editor]) { return true }
        if seen.isSuperset(of: [.making, .purpose]) { return true }
      }
      if others[hash] != nil { return true }
      index += 1
    }
    guard hasWideBytes else { return false }
    // The sign of copyright is no word.
    var start = range.lowerBound
    while let found = bytes.first(0xC2, in: start..<range.upperBound) {
      if found + 1 < bytes.count, bytes[found + 1] == 0xA9 { return true }
      start = found + 1
    }
    return false
  }

  private func firstWord(at offset: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if Int(words.starts[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
