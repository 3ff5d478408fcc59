import CSluiceModels

/// The weights of the models of punctuation and case: logistic regressions over hashed features, one byte a weight.
///
/// The file is little-endian: steps of the weights of marks and of cases and the biases of the four marks as `Float`,
/// then for each bucket a weight for each mark, then for each bucket one for each case.
package struct PunctuationTable: Sendable {
  /// What may stand behind a word.
  package static let marks = ["", ",", ".", "?"]
  /// Lower case, a capital at the start, capitals.
  package static let cases = ["L", "T", "U"]
  package static let markBuckets = 1 << 18
  package static let caseBuckets = 1 << 17

  private static let headerLength = 24

  private let bytes: [Int8]
  private let markStep: Float
  private let caseStep: Float
  package let biases: [Float]

  /// - Returns: `nil` when the bytes are no table.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count =
      Self.headerLength + Self.markBuckets * Self.marks.count
      + Self.caseBuckets * Self.cases.count
    guard bytes.count == count else { return nil }
    func float(_ index: Int) -> Float {
      Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[index * 4 + $1]) << UInt32(8 * $1) })
    }
    markStep = float(0)
    caseStep = float(1)
    biases = (2..<6).map(float)
    self.bytes = bytes.map { Int8(bitPattern: $0) }
  }

  /// The table that is part of the program; `nil` when it is damaged.
  package static let shipped: PunctuationTable? = {
    let table = sluice_clean_punctuation()
    return PunctuationTable(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }()

  /// The bytes of a table of trained weights.
  package static func bytes(marks: [Float], cases: [Float], biases: [Float]) -> [UInt8] {
    func step(_ weights: [Float]) -> Float { max(1e-6, weights.reduce(0) { max($0, abs($1)) } / 127) }
    let steps = (step(marks), step(cases))
    var bytes: [UInt8] = []
    for value in [steps.0, steps.1] + biases {
      for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> UInt32(8 * shift))) }
    }
    for (weights, step) in [(marks, steps.0), (cases, steps.1)] {
      bytes += weights.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / step).rounded())))) }
    }
    return bytes
  }

  /// The mark whose score is highest.
  package func mark(_ features: [Int]) -> Int {
    best(features, Self.headerLength, markStep, biases)
  }

  package func letterCase(_ features: [Int]) -> Int {
    best(
      features, Self.headerLength + Self.markBuckets * Self.marks.count, caseStep, [0, 0, 0])
  }

  private func best(_ features: [Int], _ base: Int, _ step: Float, _ biases: [Float]) -> Int {
    var best = 0
    var highest = -Float.infinity
    let classes = biases.count
    for number in 0..<classes {
      var sum = 0
      for feature in features { sum += Int(bytes[base + feature * classes + number]) }
      let score = Float(sum) * step + biases[number]
      if score > highest {
        highest = score
        best = number
      }
    }
    return best
  }
}
