/// The words of one turn or paragraph as the models of punctuation and case see them: without case and marks.
package struct PunctuationWords: Sendable {
  package private(set) var hashes: [UInt64] = []
  private(set) var endings: [UInt64] = []
  private(set) var starts: [UInt64] = []
  /// 1 for a word that begins with a digit.
  private(set) var digits: [UInt64] = []
  private(set) var lengths: [UInt64] = []

  package var count: Int { hashes.count }

  package init() {}

  /// - Parameter word: UTF-8, in any case of ASCII.
  package mutating func append(_ word: ArraySlice<UInt8>) {
    var hash = WordHash()
    for byte in word { hash.add(byte.lowered) }
    hashes.append(hash.value)
    endings.append(Self.packed(word.suffix(3)))
    starts.append(Self.packed(word.prefix(3)))
    digits.append(word.first?.isDigit == true ? 1 : 0)
    lengths.append(UInt64(min(word.count, 6)))
  }

  private static func packed(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(1) { $0 << 8 | UInt64($1.lowered) }
  }

  func hash(_ index: Int) -> UInt64 { index < 0 ? 3 : index < count ? hashes[index] : 5 }
  func ending(_ index: Int) -> UInt64 { index >= 0 && index < count ? endings[index] : 0 }
}
