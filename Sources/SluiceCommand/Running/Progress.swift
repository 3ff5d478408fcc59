import Sluice
import SluiceBatch
import Synchronization

/// Tells how far a run is: as a line on the terminal, as JSON lines, and as a file of metrics.
final class Progress: Sendable {
  private struct State {
    var status = RunStatus()
    var startShare: Double?
    var lastTold: ContinuousClock.Instant?
    var lastMetrics: ContinuousClock.Instant?
    var isDrawn = false
  }

  private let state = Mutex(State())
  private let form: ProgressForm
  private let metrics: (path: String, run: String)?
  private let board: WorkBoard
  private let stages: [String]
  private let start = ContinuousClock.now

  /// - Parameters:
  ///   - metrics: the file of metrics, and what the run is called in it.
  ///   - board: of the run, where the times of the stages are read.
  init(
    _ form: ProgressForm, metrics: (path: String, run: String)? = nil, board: WorkBoard, stages: [StageName]
  ) {
    self.form = form == .bar && !StandardError.isTerminal ? .none : form
    self.metrics = metrics
    self.board = board
    self.stages = stages.map(\.description)
  }

  var seconds: Double { Double((ContinuousClock.now - start).nanoseconds) / 1e9 }

  /// Says what earlier runs have left.
  func begin(with counts: RunCounts) {
    state.withLock {
      $0.status.counts = counts
      $0.status.before = counts
    }
  }

  /// - Parameter share: how much of the inputs is read, when it is known.
  func advance(to counts: RunCounts, share: @autoclosure () -> Double?) {
    guard form != .none || metrics != nil else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      state.status.counts = counts
      let pause: Duration = form == .json ? .seconds(1) : .milliseconds(100)
      if state.startShare == nil { state.startShare = share() ?? 0 }
      if state.lastTold.map({ now - $0 >= pause }) ?? (form != .json) {
        state.lastTold = now
        refresh(&state, share: share())
        tell(&state)
      }
      if let metrics, state.lastMetrics.map({ now - $0 >= .seconds(5) }) ?? true {
        state.lastMetrics = now
        refresh(&state, share: share())
        // A monitor that cannot be reached is no reason to stop.
        try? AtomicFile.write(state.status.metrics(run: metrics.run), to: metrics.path, isDurable: false)
      }
      if state.lastTold == nil { state.lastTold = now }
    }
  }

  /// Says how it ended; the line on the terminal goes away.
  func finish(_ counts: RunCounts, isComplete: Bool) throws {
    clear()
    try state.withLock { state in
      state.status.counts = counts
      state.status.isFinished = isComplete
      refresh(&state, share: isComplete ? 1 : state.status.share)
      if form == .json { tell(&state) }
      if let metrics {
        try AtomicFile.write(state.status.metrics(run: metrics.run), to: metrics.path, isDurable: false)
      }
    }
  }

  /// Takes the line away, for what is said in its place.
  func clear() {
    state.withLock { state in
      if state.isDrawn { StandardError.writeRaw("\r\u{1B}[K") }
      state.isDrawn = false
    }
  }

  private func refresh(_ state: inout State, share: Double?) {
    state.status.seconds = seconds
    state.status.share = share
    state.status.restarts = board.restarts
    let times = board.nanoseconds(steps: stages.count)
    state.status.stages = zip(stages, times).map { ($0, Double($1) / 1e9) }
  }

  private func tell(_ state: inout State) {
    switch form {
    case .none: break
    case .json:
      StandardError.writeRaw(
        String(decoding: state.status.json(startShare: state.startShare ?? 0), as: UTF8.self))
    case .bar:
      state.isDrawn = true
      StandardError.writeRaw("\r\u{1B}[K" + line(state))
    }
  }

  private func line(_ state: State) -> String {
    let status = state.status
    var line = Format.count(status.counts.read)
    if let share = status.share {
      let width = 24
      let filled = min(width, max(0, Int(Double(width) * share)))
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      line = "\(bar) \(Format.decimal(share * 100)) %  \(line)"
    }
    line += "  \(Format.decimal(status.rate))/s"
    if let left = status.remaining(startShare: state.startShare ?? 0) {
      line += "  \(Format.seconds(left)) left"
    }
    if status.counts.filtered > 0 { line += "  \(Format.count(status.counts.filtered)) filtered" }
    if status.counts.dead > 0 { line += "  \(Format.count(status.counts.dead)) failed" }
    if let most = status.shares.max(by: { $0.share < $1.share }), most.share > 0 {
      line += "  \(most.name) \(Int((most.share * 100).rounded())) %"
    }
    return line
  }
}
