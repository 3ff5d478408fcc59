import Sluice

/// The names and runs of words in a document that may be keyphrases.
struct KeyphraseCandidates {
  struct Candidate {
    /// Of its words, in order.
    let stems: [UInt64]
    /// Mentions, whatever the endings.
    var count = 0
    /// First sentence that has it.
    let sentence: Int
    var isName: Bool
    /// The first mention of each spelling, and how many there are.
    var spellings: [(hash: UInt64, range: TextRange, count: Int)] = []

    /// The first mention in the spelling that most have.
    var range: TextRange {
      var best = spellings[0]
      for spelling in spellings where spelling.count > best.count { best = spelling }
      return best.range
    }
  }

  private(set) var all: [Candidate] = []
  private var indices: [UInt64: Int] = [:]
  private var stemmer = WordStem()
  /// What a spelling in small letters is, by its hash.
  private var entries: [UInt64: Entry] = [:]

  /// Words of a phrase, at most.
  private static let longest = 4
  private static let fewestLetters = 3

  private struct Entry {
    let stem: UInt64
    let hasContent: Bool
    let isInner: Bool
  }

  private struct Word {
    let range: Range<Int>
    let stem: UInt64
    /// A verb, adverb or the like, with which no phrase begins or ends.
    var isInner = false
    var isName = false
  }

  /// Reads a sentence.
  mutating func read(_ bytes: [UInt8], _ sentence: TextRange, number: Int, _ names: KeyphraseNames?) {
    var run: [Word] = []
    var index = Int(sentence.start)
    let end = Int(sentence.end)
    var name = names.map { Self.first($0.names, from: sentence.start) } ?? 0
    while index < end {
      if let names, name < names.names.count, Int(names.names[name].range.start) == index {
        let entry = names.names[name]
        name += 1
        let range = index..<min(end, Int(entry.range.end))
        index = range.upperBound
        if entry.isFigure {
          take(&run, bytes, number)
          continue
        }
        let word = Word(range: range, stem: Self.stem(of: entry, bytes), isName: true)
        if entry.standsAlone || range.contains(where: { bytes[$0] < 0x20 }) {
          take(&run, bytes, number)
          run = [word]
          take(&run, bytes, number)
        } else {
          run.append(word)
        }
      } else if Vocabulary.isLetter(bytes, index, end) {
        var stop = index
        while stop < end, Vocabulary.isLetter(bytes, stop, end) || Self.isJoint(bytes, stop, end) {
          stop += 1
        }
        if let word = word(bytes, index..<stop) {
          run.append(word)
        } else {
          take(&run, bytes, number)
        }
        index = stop
      } else {
        // Words of a phrase are one space apart.
        let isSpace = bytes[index] == 0x20 && index + 1 < end && bytes[index + 1] != 0x20
        if !isSpace { take(&run, bytes, number) }
        index += 1
      }
      if let names {
        while name < names.names.count, Int(names.names[name].range.start) < index { name += 1 }
      }
    }
    take(&run, bytes, number)
  }

  /// The stems of a text's words that have content.
  static func stems(of text: [UInt8]) -> Set<UInt64> {
    var reader = KeyphraseCandidates()
    var stems: Set<UInt64> = []
    for word in text.indices.split(whereSeparator: { !Vocabulary.isLetter(text, $0, text.count) }) {
      if let word = reader.word(text, word) { stems.insert(word.stem) }
    }
    return stems
  }

  /// The first name at or behind an offset.
  private static func first(_ names: [KeyphraseNames.Name], from offset: Int32) -> Int {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// `nil` for words that no phrase has: stop words, short ones, numbers.
  private mutating func word(_ bytes: [UInt8], _ range: Range<Int>) -> Word? {
    guard range.count >= Self.fewestLetters else { return nil }
    let hash = SummaryWords.hash(bytes[range].lazy.map(Self.small))
    let entry = entries[hash] ?? learn(bytes[range].map(Self.small), hash)
    return entry.hasContent ? Word(range: range, stem: entry.stem, isInner: entry.isInner) : nil
  }

  private mutating func learn(_ word: [UInt8], _ hash: UInt64) -> Entry {
    let stem = SummaryWords.hash(stemmer.stem(word[...]))
    let entry = Entry(
      stem: stem,
      hasContent: word.contains { !($0 &- 0x30 < 10) } && !SummaryWords.stop.contains(hash),
      isInner: SummaryWords.verbs.contains(stem) || SummaryWords.looseAdjectives.contains(hash)
        || word.suffix(2).elementsEqual("ly".utf8))
    entries[hash] = entry
    return entry
  }

  private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func stem(of name: KeyphraseNames.Name, _ bytes: [UInt8]) -> UInt64 {
    name.id > 0 ? 0x517C_C1B7_2722_0A95 &* UInt64(name.id) : SummaryWords.hash(bytes[name.range.bounds])
  }

  /// Counts all phrases of a run of words, and ends it.
  private mutating func take(_ run: inout [Word], _ bytes: [UInt8], _ number: Int) {
    defer { run.removeAll(keepingCapacity: true) }
    for start in run.indices where !run[start].isInner {
      for end in start + 1...max(start + 1, min(run.count, start + Self.longest)) where !run[end - 1].isInner
      {
        add(run[start..<end], bytes, number)
      }
    }
  }

  private mutating func add(_ words: ArraySlice<Word>, _ bytes: [UInt8], _ number: Int) {
    guard let first = words.first, let last = words.last else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    let key = words.reduce(UInt64(words.count)) { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1.stem }
    let spelling = SummaryWords.hash(bytes[range])
    if indices[key] == nil {
      indices[key] = all.count
      all.append(
        Candidate(
          stems: words.map(\.stem), sentence: number,
          isName: words.count == 1 && first.isName
            || words.allSatisfy { bytes[$0.range.lowerBound] &- 0x41 < 26 }))
    }
    guard let index = indices[key] else { return }
    all[index].count += 1
    if let known = all[index].spellings.firstIndex(where: { $0.hash == spelling }) {
      all[index].spellings[known].count += 1
    } else {
      all[index].spellings.append((spelling, TextRange(range), 1))
    }
  }

  /// A hyphen, apostrophe or ampersand between letters.
  private static func isJoint(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    (bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "&")) && index + 1 < end
      && Vocabulary.isLetter(bytes, index + 1, end)
  }
}
