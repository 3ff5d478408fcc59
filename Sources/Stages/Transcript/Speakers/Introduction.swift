import Sluice

/// What a document says before anybody speaks, and in its metadata: where speakers are introduced.
struct Introduction {
  /// Bytes that are looked into before the first label, and from there on.
  static let reach = 8000
  static let reachBehind = 1500

  private let bytes: [UInt8]
  private var ranges: [Range<Int>] = []
  private var hashes: [UInt64] = []
  /// The last word of each slot of a hash table, and for each word the one before it of the same slot, or -1.
  private var slots: [Int32]
  private var previous: [Int32] = []
  /// Where the metadata and what stands before the first label end.
  private let headEnd: Int

  /// - Parameter end: where the first label stands.
  init(_ page: CleaningPage, metadata: Metadata, end: Int) {
    let known = ([metadata.title, metadata.description].compactMap(\.self) + metadata.authors).joined(
      separator: "\n")
    var bytes = Array(known.utf8)
    bytes.append(0x0A)
    let metadataEnd = bytes.count
    bytes += page.bytes[max(0, end - Self.reach)..<end]
    headEnd = max(metadataEnd, bytes.count)
    bytes += page.bytes[end..<min(page.bytes.count, end + Self.reachBehind)]
    self.bytes = bytes
    var size = 256
    while size * 4 < bytes.count { size *= 2 }
    slots = Array(repeating: -1, count: size)
    var index = 0
    while index < bytes.count {
      guard bytes[index].isLetter else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index].isLetter || isInner(index) { index += 1 }
      let word = start..<index
      add(word, wordHash(bytes, word))
    }
  }

  private mutating func add(_ word: Range<Int>, _ hash: UInt64) {
    let slot = slot(of: hash)
    previous.append(slots[slot])
    slots[slot] = Int32(ranges.count)
    ranges.append(word)
    hashes.append(hash)
  }

  private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slots.count - 1)
  }

  /// The places of a word, the last first.
  private func places(of hash: UInt64) -> [Int] {
    var result: [Int] = []
    var place = Int(slots[slot(of: hash)])
    while place >= 0 {
      if hashes[place] == hash { result.append(place) }
      place = Int(previous[place])
    }
    return result
  }

  private func isInner(_ index: Int) -> Bool {
    (bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "-"))
      && index + 1 < bytes.count && bytes[index + 1].isLetter
  }

  /// Whether the last word of a name stands in the introduction.
  func mentions(_ name: String) -> Bool {
    let name = Array(name.utf8)
    guard let last = NameParts(name, 0..<name.count).words.last, last.count > 2 else { return false }
    return places(of: wordHash(name, last)).contains { ranges[$0].lowerBound < headEnd }
  }

  /// How a word in capitals is written elsewhere, `McConnell`; `nil` when it stands nowhere.
  func spelling(of word: String) -> String? {
    let word = Array(word.utf8)
    var first: Int?
    for place in places(of: wordHash(word, 0..<word.count)) where hasBothCases(ranges[place]) {
      first = place
    }
    return first.map { String(decoding: bytes[ranges[$0]], as: UTF8.self) }
  }

  private func hasBothCases(_ word: Range<Int>) -> Bool {
    bytes[word.lowerBound].isUpper && word.count { bytes[$0].isLower } * 2 > word.count
  }

  /// The first name and the last name of somebody known by the last, as introduced; `nil` when nobody or more than
  /// one is.
  func fullName(of lastName: String) -> String? {
    let last = Array(lastName.utf8)
    var result: String?
    for index in places(of: wordHash(last, 0..<last.count))
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
      !SpeakerWords.honorifics.contains(bytes, word), !SpeakerWords.isStarter(bytes, word),
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
