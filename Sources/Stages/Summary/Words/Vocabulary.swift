import Sluice

/// Reads sentences into numbered content words.
struct Vocabulary {
  /// What a word is, by the hash of its spelling in small letters.
  private struct Entry {
    /// Its number, negative when it has no content.
    let number: Int32
    /// A bit for each ``WordClass``.
    let classes: UInt8
  }

  private var entries: [UInt64: Entry] = [:]
  private var stems: [UInt64: Int32] = [:]
  private static let noContent: Int32 = -1
  private var stemmer = WordStem()
  /// In how many sentences each word stands.
  private(set) var frequencies: [Int32] = []
  /// How often each word stands in the document.
  private(set) var counts: [Int32] = []
  /// The last sentence that each word was seen in, so that it counts once.
  private var lastSeen: [Int32] = []
  private var word: [UInt8] = []

  /// How many first words of a sentence are kept.
  static let openingLength = 8

  var count: Int { frequencies.count }

  /// Reads a sentence.
  ///
  /// - Parameter number: number of the sentence, another for each.
  mutating func read(_ bytes: [UInt8], _ range: TextRange, number: Int32) -> SentenceWords {
    var words = SentenceWords()
    var index = Int(range.start)
    let end = Int(range.end)
    var isBetween = true
    var first = true
    var isFirstClause = true
    while index < end {
      let byte = bytes[index]
      if Self.isSpace(byte) {
        isBetween = true
        index += 1
        continue
      }
      if isBetween { words.count += 1 }
      isBetween = false
      guard Self.isLetter(bytes, index, end) else {
        if Self.endsClause(byte) { isFirstClause = false }
        if byte == UInt8(ascii: "\"") || Self.isCurlyQuote(bytes, index, end) { words.hasQuote = true }
        index += 1
        continue
      }
      if first {
        words.startsSmall = byte &- 0x61 < 26
        first = false
      }
      let isCapital = byte &- 0x41 < 26
      if byte &- 0x30 < 10 { words.figures += 1 }
      index = take(bytes, index, end)
      if isFirstClause, index == end || Self.endsClause(bytes[index]), Self.isDemonstrative(word) {
        words.endsClauseOnDemonstrative = true
      }
      add(&words, number, isCapital: isCapital)
    }
    close(bytes, range, &words)
    return words
  }

  /// The content words of a text that is no part of the document, such as its title; unknown words are left
  /// out.
  mutating func known(in text: String) -> [Int32] {
    let bytes = Array(text.utf8)
    var found: [Int32] = []
    var index = 0
    while index < bytes.count {
      guard Self.isLetter(bytes, index, bytes.count) else {
        index += 1
        continue
      }
      index = take(bytes, index, bytes.count)
      guard !SummaryWords.stop.contains(SummaryWords.hash(word)) else { continue }
      if let known = stems[SummaryWords.hash(stemmer.stem(word[...]))], !found.contains(known) {
        found.append(known)
      }
    }
    return found
  }

  private mutating func take(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    word.removeAll(keepingCapacity: true)
    var index = start
    while index < end, Self.isLetter(bytes, index, end) {
      let byte = bytes[index]
      word.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      index += 1
    }
    return index
  }

  private mutating func add(_ words: inout SentenceWords, _ number: Int32, isCapital: Bool) {
    let hash = SummaryWords.hash(word)
    words.length += 1
    if words.opening.count < Self.openingLength { words.opening.append(hash) }
    let entry = entries[hash] ?? learn(hash)
    words.classes.add(entry.classes)
    guard entry.number != Self.noContent else { return }
    let known = Int(entry.number)
    counts[known] += 1
    if isCapital, words.length > 1 { words.names.append(entry.number) }
    guard lastSeen[known] != number else { return }
    lastSeen[known] = number
    frequencies[known] += 1
    words.content.append(entry.number)
  }

  /// Numbers a word that is new in this spelling, by its stem.
  private mutating func learn(_ hash: UInt64) -> Entry {
    let stem = SummaryWords.hash(stemmer.stem(word[...]))
    var number = Self.noContent
    if !SummaryWords.stop.contains(hash) {
      number = stems[stem] ?? Int32(frequencies.count)
      if Int(number) == frequencies.count {
        stems[stem] = number
        frequencies.append(0)
        counts.append(0)
        lastSeen.append(-1)
      }
    }
    let entry = Entry(number: number, classes: SummaryWords.classes(hash, stem: stem))
    entries[hash] = entry
    return entry
  }

  private func close(_ bytes: [UInt8], _ range: TextRange, _ words: inout SentenceWords) {
    var last = Int(range.end)
    words.isNote =
      !range.isEmpty && bytes[Int(range.start)] == UInt8(ascii: "[") && bytes[last - 1] == UInt8(ascii: "]")
    // Closing quotes and brackets stand behind the mark.
    while last > Int(range.start), last + 8 > Int(range.end) {
      let byte = bytes[last - 1]
      if byte == UInt8(ascii: "?") { words.isQuestion = true }
      if byte == UInt8(ascii: ":") { words.pointsOn = true }
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        words.isClosed = true
        return
      }
      if byte < 0x80, byte != 0x22, byte != 0x27, byte != 0x29, byte != 0x5D, byte != 0x20 { return }
      last -= 1
    }
  }

  /// Whether a double quotation mark of typography begins here (U+201C, U+201D).
  private static func isCurlyQuote(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    index + 2 < end && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] | 1 == 0x9D
  }

  private static func endsClause(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "?"),
      UInt8(ascii: "!"):
      true
    default: false
    }
  }

  private static func isDemonstrative(_ word: [UInt8]) -> Bool {
    word.elementsEqual("that".utf8) || word.elementsEqual("this".utf8)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  /// Letters, digits, and the bytes of other letters; general punctuation is none.
  static func isLetter(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    if byte == 0xE2 || byte == 0xC2 { return false }
    // The trailing bytes of marks.
    if byte < 0xC0 {
      var lead = index
      while lead > 0, index - lead < 3, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
      return bytes[lead] != 0xE2 && bytes[lead] != 0xC2
    }
    return true
  }
}
