/// The words of one stretch of talk, from one end of a sentence to the next, without the hesitations among them.
struct RestartSegment {
  /// What stands between two words, as the tagger sees it.
  struct Joint: OptionSet {
    let rawValue: UInt8

    static let comma = Joint(rawValue: 1 << 0)
    static let dash = Joint(rawValue: 1 << 1)
    static let ellipsis = Joint(rawValue: 1 << 2)
    static let filler = Joint(rawValue: 1 << 3)
    static let other = Joint(rawValue: 1 << 4)
    /// A dash without spaces, as in writing.
    static let tight = Joint(rawValue: 1 << 5)

    static let breaks: Joint = [.dash, .ellipsis]
  }

  struct Word {
    /// Number of the word in the page.
    let number: Int
    let hash: UInt64
    /// What stands behind it.
    var joint: Joint
    let isCutOff: Bool
    /// It may not go, whatever it repeats: a negation or a number.
    let isKept: Bool
  }

  private(set) var words: [Word] = []

  var count: Int { words.count }

  subscript(place: Int) -> Word { words[place] }

  /// Empties the segment but keeps its memory.
  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
  }

  /// - Parameter word: number of the next word of the page.
  mutating func add(_ word: Int, of page: PageWords, _ bytes: [UInt8]) {
    let gap = page.gaps[word]
    let traits = page.traits[word]
    var joint: Joint = []
    if gap != .space {
      if gap.contains(.comma) { joint.insert(.comma) }
      if gap.contains(.dash) { joint.formUnion(gap.contains(.space) ? .dash : [.dash, .tight]) }
      if gap.contains(.ellipsis) { joint.insert(.ellipsis) }
      if gap.contains(.other) { joint.insert(.other) }
    }
    if traits.contains(.hesitation) {
      if !words.isEmpty { words[words.count - 1].joint.formUnion(joint.union(.filler)) }
      return
    }
    let isKept = traits.contains(.digit) || RestartWords.isNegation(traits, bytes, page[word])
    words.append(
      Word(
        number: word, hash: page.hashes[word], joint: joint, isCutOff: gap.contains(.cutoff), isKept: isKept))
  }

  /// A word as the table knows it: a function word by its hash, others by their ending.
  func wordClass(_ place: Int, _ page: PageWords, _ bytes: [UInt8]) -> UInt64 {
    let range = page[words[place].number]
    if page.traits[words[place].number].contains(.digit), bytes[range.lowerBound].isDigit { return 3 }
    if RestartWords.isFunctionWord(words[place].hash) { return words[place].hash }
    guard range.count > 4 else { return 5 }
    let end = range.upperBound
    return 0x10000 | UInt64(bytes[end - 2].lowered) << 8 | UInt64(bytes[end - 1].lowered)
  }

  /// Whether all of a word but its last letters stands at the start of another.
  func isStart(_ word: Int, of other: Int, letters: Int?, _ page: PageWords, _ bytes: [UInt8]) -> Bool {
    let a = page[words[word].number]
    let b = page[words[other].number]
    let count = letters ?? a.count
    guard a.count >= count, b.count >= count else { return false }
    for offset in 0..<count
    where bytes[a.lowerBound + offset].lowered != bytes[b.lowerBound + offset].lowered {
      return false
    }
    return true
  }

  // MARK: - Windows

  /// Longest run of words that is said twice.
  static let longestRepeat = 7

  /// Fills in which words may be part of what was taken back: words said twice in a row, words before a dash, an
  /// ellipsis or a word that was cut off, and at level edited before a comma or a hesitation with words that come back.
  ///
  /// - Returns: whether there is any.
  func windows(isEdited: Bool, _ page: PageWords, _ bytes: [UInt8], into open: inout [Bool]) -> Bool {
    let count = words.count
    open.removeAll(keepingCapacity: true)
    open.append(contentsOf: repeatElement(false, count: count))
    var isAny = false
    func mark(_ first: Int, _ last: Int) {
      for index in max(0, first)...last where !words[index].isKept {
        open[index] = true
        isAny = true
      }
    }
    for index in 0..<max(0, count - 1) {
      if words[index].isCutOff, !isSuspended(index, page, bytes) { mark(index - 4, index) }
      if !words[index].joint.isDisjoint(with: .breaks), index < 5 || returns(behind: index) {
        mark(index - 5, index)
      }
      var length = 1
      while length <= Self.longestRepeat, index + length < count {
        defer { length += 1 }
        guard words[index].hash == words[index + length].hash else { continue }
        var same = 1
        while same < length, index + length + same < count,
          words[index + same].hash == words[index + length + same].hash
        {
          same += 1
        }
        if same == length {
          // A whole sentence said twice is no stutter, nor is what people double on purpose.
          if index == 0, 2 * length >= count { continue }
          if (1..<length).allSatisfy({ words[index + $0].hash == words[index].hash }) {
            if RestartWords.isDoubledOnPurpose(words[index].hash) { continue }
            if words[index].joint.isEmpty, !RestartWords.isFunctionWord(words[index].hash) { continue }
          }
          mark(index, index + length - 1)
        } else if isEdited, !words[index + length - 1].joint.isDisjoint(with: [.comma, .filler]) {
          mark(index, index + length - 1)
        }
      }
    }
    for index in 0..<count where open[index] && isTripled(index) { open[index] = false }
    return isAny && open.contains(true)
  }

  /// Whether a hyphen belongs to a word that is whole: `self- motivated`, `five- to six-year terms`.
  func isSuspended(_ index: Int, _ page: PageWords, _ bytes: [UInt8]) -> Bool {
    let range = page[words[index].number]
    guard range.count > 3, words[index].joint.isEmpty, index + 1 < count,
      !isStart(index, of: index + 1, letters: nil, page, bytes)
    else { return false }
    return KnownWords.shipped?.isCommon(bytes[range].map(\.lowered)) ?? false
  }

  /// Whether a word of content stands three times in a row, which is emphasis: `Row, row, row your boat`.
  private func isTripled(_ index: Int) -> Bool {
    let hash = words[index].hash
    if words[index].isCutOff || RestartWords.isFunctionWord(hash) { return false }
    for start in max(0, index - 2)...index where start + 2 < count {
      if (start...start + 2).allSatisfy({ words[$0].hash == hash }) { return true }
    }
    return false
  }

  /// Whether the word behind a break, or the one after it, was among the last words before it.
  private func returns(behind index: Int) -> Bool {
    for next in index + 1...min(index + 2, count - 1) {
      for word in max(0, index - 5)...index where words[word].hash == words[next].hash { return true }
    }
    return false
  }
}
