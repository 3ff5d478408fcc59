import Synchronization

/// Hands results on in the order of their numbers, and lets nobody run further ahead than its window.
final class ReorderBuffer<Element: Sendable>: Sendable {
  fileprivate struct State {
    var waiting: [Int: Element] = [:]
    /// The number that the sink takes next.
    var next = 0
    var isClosed = false
    var sleepers: [(index: Int, wake: CheckedContinuation<Void, Never>)] = []
    var sink: (Element) throws -> Void
  }

  private let state: Mutex<State>
  private let window: Int

  init(window: Int, sink: sending @escaping (Element) throws -> Void) {
    self.window = window
    state = Mutex(State(sink: sink))
  }

  /// Gives a result; returns once it lies within the window of what is still awaited.
  ///
  /// - Throws: what the sink threw.
  func put(_ element: Element, at index: Int) async throws {
    let awake = try state.withLock { state in
      state.waiting[index] = element
      while let ready = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        try state.sink(ready)
      }
      return state.wakeSleepers(window: window)
    }
    for sleeper in awake { sleeper.resume() }
    await withCheckedContinuation { sleeper in
      let goesOn = state.withLock { state in
        if state.isClosed || index < state.next + window { return true }
        state.sleepers.append((index, sleeper))
        return false
      }
      if goesOn { sleeper.resume() }
    }
  }

  /// Wakes everybody for good.
  func close() {
    let awake = state.withLock { state in
      state.isClosed = true
      return state.wakeSleepers(window: window)
    }
    for sleeper in awake { sleeper.resume() }
  }
}

extension ReorderBuffer.State {
  fileprivate mutating func wakeSleepers(window: Int) -> [CheckedContinuation<Void, Never>] {
    let ready = sleepers.filter { isClosed || $0.index < next + window }
    sleepers.removeAll { isClosed || $0.index < next + window }
    return ready.map(\.wake)
  }
}
