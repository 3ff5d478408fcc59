import Sluice
import SluiceArchives
import SluiceOutputs
import Synchronization

/// A record, and what its document is compared by.
struct Encoded: Sendable {
  var record: [UInt8]
  var fingerprint: Fingerprint?
}

/// Takes the outcomes of a run in their order and commits them chunk by chunk.
///
/// Where a chunk ends depends on nothing but the outcomes before it, so that a run that was stopped and taken up
/// makes the same chunks as one that was not.
final class BatchSink: Sendable {
  private struct State {
    /// Of all chunks before ``chunk``.
    var counts: RunCounts
    var chunk = Chunk()
    var index: DuplicateIndex?
    var isOverBudget = false
  }

  private let state: Mutex<State>
  private let queue: CommitQueue
  private let feed: InputFeed
  private let options: BatchOptions
  private let advance: @Sendable (RunCounts, InputPosition) -> Void

  /// - Parameters:
  ///   - counts: of what is committed already.
  ///   - advance: is told the counts, those not yet committed included, after each document.
  init(
    _ queue: CommitQueue, behind counts: RunCounts, _ index: DuplicateIndex?, feed: InputFeed,
    options: BatchOptions, advance: @escaping @Sendable (RunCounts, InputPosition) -> Void
  ) {
    state = Mutex(State(counts: counts, index: index))
    self.queue = queue
    self.feed = feed
    self.options = options
    self.advance = advance
  }

  func take(_ outcome: Engine.Outcome<Encoded>) throws {
    try state.withLock { state in
      guard let ticket = feed.takeTicket(), !state.isOverBudget else { return }
      state.chunk.counts.read += 1
      switch outcome {
      case .written(let result): take(result, ticket, &state)
      case .filtered: state.chunk.counts.filtered += 1
      case .dead(let letter):
        state.chunk.counts.dead += 1
        state.chunk.deadLetters += DeadLetterEntry(letter, ticket).line
      }
      // One chunk may be on its way to the disk while this one grows: both together are what can be lost.
      if state.chunk.counts.read >= max(1, options.chunk / 2)
        || state.chunk.records.count >= options.chunkBytes
      {
        try commit(&state, position: ticket.after, isLast: false)
      }
      var counts = state.counts
      counts += state.chunk.counts
      advance(counts, ticket.after)
    }
  }

  private func take(_ result: Encoded, _ ticket: InputTicket, _ state: inout State) {
    if let fingerprint = result.fingerprint {
      if let match = state.index?.admit(fingerprint, id: ticket.id) {
        state.chunk.counts.filtered += 1
        state.chunk.duplicates += Deduplication.line(ticket.id, uri: ticket.uri, match)
        return
      }
      state.chunk.fingerprints += FingerprintLine.encode(fingerprint, id: ticket.id)
    }
    state.chunk.counts.written += 1
    state.chunk.records += result.record
  }

  private func commit(_ state: inout State, position: InputPosition, isLast: Bool) throws {
    let chunk = state.chunk
    state.chunk = Chunk()
    state.counts += chunk.counts
    let isOverBudget = options.budget?.isExceeded(by: state.counts, atEnd: isLast) ?? false
    // A run that is over its budget is not over: with a larger one it goes on.
    try queue.commit(chunk, position: position, isLast: isLast && !isOverBudget)
    guard isOverBudget else { return }
    state.isOverBudget = true
    feed.stop()
  }

  /// Commits what is left of a run whose inputs are at their end.
  func finish() throws {
    try state.withLock { state in
      if !state.isOverBudget { try commit(&state, position: feed.position, isLast: true) }
    }
  }

  var isOverBudget: Bool { state.withLock { $0.isOverBudget } }
}
