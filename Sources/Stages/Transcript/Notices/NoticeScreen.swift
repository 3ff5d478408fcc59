/// Tells by their words which paragraphs cannot hold a notice: nearly all.
struct NoticeScreen {
  private let words: PageWords
  private let bytes: [UInt8]
  /// The sign of copyright, which is no word, may stand somewhere.
  private let hasWideBytes: Bool
  /// No paragraph can hold one by its words.
  private let isClear: Bool

  init(_ page: CleaningPage) {
    words = page.scan.words
    bytes = page.bytes
    hasWideBytes = page.scan.hasWideBytes
    isClear = !Self.isSuspect(words.traits[...])
  }

  /// Parts of `Congressional Record Online`, `final review` and of the names of firms.
  static let parts = "online review form reporting transcripts transcription reporters captioning"

  private static func isSuspect(_ traits: ArraySlice<WordTraits>) -> Bool {
    traits.withUnsafeBufferPointer { traits in
      var seen: UInt16 = 0
      for trait in traits { seen |= trait.rawValue }
      let all = WordTraits(rawValue: seen)
      return all.contains(.noticeSubject) || all.isSuperset(of: [.noticeMaking, .noticePurpose])
    }
  }

  func mayHoldNotice(_ range: Range<Int>) -> Bool {
    if !isClear {
      let first = words.first(from: range.lowerBound)
      var last = first
      while last < words.count, words.ends[last] <= range.upperBound { last += 1 }
      if Self.isSuspect(words.traits[first..<last]) { return true }
    }
    guard hasWideBytes else { return false }
    var start = range.lowerBound
    while let found = bytes.first(0xC2, in: start..<range.upperBound) {
      if found + 1 < bytes.count, bytes[found + 1] == 0xA9 { return true }
      start = found + 1
    }
    return false
  }
}
