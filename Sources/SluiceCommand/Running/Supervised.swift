import Sluice
import SluiceBatch

/// Runs of which a second process keeps watch.
enum Supervised {
  /// The board that the supervising process reads, in a worker; a board of its own elsewhere.
  static func board() throws -> WorkBoard { try worker.get()?.board ?? WorkBoard() }

  private static let worker = Result { try WorkerProcess() }

  /// Has the command line carried out by worker processes.
  ///
  /// - Parameter deadline: of a document.
  /// - Returns: the exit status; `nil` in a worker, which has to do it itself.
  static func run(_ deadline: Duration?) throws -> Int32? {
    if try worker.get() != nil { return nil }
    Interruption.listen()
    return try Supervisor(deadline: deadline).run(isStopped: { Interruption.isRequested }) {
      StandardError.write("sluice: \($0)")
    }
  }
}
