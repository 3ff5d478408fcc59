/// The words of one turn or paragraph as the network of punctuation and case sees them: without case and marks.
package struct PunctuationWords: Sendable {
  /// Rows of the three tables: of the word, of its last letters, of the word with the one before it.
  package private(set) var words: [Int32] = []
  package private(set) var endings: [Int32] = []
  package private(set) var pairs: [Int32] = []
  private var shapes: [(isDigit: Bool, isWhole: Bool, length: Int)] = []
  /// Hashes of the first and of the last word; before the first stands the number of no word.
  private var first: UInt64 = 0
  private var last: UInt64 = 7

  package var count: Int { words.count }

  package init() {}

  /// - Parameter word: UTF-8, in any case of ASCII.
  package mutating func append(_ word: ArraySlice<UInt8>, _ vectors: PunctuationVectors) {
    let letters = Self.plain(word)
    let hash = wordHash(letters, 0..<letters.count)
    let known = vectors.number(of: letters)
    // Words without a vector share the row behind the last.
    words.append(Int32(known?.number ?? vectors.count))
    endings.append(
      Int32(Self.mixed(letters.suffix(3).reduce(1) { $0 << 8 | UInt64($1) }, 0) % UInt64(Self.endingRows)))
    pairs.append(Self.pair(last, hash))
    if first == 0 { first = hash }
    shapes.append((letters.first?.isDigit == true, known?.isWhole == true, min(letters.count, 15)))
    last = hash
  }

  /// A stretch of the words.
  package func part(_ start: Int, _ count: Int) -> PunctuationWords {
    var result = self
    let range = start..<start + count
    result.words = Array(words[range])
    result.endings = Array(endings[range])
    result.pairs = Array(pairs[range])
    result.shapes = Array(shapes[range])
    return result
  }

  package mutating func join(_ other: PunctuationWords) {
    guard other.count > 0 else { return }
    words += other.words
    endings += other.endings
    // Where texts meet, a pair stands across.
    pairs += [Self.pair(last, other.first)] + other.pairs.dropFirst()
    shapes += other.shapes
    last = other.last
  }

  private static func pair(_ before: UInt64, _ word: UInt64) -> Int32 {
    Int32(mixed(before, word) % UInt64(pairRows))
  }

  package static let endingRows = 4096
  package static let pairRows = 65_536
  package static let endingColumns = 14
  package static let pairColumns = 16
  /// Numbers beside those of the three rows.
  package static let extras = 8
  package static let inputs = PunctuationVectors.dimensions + endingColumns + pairColumns + extras

  /// Writes the numbers beside the rows.
  package func writeExtras(_ index: Int, _ numbers: UnsafeMutablePointer<Float>, isKnown: Bool) {
    let left = count - 1 - index
    numbers[0] = 1
    numbers[1] = shapes[index].isDigit ? 1 : 0
    numbers[2] = shapes[index].isWhole ? 1 : 0
    numbers[3] = isKnown ? 0 : 1
    numbers[4] = Float(shapes[index].length) / 8
    numbers[5] = index == 0 ? 1 : 0
    numbers[6] = left == 0 ? 1 : 0
    numbers[7] = left < 4 ? 1 : 0
  }

  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var hash = (a &* 0x9E37_79B9_7F4A_7C15) ^ (b &* 0xC4CE_B9FE_1A85_EC53)
    hash = (hash ^ hash >> 31) &* 0xFF51_AFD7_ED55_8CCD
    return hash >> 29
  }

  /// In lower case, with the apostrophe of typewriters.
  private static func plain(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    var index = word.startIndex
    while index < word.endIndex {
      if word[index] == 0xE2, index + 2 < word.endIndex, word[index + 1] == 0x80, word[index + 2] == 0x99 {
        result.append(UInt8(ascii: "'"))
        index += 3
      } else {
        result.append(word[index].lowered)
        index += 1
      }
    }
    return result
  }
}
