import Sluice

/// What a document says before anybody speaks, and in its metadata: where speakers are introduced.
struct Introduction {
  /// Bytes that are looked into before the first label, and from there on.
  static let reach = 8000
  static let reachBehind = 1500

  private let bytes: [UInt8]
  /// Words by the hash of their letters in any case.
  private var words: Set<UInt64> = []
  /// How a word is written when it has letters in both cases.
  private var spellings: [UInt64: Range<Int>] = [:]
  private var ranges: [Range<Int>] = []
  private var rangesByHash: [UInt64: [Int]] = [:]

  /// - Parameter end: where the first label stands.
  init(_ page: CleaningPage, metadata: Metadata, end: Int) {
    let known = ([metadata.title, metadata.description].compactMap(\.self) + metadata.authors).joined(
      separator: "\n")
    var bytes = Array(known.utf8)
    bytes.append(0x0A)
    let metadataEnd = bytes.count
    bytes += page.bytes[max(0, end - Self.reach)..<end]
    let headEnd = bytes.count
    bytes += page.bytes[end..<min(page.bytes.count, end + Self.reachBehind)]
    self.bytes = bytes
    var index = 0
    while index < bytes.count {
      guard bytes[index].isLetter else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index].isLetter || isInner(index) { index += 1 }
      let word = start..<index
      let hash = wordHash(bytes, word)
      if start < max(headEnd, metadataEnd) { words.insert(hash) }
      rangesByHash[hash, default: []].append(ranges.count)
      ranges.append(word)
      let lowers = word.count { bytes[$0].isLower }
      if bytes[start].isUpper, lowers * 2 > word.count, spellings[hash] == nil { spellings[hash] = word }
    }
  }

  private func isInner(_ index: Int) -> Bool {
    (bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "-"))
      && index + 1 < bytes.count && bytes[index + 1].isLetter
  }

  /// Whether the last word of a name stands in the introduction.
  func mentions(_ name: String) -> Bool {
    let name = Array(name.utf8)
    guard let last = NameParts(name, 0..<name.count).words.last, last.count > 2 else { return false }
    return words.contains(wordHash(name, last))
  }

  /// How a word in capitals is written elsewhere, `McConnell`; `nil` when it stands nowhere.
  func spelling(of word: String) -> String? {
    let word = Array(word.utf8)
    return spellings[wordHash(word, 0..<word.count)].map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The first name and the last name of somebody known by the last, as introduced; `nil` when nobody or more than
  /// one is.
  func fullName(of lastName: String) -> String? {
    let last = Array(lastName.utf8)
    var result: String?
    for index in rangesByHash[wordHash(last, 0..<last.count)] ?? []
    where index > 0 && bytes[ranges[index].lowerBound].isUpper {
      guard let name = name(endingAt: index) else { continue }
      if let result, result != name { return nil }
      result = name
    }
    return result
  }

  private func name(endingAt index: Int) -> String? {
    var first = index - 1
    // A middle initial.
    if ranges[first].count == 1, first > 0, ranges[first].upperBound < bytes.count,
      bytes[ranges[first].upperBound] == UInt8(ascii: ".")
    {
      first -= 1
    }
    let word = ranges[first]
    guard word.count > 1, bytes[word.lowerBound].isUpper,
      word.dropFirst().contains(where: { bytes[$0].isLower }),
      !SpeakerWords.honorifics.contains(bytes, word), !SpeakerWords.starters.contains(bytes, word),
      !SpeakerWords.roles.contains(bytes, word), ranges[index].contains(where: { bytes[$0].isLower })
    else { return nil }
    // Nothing but spaces and the full stop of an initial between the words.
    for gap in first..<index {
      for offset in ranges[gap].upperBound..<ranges[gap + 1].lowerBound
      where bytes[offset] != 0x20 && !(bytes[offset] == UInt8(ascii: ".") && gap > first) {
        return nil
      }
    }
    return String(decoding: bytes[word.lowerBound..<ranges[index].upperBound], as: UTF8.self)
  }
}
