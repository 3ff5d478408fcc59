import Sluice
import Synchronization

/// A line on the terminal that tells how far a run is; nothing where there is no terminal.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var dead = 0
    var lastDrawn: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let total: Int?
  private let isShown: Bool
  private let start = ContinuousClock.now

  /// - Parameter total: number of inputs when it is known.
  init(total: Int?, isShown: Bool) {
    self.total = total
    self.isShown = isShown && StandardError.isTerminal
  }

  var seconds: Double { Double((ContinuousClock.now - start).nanoseconds) / 1e9 }

  func advance(isDead: Bool) {
    state.withLock { state in
      state.done += 1
      state.dead += isDead ? 1 : 0
      guard isShown else { return }
      let now = ContinuousClock.now
      if let last = state.lastDrawn, now - last < .milliseconds(100) { return }
      state.lastDrawn = now
      StandardError.writeRaw("\r\u{1B}[K" + line(state))
    }
  }

  /// Takes the line away, for what is said in its place.
  func clear() {
    state.withLock { state in
      if state.lastDrawn != nil { StandardError.writeRaw("\r\u{1B}[K") }
      state.lastDrawn = nil
    }
  }

  private func line(_ state: State) -> String {
    let rate = Double(state.done) / max(seconds, 0.001)
    var line = Format.count(state.done)
    if let total, total > 0 {
      let width = 24
      let filled = width * min(state.done, total) / total
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      line = "\(bar) \(line) of \(Format.count(total))"
    }
    line += "  \(Format.decimal(rate))/s"
    if let total, state.done > 0, total > state.done {
      line += "  \(Format.seconds(Double(total - state.done) / rate)) left"
    }
    if state.dead > 0 { line += "  \(Format.count(state.dead)) failed" }
    return line
  }
}
