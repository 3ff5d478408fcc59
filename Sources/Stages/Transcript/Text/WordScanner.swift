import CSluiceModels

/// Divides bytes into words, one after the other. What it finds from the start of a word on does not depend on what
/// stands before it.
struct WordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int

  /// Calls the body with a scanner of the bytes before a limit.
  static func scan(_ bytes: [UInt8], before limit: Int, _ body: (WordScanner) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      body(WordScanner(bytes: bytes, limit: min(limit, bytes.count)))
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  /// No fewer than the words from an offset on.
  func mostWords(from offset: Int) -> Int {
    offset < limit ? sluice_most_words(bytes.baseAddress, offset, limit) : 0
  }

  /// The start of the first word from an offset on.
  func firstWord(from offset: Int) -> Int {
    var index = offset
    // Signs beyond ASCII are passed over whole: a word does not begin within one.
    _ = gap(&index)
    return index
  }

  /// Adds the word that starts at an offset; moves the offset to the next one, or to the limit.
  func next(_ index: inout Int, into rows: inout WordRows) {
    index = rows.scan(bytes, index..<max(index, limit), most: 1)
  }

  /// Adds all words from the one that starts at an offset.
  func all(from index: Int, into rows: inout WordRows) {
    _ = rows.scan(bytes, index..<max(index, limit), most: mostWords(from: index))
  }

  /// What stands from the end of a word to the next word, to whose start the offset moves, or to the limit.
  func gap(_ index: inout Int) -> PageWords.Gap {
    guard index < limit else { return [] }
    return PageWords.Gap(rawValue: sluice_word_gap(bytes.baseAddress, &index, limit))
  }
}
