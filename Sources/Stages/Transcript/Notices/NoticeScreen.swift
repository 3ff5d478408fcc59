/// Tells by their words which paragraphs cannot hold a notice: nearly all.
struct NoticeScreen {
  private let words: PageWords
  private let bytes: [UInt8]
  /// Numbers of the words that a notice may be known by: few.
  private let suspects: [Int]
  /// The sign of copyright, which is no word, may stand somewhere.
  private let hasWideBytes: Bool

  init(_ page: CleaningPage) {
    let words = page.scan.words
    self.words = words
    bytes = page.bytes
    hasWideBytes = page.scan.hasWideBytes
    let suspects = Self.suspects(words.traits)
    self.suspects = Self.isSuspect(suspects.map { words.traits[$0] }) ? suspects : []
  }

  /// Parts of `Congressional Record Online`, `final review` and of the names of firms.
  static let parts = "online review form reporting transcripts transcription reporters captioning"

  private static let signs: WordTraits = [.noticeSubject, .noticeMaking, .noticePurpose]

  private static func suspects(_ traits: [WordTraits]) -> [Int] {
    traits.withUnsafeBufferPointer { traits in
      var result: [Int] = []
      for word in traits.indices where traits[word].rawValue & signs.rawValue != 0 { result.append(word) }
      return result
    }
  }

  private static func isSuspect(_ traits: [WordTraits]) -> Bool {
    let all = traits.reduce(into: WordTraits()) { $0.formUnion($1) }
    return all.contains(.noticeSubject) || all.isSuperset(of: [.noticeMaking, .noticePurpose])
  }

  func mayHoldNotice(_ range: Range<Int>) -> Bool {
    var own: [WordTraits] = []
    for word in suspects[firstSuspect(from: range.lowerBound)...] {
      guard Int(words.ends[word]) <= range.upperBound else { break }
      own.append(words.traits[word])
    }
    return (!own.isEmpty && Self.isSuspect(own)) || mayHoldRight(range)
  }

  /// Place of the first suspect that starts at an offset or behind it.
  private func firstSuspect(from offset: Int) -> Int {
    var low = 0
    var high = suspects.count
    while low < high {
      let middle = (low + high) / 2
      if Int(words.starts[suspects[middle]]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the sign of copyright stands in a paragraph.
  private func mayHoldRight(_ range: Range<Int>) -> Bool {
    guard hasWideBytes else { return false }
    var start = range.lowerBound
    while let found = bytes.first(0xC2, in: start..<range.upperBound) {
      if found + 1 < bytes.count, bytes[found + 1] == 0xA9 { return true }
      start = found + 1
    }
    return false
  }
}
