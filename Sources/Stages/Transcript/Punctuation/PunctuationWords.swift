/// The words of one turn or paragraph as the models of punctuation and case see them: without case and marks.
package struct PunctuationWords: Sendable {
  package private(set) var hashes: [UInt64] = []
  private(set) var endings: [UInt64] = []
  private(set) var starts: [UInt64] = []
  /// 1 for a word that begins with a digit.
  private(set) var digits: [UInt64] = []
  private(set) var lengths: [UInt64] = []
  /// Numbers of their vectors, -1 for words without.
  private(set) var vectors: [Int32] = []

  package var count: Int { hashes.count }

  package init() {}

  /// - Parameter word: UTF-8, in any case of ASCII.
  package mutating func append(_ word: ArraySlice<UInt8>, _ vectors: PunctuationVectors) {
    let letters = Self.plain(word)
    hashes.append(wordHash(letters, 0..<letters.count))
    endings.append(Self.packed(letters.suffix(3)))
    starts.append(Self.packed(letters.prefix(3)))
    digits.append(letters.first?.isDigit == true ? 1 : 0)
    lengths.append(UInt64(min(letters.count, 6)))
    self.vectors.append(vectors.number(of: letters))
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

  private static func packed(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(1) { $0 << 8 | UInt64($1) }
  }

  func hash(_ index: Int) -> UInt64 { index < 0 ? 3 : index < count ? hashes[index] : 5 }
  func ending(_ index: Int) -> UInt64 { index >= 0 && index < count ? endings[index] : 0 }
  func digit(_ index: Int) -> UInt64 { index >= 0 && index < count ? digits[index] : 0 }
  func vector(_ index: Int) -> Int32 { index >= 0 && index < count ? vectors[index] : -1 }
}
