import CSluiceModels

/// What one model is asked about a word: rows of its table, the words of its window, and numbers beside them.
package struct PunctuationInput: Sendable {
  /// Places in the table of hashed features.
  package var rows: [UInt32] = []
  /// Numbers of vectors, -1 for words without.
  package var slots: [Int32] = []
  package var extras: [Float] = []

  package init() {}

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    extras.removeAll(keepingCapacity: true)
  }
}

/// One model: a softmax over hashed features, one byte a weight, and over a layer of rectified units that see the
/// vectors of the words around. The score of the first class is 0.
package struct PunctuationModel: Sendable {
  /// The sizes of a model.
  package struct Shape: Sendable {
    /// Logarithm of the number of rows.
    package let bits: Int
    /// Classes but the first.
    package let classes: Int
    package let slots: Int
    package let extras: Int
    package let units = 64

    package var rows: Int { 1 << bits }
    var inputs: Int { slots * PunctuationVectors.dimensions + extras }
    /// Weights of the input, biases, weights of the output.
    package var networkCount: Int { (inputs + 1 + classes) * units }
    var byteCount: Int { 4 + networkCount * 4 + rows * classes }
  }

  private let shape: Shape
  private let step: Float
  private let network: [Float]
  private let rows: [Int8]

  /// - Parameter bytes: `shape.byteCount` of them: the step of the rows' weights, the network, the rows.
  init(_ shape: Shape, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    self.shape = shape
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    step = PunctuationTable.float(bytes, 0)
    network = (0..<shape.networkCount).map { PunctuationTable.float(bytes, 4 + $0 * 4) }
    rows = bytes[(4 + shape.networkCount * 4)...].map { Int8(bitPattern: $0) }
  }

  /// The bytes of trained weights.
  package static func bytes(_ shape: Shape, rows: [Float], network: [Float]) -> [UInt8] {
    let step = max(1e-6, rows.reduce(0) { max($0, abs($1)) } / 127)
    return PunctuationTable.bytes(of: [step] + network)
      + rows.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / step).rounded())))) }
  }

  /// The scores of the classes.
  func score(_ input: PunctuationInput, _ vectors: PunctuationVectors, into scores: inout [Float]) {
    let classes = shape.classes
    for number in 0...classes { scores[number] = 0 }
    for row in input.rows {
      for number in 0..<classes { scores[number + 1] += Float(rows[Int(row) * classes + number]) }
    }
    for number in 1...classes { scores[number] *= step }
    let (units, dimensions) = (shape.units, PunctuationVectors.dimensions)
    network.withUnsafeBufferPointer { network in
      vectors.values.withUnsafeBufferPointer { values in
        withUnsafeTemporaryAllocation(of: Float.self, capacity: units) { unit in
          guard let weights = network.baseAddress, let values = values.baseAddress,
            let unit = unit.baseAddress
          else { return }
          let biases = weights + shape.inputs * units
          unit.initialize(from: biases, count: units)
          for (slot, word) in input.slots.enumerated() where word >= 0 {
            sluice_window_add(
              unit, units, weights + slot * dimensions * units, values + Int(word) * dimensions, dimensions)
          }
          sluice_window_add(
            unit, units, weights + shape.slots * dimensions * units, input.extras, input.extras.count)
          let output = biases + units
          for place in 0..<units where unit[place] > 0 {
            for number in 0..<classes { scores[number + 1] += unit[place] * output[place * classes + number] }
          }
        }
      }
    }
  }
}
