import CSluiceModels

/// What `clean.punctuation` has learned: rows of numbers for words, for their endings and for pairs of words, and the
/// network that reads them.
///
/// The file is little-endian: four biases of the marks and three that a sentence's first word adds to the cases, as
/// `Float`; the number of words as `UInt32`, their hashes as `UInt32`; the three tables of rows, that of words with a row
/// more for words that have none; the weights of the network as `Float`.
package struct PunctuationTable: Sendable {
  /// What may stand behind a word.
  package static let marks = ["", ",", ".", "?"]
  /// Lower case, a capital at the start, capitals.
  package static let cases = ["L", "T", "U"]
  /// Units of a layer and direction, and layers.
  package static let (units, layers) = (48, 2)
  /// Of a word: four of marks, three of cases, one that means nothing.
  package static let scores = 8
  static var shape: sluice_sequence_shape {
    sluice_sequence_shape(inputs: PunctuationWords.inputs, units: units, scores: scores, layers: layers)
  }
  /// More words than any table has.
  private static let mostWords = 200_000

  package let vectors: PunctuationVectors
  let words: PunctuationRows
  let endings: PunctuationRows
  let pairs: PunctuationRows
  let weights: [Float]
  /// Of the marks.
  let biases: [Float]
  /// Of the cases, for the first word of a sentence.
  let starts: [Float]

  /// - Returns: `nil` when the bytes are no table.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 32 else { return nil }
    biases = (0..<4).map { Self.float(bytes, $0 * 4) }
    starts = (4..<7).map { Self.float(bytes, $0 * 4) }
    let count = Int(Self.float(bytes, 28).bitPattern)
    guard count <= Self.mostWords else { return nil }
    let weightCount = sluice_sequence_count(Self.shape)
    var start = 32 + count * 4
    func end(_ columns: Int, _ rows: Int) -> Int { start + PunctuationRows.byteCount(columns, rows) }
    let sizes = [
      (PunctuationVectors.dimensions, count + 1),
      (PunctuationWords.endingColumns, PunctuationWords.endingRows),
      (PunctuationWords.pairColumns, PunctuationWords.pairRows),
    ]
    let rowBytes = sizes.reduce(0) { $0 + PunctuationRows.byteCount($1.0, $1.1) }
    guard bytes.count == start + rowBytes + weightCount * 4 else { return nil }
    vectors = PunctuationVectors(hashes: (0..<count).map { Self.float(bytes, 32 + $0 * 4).bitPattern })
    let tables = sizes.map { columns, rows in
      defer { start = end(columns, rows) }
      return PunctuationRows(columns: columns, bytes[start..<end(columns, rows)])
    }
    (words, endings, pairs) = (tables[0], tables[1], tables[2])
    weights = (0..<weightCount).map { Self.float(bytes, start + $0 * 4) }
  }

  /// The table that is part of the program; `nil` when it is damaged.
  package static let shipped: PunctuationTable? = {
    let table = sluice_clean_punctuation()
    return PunctuationTable(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }()

  static func float(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Float {
    Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) })
  }

  package static func bytes(of values: [Float]) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> UInt32(8 * $0)) } }
  }

  /// The bytes of a table.
  ///
  /// - Parameters:
  ///   - rows: the three tables one after the other, by ``PunctuationRows/bytes(columns:_:)``.
  package static func bytes(
    biases: [Float], starts: [Float], hashes: [UInt32], rows: [UInt8], weights: [Float]
  ) -> [UInt8] {
    bytes(of: biases + starts + ([UInt32(hashes.count)] + hashes).map(Float.init(bitPattern:))) + rows
      + bytes(of: weights)
  }
}
