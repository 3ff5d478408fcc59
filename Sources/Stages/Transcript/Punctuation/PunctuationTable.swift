import CSluiceModels

/// The models of marks and of case, with the word vectors that both see.
///
/// The file is little-endian: the biases of the three marks as `Float`; the number of words as `UInt32`, their hashes as
/// `UInt32`, a step for each dimension as `Float`, their vectors as `Int8`; then the two models.
package struct PunctuationTable: Sendable {
  /// What may stand behind a word.
  package static let marks = ["", ",", ".", "?"]
  /// Lower case, a capital at the start, capitals.
  package static let cases = ["L", "T", "U"]
  package static let markShape = PunctuationModel.Shape(
    bits: 19, classes: 3, slots: PunctuationFeatures.markSlots, extras: PunctuationFeatures.markExtras)
  package static let caseShape = PunctuationModel.Shape(
    bits: 17, classes: 2, slots: PunctuationFeatures.caseSlots, extras: PunctuationFeatures.caseExtras)
  /// More words than any table has.
  private static let mostWords = 200_000

  package let vectors: PunctuationVectors
  private let biases: [Float]
  private let markModel: PunctuationModel
  private let caseModel: PunctuationModel

  /// - Returns: `nil` when the bytes are no table.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let dimensions = PunctuationVectors.dimensions
    guard bytes.count >= 16 else { return nil }
    func word(_ offset: Int) -> UInt32 { Self.float(bytes, offset).bitPattern }
    let count = Int(word(12))
    guard count <= Self.mostWords else { return nil }
    let scales = 16 + count * 4
    let vectorStart = scales + dimensions * 4
    let markStart = vectorStart + count * dimensions
    let caseStart = markStart + Self.markShape.byteCount
    guard bytes.count == caseStart + Self.caseShape.byteCount else { return nil }
    biases = [0] + (0..<3).map { Self.float(bytes, $0 * 4) }
    vectors = PunctuationVectors(
      hashes: (0..<count).map { word(16 + $0 * 4) },
      bytes: bytes[vectorStart..<markStart].map { Int8(bitPattern: $0) },
      scale: (0..<dimensions).map { Self.float(bytes, scales + $0 * 4) })
    markModel = PunctuationModel(Self.markShape, bytes[markStart..<caseStart])
    caseModel = PunctuationModel(Self.caseShape, bytes[caseStart...])
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
  ///   - biases: of the three marks.
  ///   - hashes: of the words; `scale` and `vectors` as ``PunctuationVectors`` has them.
  ///   - marks: by ``PunctuationModel/bytes(_:rows:network:)``, as are `cases`.
  package static func bytes(
    biases: [Float], hashes: [UInt32], scale: [Float], vectors: [Int8], marks: [UInt8], cases: [UInt8]
  ) -> [UInt8] {
    let head = bytes(of: biases + ([UInt32(hashes.count)] + hashes).map(Float.init(bitPattern:)) + scale)
    return head + vectors.map(UInt8.init(bitPattern:)) + marks + cases
  }

  /// The mark whose score is highest.
  func mark(_ input: PunctuationInput, _ scores: inout [Float]) -> Int {
    markModel.score(input, vectors, into: &scores)
    return Self.best(scores.prefix(Self.marks.count), biases)
  }

  func letterCase(_ input: PunctuationInput, _ scores: inout [Float]) -> Int {
    caseModel.score(input, vectors, into: &scores)
    return Self.best(scores.prefix(Self.cases.count), biases.map { _ in 0 })
  }

  private static func best(_ scores: ArraySlice<Float>, _ biases: [Float]) -> Int {
    var best = 0
    for number in scores.indices where scores[number] + biases[number] > scores[best] + biases[best] {
      best = number
    }
    return best
  }
}
