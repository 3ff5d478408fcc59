import Dispatch
import Sluice
import SluiceArchives
import Synchronization

/// Commits chunks on a thread of its own, in their order, so that no worker waits for the disk.
///
/// One chunk can be on its way to the disk while the next one grows; a third waits. So what a crash costs is two
/// chunks at most.
final class CommitQueue: Sendable {
  private struct State {
    var log: RunLog
    var failure: (any Error)?
  }

  private let state: Mutex<State>
  private let board: WorkBoard
  private let thread = DispatchQueue(label: "sluice.commit")
  private let turn = DispatchSemaphore(value: 1)

  init(_ log: sending RunLog, board: WorkBoard) {
    state = Mutex(State(log: log))
    self.board = board
  }

  /// Returns once the chunk before is durable.
  ///
  /// - Throws: what the chunk before met with.
  func commit(_ chunk: Chunk, position: InputPosition, isLast: Bool) throws {
    turn.wait()
    if let failure = state.withLock({ $0.failure }) {
      turn.signal()
      throw failure
    }
    thread.async { [self] in
      state.withLock { state in
        do {
          try state.log.commit(chunk, position: position, isLast: isLast)
          board[.committed] = state.log.last.counts.read
        } catch {
          state.failure = error
        }
      }
      turn.signal()
    }
  }

  /// The commits, all of which are durable.
  ///
  /// - Throws: what the last chunk met with.
  func entries() throws -> [JournalEntry] {
    turn.wait()
    defer { turn.signal() }
    return try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.log.entries
    }
  }
}
