import Synchronization

/// How often each entry of a user's list has been of use so far.
///
/// Whether an entry is unused can be said of a run only, not of a document. So the copies of a stage that the workers
/// hold share this one record; it takes part in no document's result.
final class EntryUse: Sendable {
  private let entries: [String]
  private let counts: Mutex<[Int]>

  init(_ entries: [String]) {
    self.entries = entries
    counts = Mutex(Array(repeating: 0, count: entries.count))
  }

  func note(_ indices: some Sequence<Int>) {
    counts.withLock { counts in
      for index in indices { counts[index] += 1 }
    }
  }

  /// The entries of no use, in their order.
  var unused: [String] {
    let counts = counts.withLock { $0 }
    return entries.indices.filter { counts[$0] == 0 }.map { entries[$0] }
  }

  /// Those that were of use, with how often.
  var used: [(entry: String, count: Int)] {
    let counts = counts.withLock { $0 }
    return entries.indices.filter { counts[$0] > 0 }.map { (entries[$0], counts[$0]) }
  }
}
