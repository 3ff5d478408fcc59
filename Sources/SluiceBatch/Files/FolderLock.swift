import Glibc
public import Sluice

/// Keeps a second run out of a folder. The kernel drops the lock with the last process that has it, however that ends.
public final class FolderLock: Sendable {
  /// Inherited by a worker process, so that the lock holds as long as one of both lives.
  let descriptor: Int32
  /// How long a process that is just ending is waited for.
  private static let patience = Duration.seconds(5)

  /// - Throws: `SluiceError` with code `.io` when another run has the folder.
  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT, 0o644)
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

  /// A lock that the parent process has taken.
  init(inherited descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
