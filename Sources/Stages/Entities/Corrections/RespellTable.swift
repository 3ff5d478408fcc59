import Sluice

/// Finds the words to respell, in one pass over the text whatever their number.
struct RespellTable: Sendable {
  struct Hit: Hashable {
    var range: TextRange
    /// Index of the correction.
    var entry: Int
  }

  private struct Pattern {
    var bytes: [UInt8]
    var replacement: String
    var near: Set<UInt64>
    var entry: Int
  }

  /// How many words before and behind count as near.
  private static let reach = 12

  private var patterns: [Pattern] = []
  /// Patterns by the hash of their first word, or of their first byte when that is part of no word; the
  /// longest first.
  private var byStart: [UInt64: [Int]] = [:]

  init(_ corrections: [Correction]) {
    for (entry, correction) in corrections.enumerated() {
      guard case .respell(let text, as: let right, let near) = correction.action else { continue }
      patterns.append(
        Pattern(
          bytes: Array(text.utf8), replacement: right, near: Set(near.map { WordHash.key(of: $0.utf8) }),
          entry: entry))
    }
    for index in patterns.indices {
      let key = patterns[index].bytes.withUnsafeBufferPointer { Self.hash($0, 0..<Self.startEnd($0, 0)) }
      byStart[key, default: []].append(index)
    }
    for key in byStart.keys {
      byStart[key]?.sort { (-patterns[$0].bytes.count, $0) < (-patterns[$1].bytes.count, $1) }
    }
  }

  func replacement(of entry: Int) -> String {
    patterns.first { $0.entry == entry }?.replacement ?? ""
  }

  /// The places to respell, in order and without overlap.
  func hits(in text: [UInt8]) -> [Hit] {
    patterns.isEmpty ? [] : text.withUnsafeBufferPointer { hits(in: $0) }
  }

  private func hits(in text: ByteClass.Bytes) -> [Hit] {
    var hits: [Hit] = []
    var index = 0
    while index < text.count {
      let end = Self.startEnd(text, index)
      let match = byStart[Self.hash(text, index..<end)]?.first { fits(patterns[$0], text, index) }
      if let match {
        let behind = index + patterns[match].bytes.count
        hits.append(Hit(range: TextRange(index, behind), entry: patterns[match].entry))
        index = behind
        // The rest of a word that the pattern ends in front of.
        while index < text.count, Self.isWord(text, index), Self.isWord(text, index - 1) { index += 1 }
      } else {
        index = end
      }
    }
    return hits
  }

  /// Whether a byte is part of a letter or digit.
  private static func isWord(_ text: ByteClass.Bytes, _ index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
    var lead = index
    while lead > 0, index - lead < 3, text[lead] & 0xC0 == 0x80 { lead -= 1 }
    return ByteClass.isLetter(text, lead)
  }

  /// Index behind the word or mark at an index.
  private static func startEnd(_ bytes: ByteClass.Bytes, _ index: Int) -> Int {
    var end = index
    while end < bytes.count, isWord(bytes, end) { end += 1 }
    return max(end, min(index + 1, bytes.count))
  }

  private static func hash(_ bytes: ByteClass.Bytes, _ range: Range<Int>) -> UInt64 {
    bytes[range].reduce(WordHash.seed) { WordHash.add($1, to: $0) }
  }

  private func fits(_ pattern: Pattern, _ text: ByteClass.Bytes, _ index: Int) -> Bool {
    let end = index + pattern.bytes.count
    guard end <= text.count, text[index..<end].elementsEqual(pattern.bytes) else { return false }
    if end < text.count, Self.isWord(text, end - 1), Self.isWord(text, end) { return false }
    return pattern.near.isEmpty || hasNear(pattern.near, text, index, end)
  }

  private func hasNear(_ words: Set<UInt64>, _ text: ByteClass.Bytes, _ start: Int, _ end: Int) -> Bool {
    var at = end
    for _ in 0..<Self.reach {
      while at < text.count, !Self.isWord(text, at) { at += 1 }
      let first = at
      while at < text.count, Self.isWord(text, at) { at += 1 }
      guard first < at else { break }
      if words.contains(WordHash.key(of: text[first..<at])) { return true }
    }
    at = start
    for _ in 0..<Self.reach {
      while at > 0, !Self.isWord(text, at - 1) { at -= 1 }
      let last = at
      while at > 0, Self.isWord(text, at - 1) { at -= 1 }
      guard at < last else { break }
      if words.contains(WordHash.key(of: text[at..<last])) { return true }
    }
    return false
  }
}
