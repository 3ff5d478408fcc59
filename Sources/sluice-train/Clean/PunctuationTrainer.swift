import CSluiceTraining
import Sluice
import SluiceTranscript

/// One of the two models of `clean.punctuation` in training.
final class PunctuationTrainer {
  private let window: OpaquePointer
  private let shape: PunctuationModel.Shape
  private let vectors: PunctuationVectors
  private let copy: UnsafeMutablePointer<Float>

  /// Steps of AdaGrad at the start; they shrink to a tenth.
  private static let (rate, unitRate) = (0.12 as Float, 0.01 as Float)

  init(_ shape: PunctuationModel.Shape, _ vectors: PunctuationVectors) throws {
    self.shape = shape
    self.vectors = vectors
    copy = .allocate(capacity: max(1, vectors.values.count))
    copy.initialize(repeating: 0, count: max(1, vectors.values.count))
    for (place, value) in vectors.values.enumerated() { copy[place] = value }
    let sizes = sluice_window_shape(
      bits: Int32(shape.bits), classes: shape.classes, slots: shape.slots, extras: shape.extras,
      units: shape.units, dimensions: PunctuationVectors.dimensions)
    guard let window = sluice_window_make(sizes, copy) else {
      copy.deallocate()
      throw SluiceError(.io, "no memory for the model")
    }
    self.window = window
  }

  deinit {
    sluice_window_free(window)
    copy.deallocate()
  }

  /// - Parameter progress: from 0 at the start to 1 at the end.
  func setProgress(_ progress: Double) {
    let share = Float(1 - 0.9 * progress)
    sluice_window_set_rates(window, Self.rate * share, Self.unitRate * share)
  }

  /// One step towards a class; the class that had the highest score before it.
  func learn(_ input: PunctuationInput, _ wanted: Int) -> Int {
    Int(sluice_window_learn(window, input.rows, input.rows.count, input.slots, input.extras, Int32(wanted)))
  }

  var bytes: [UInt8] {
    let rows = UnsafeBufferPointer(start: sluice_window_rows(window), count: shape.rows * shape.classes)
    let network = UnsafeBufferPointer(
      start: sluice_window_network(window), count: sluice_window_network_count(window))
    return PunctuationModel.bytes(shape, rows: Array(rows), network: Array(network))
  }
}
