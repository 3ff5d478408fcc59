import Sluice
import Synchronization

/// Which corrections have been of use so far.
///
/// Whether an entry is unused can be said of a run only, not of a document. So the copies of a stage that the
/// workers hold share this one record; it takes part in no document's result.
final class CorrectionUse: Sendable {
  private let corrections: [Correction]
  private let used: Mutex<[Bool]>

  init(_ corrections: [Correction]) {
    self.corrections = corrections
    used = Mutex(Array(repeating: false, count: corrections.count))
  }

  func note(_ indices: some Sequence<Int>) {
    used.withLock { used in
      for index in indices { used[index] = true }
    }
  }

  /// The entries of no use, in their order.
  var unused: [String] {
    let used = used.withLock { $0 }
    return corrections.indices.filter { !used[$0] }.map { corrections[$0].description }
  }
}
