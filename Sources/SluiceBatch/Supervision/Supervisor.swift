import Glibc
import Sluice

/// Runs the program a second time as a worker, and starts it again when a document ends it.
///
/// The worker does all the work and shows on a ``WorkBoard`` which documents it is at. When it crashes, these are
/// under suspicion: the next worker takes up the run from the last commit and comes to them one at a time, so that a
/// further crash names its document. Only crashes in which a document was alone at work count against it; after the
/// second it is a dead letter, with any number of jobs. A document that is at work for much longer than its time, in a
/// stage that never looks at the clock, is ended in the same way. So is one that makes the kernel end the process for
/// want of memory.
public struct Supervisor: ~Copyable {
  /// What happens on the way, for people.
  public typealias Tell = (String) -> Void

  private let board: WorkBoard
  /// The time after which a document is taken for hung, in nanoseconds; `nil` for never.
  private let patience: Int?
  /// Ends of the worker in a row that no document at work explains, without a commit between them.
  private static let maximumFailures = 3

  /// - Parameter deadline: of a document; half of it and a second more are given to what looks at the clock late.
  public init(deadline: Duration?) throws {
    board = try WorkBoard(isShared: true)
    patience = deadline.map { Int($0.nanoseconds) * 3 / 2 + 1_000_000_000 }
  }

  /// - Parameter isStopped: whether the user wants to stop: the worker is told, and not started again.
  /// - Returns: the exit status of the worker that ended by itself; 130 when it was stopped.
  /// - Throws: `SluiceError` when no worker can be started, or none comes to its work.
  public func run(isStopped: () -> Bool, tell: Tell) throws -> Int32 {
    var failures = 0
    while true {
      let committed = board[.committed]
      board.clearSlots()
      let worker = try WorkerHandle(board)
      let (status, hung) = watch(worker, isStopped)
      let signal: Int32
      switch status {
      // Who ends by itself is at work on nothing.
      case .exited(let code):
        guard !board.activities.isEmpty else { return code }
        signal = 0
      case .ended(let number): signal = number
      }
      if isStopped() { return 130 }
      let blamed = hung.isEmpty ? board.activities : hung
      failures = blamed.isEmpty && board[.committed] == committed ? failures + 1 : 0
      guard failures < Self.maximumFailures else {
        throw SluiceError(
          .io, "the worker process ended \(failures) times without being at work on a document",
          underlying: Signal.name(signal))
      }
      blame(blamed, hung.isEmpty ? .signal(signal) : .hang)
      board[.restarts] += 1
      tell(Self.message(blamed, hung.isEmpty ? Signal.name(signal) : nil))
    }
  }

  /// Waits for the end of a worker, or ends it for documents that hang.
  private func watch(_ worker: WorkerHandle, _ isStopped: () -> Bool) -> (
    WorkerHandle.Status, [Activity]
  ) {
    var isTold = false
    while !worker.hasEnded(within: 100) {
      if isStopped(), !isTold {
        isTold = true
        worker.send(SIGTERM)
      }
      guard let patience else { continue }
      let now = WorkBoard.now
      let hung = board.activities.filter { now - $0.start > patience }
      guard !hung.isEmpty else { continue }
      worker.send(SIGKILL)
      return (worker.wait(), hung)
    }
    return (worker.wait(), [])
  }

  /// - Parameter activities: documents of which each has hung, or one of which has ended the process.
  private func blame(_ activities: [Activity], _ cause: Suspect.Cause) {
    let isProven = cause == .hang || activities.count == 1
    // What is committed is settled.
    var suspects = board.suspects.filter { $0.number >= board[.committed] }
    for activity in activities {
      let earlier = suspects.firstIndex { $0.number == activity.number }
      let tries = earlier.map { suspects.remove(at: $0).tries } ?? 0
      suspects.append(
        Suspect(
          number: activity.number, tries: isProven ? tries + 1 : tries, cause: cause, step: activity.step))
    }
    board.suspects = suspects
  }

  private static func message(_ activities: [Activity], _ signal: String?) -> String {
    let what = signal.map { "ended by \($0)" } ?? "hung"
    guard !activities.isEmpty else { return "the worker process was \(what); it is started again" }
    let numbers = activities.map { "\($0.number)" }.joined(separator: ", ")
    return
      "the worker process \(signal == nil ? "" : "was ")\(what) with input \(numbers) at work; it is started again"
  }
}
