import Sluice

/// The words of a point as they read best on their own.
enum DisplayText {
  /// A point keeps at least so many words.
  private static let fewest = 4

  /// The text of a range in one line, without the connectives and fillers that open it; `nil` when that is what the
  /// text says already.
  static func of(_ bytes: [UInt8], _ range: TextRange) -> String? {
    let words = bytes[range.bounds].split { $0 == 0x20 || $0 &- 9 < 5 }
    var first = 0
    while words.count - first > fewest, let length = openingLength(words[first...]) { first += length }
    var shown = Array(words[first...].joined(separator: [0x20]))
    if first > 0, let letter = shown.first, letter &- 0x61 < 26 { shown[0] = letter - 0x20 }
    return shown.elementsEqual(bytes[range.bounds]) ? nil : String(decoding: shown, as: UTF8.self)
  }

  /// How many words of an opening say nothing on their own; `nil` when they do.
  private static func openingLength(_ words: ArraySlice<ArraySlice<UInt8>>) -> Int? {
    guard let first = words.first else { return nil }
    let hash = hash(first)
    if SummaryWords.softConnectives.contains(hash) || SummaryWords.hesitations.contains(hash) { return 1 }
    // Fillers that have a meaning too are left out only in front of a comma: `Well, …`.
    if first.last == UInt8(ascii: ","), SummaryWords.fillers.contains(hash) { return 1 }
    if let second = words.dropFirst().first, second.last == UInt8(ascii: ","),
      SummaryWords.openings.contains([hash, Self.hash(second)])
    {
      return 2
    }
    return nil
  }

  /// Of the word in small letters, without a comma behind it.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    let letters = word.last == UInt8(ascii: ",") ? word.dropLast() : word
    return SummaryWords.hash(letters.lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
  }
}
