import Glibc
import Synchronization

/// The user's wish to stop: the first interrupt lets what is begun be finished, the second ends the process.
enum Interruption {
  private static let requested = Atomic<Bool>(false)

  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  static func listen() {
    signal(SIGINT) { _ in
      Interruption.requested.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    // A closed pipe is met where it is written to.
    signal(SIGPIPE, SIG_IGN)
  }
}
