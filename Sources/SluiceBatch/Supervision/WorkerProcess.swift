import Glibc
import Sluice

/// The worker's end of what a ``Supervisor`` hands to the process that it starts.
public struct WorkerProcess: Sendable {
  public let board: WorkBoard

  /// Names the descriptors that a worker process inherits: the board and the line to its supervisor.
  static let variable = "SLUICE_WORKER"

  /// - Returns: `nil` in a process that no supervisor has started.
  /// - Throws: `SluiceError` with code `.io`.
  public init?() throws {
    guard let value = getenv(Self.variable).map({ String(cString: $0) }) else { return nil }
    let descriptors = value.split(separator: ",").compactMap { Int32($0) }
    guard descriptors.count == 2 else { return nil }
    unsetenv(Self.variable)
    for descriptor in descriptors { setClosesOnExec(descriptor) }
    board = try WorkBoard(descriptor: descriptors[0])
    try Self.endWithSupervisor(descriptors[1])
  }

  /// Ends this process as soon as the supervisor's end of the line is closed, however that comes.
  private static func endWithSupervisor(_ line: Int32) throws {
    var thread = pthread_t()
    let argument = UnsafeMutableRawPointer(bitPattern: Int(line))
    let status = pthread_create(
      &thread, nil,
      { (argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? in
        var byte: UInt8 = 0
        while true {
          let count = read(Int32(Int(bitPattern: argument)), &byte, 1)
          if count < 0, errno == EINTR { continue }
          _exit(1)
        }
      }, argument)
    guard status == 0 else { throw SluiceError(.io, "cannot start a thread") }
    pthread_detach(thread)
  }
}

func setClosesOnExec(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}
