import Sluice
import SluiceArchives
import Synchronization

/// Hands the inputs of a run to the engine, and keeps a ticket of each until its result is taken.
final class InputFeed: Sendable {
  private struct State {
    var list: InputList
    var number: Int
    var tickets: [InputTicket] = []
    var firstTicket = 0
    var isAtEnd = false
    var isStopped = false
  }

  private let state: Mutex<State>
  private let quarantine: Quarantine

  /// - Parameters:
  ///   - number: inputs that lie before the list's position.
  ///   - quarantine: inputs that are not to be worked on again.
  init(_ list: sending InputList, number: Int, quarantine: Quarantine) {
    state = Mutex(State(list: list, number: number))
    self.quarantine = quarantine
  }

  /// The next input, `nil` at the end and after ``stop()``.
  ///
  /// - Parameter limit: the number of the first input that is held back for later.
  func next(before limit: Int? = nil) throws -> Input? {
    try state.withLock { state in
      guard !state.isStopped, !state.isAtEnd, state.number < limit ?? .max else { return nil }
      let before = state.list.position
      guard var input = try state.list.next() else {
        state.isAtEnd = true
        return nil
      }
      let number = state.number
      state.number += 1
      state.tickets.append(InputTicket(input, number: number, before: before, after: state.list.position))
      if let error = quarantine.error(for: number) { input.content = .failure(error) }
      return input
    }
  }

  /// The ticket of the input whose result comes next.
  func takeTicket() -> InputTicket? {
    state.withLock { state in
      guard state.firstTicket < state.tickets.count else { return nil }
      let ticket = state.tickets[state.firstTicket]
      state.firstTicket += 1
      if state.firstTicket == 1024 {
        state.tickets.removeFirst(1024)
        state.firstTicket = 0
      }
      return ticket
    }
  }

  func stop() {
    state.withLock { $0.isStopped = true }
  }

  /// `true` once all inputs have been handed out.
  var isAtEnd: Bool { state.withLock { $0.isAtEnd } }
  /// Where the next input is read from.
  var position: InputPosition { state.withLock { $0.list.position } }
}
