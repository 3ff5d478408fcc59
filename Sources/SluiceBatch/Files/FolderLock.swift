import Glibc
import Sluice

/// Keeps a second run out of a folder. The kernel drops the lock with the process, however that ends.
public final class FolderLock: Sendable {
  private let descriptor: Int32
  /// How long a process that is just ending is waited for.
  private static let patience = Duration.seconds(5)

  /// - Throws: `SluiceError` with code `.io` when another run has the folder.
  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileCalls.failure("cannot write \(path)") }
    let end = ContinuousClock.now + Self.patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let isTaken = errno == EWOULDBLOCK
      guard isTaken || errno == EINTR, ContinuousClock.now < end else {
        throw isTaken
          ? SluiceError(.io, "another run is at work in this folder: \(path) is locked")
          : FileCalls.failure("cannot lock \(path)")
      }
      usleep(20_000)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
