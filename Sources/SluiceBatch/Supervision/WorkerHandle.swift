import Glibc
import Sluice

/// A worker process that this process has started.
final class WorkerHandle {
  enum Status {
    case exited(Int32)
    case ended(signal: Int32)
  }

  private let process: pid_t
  /// Closed by the kernel with the worker, and seen by the worker to close with this process.
  private let line: Int32

  /// Starts this program with its arguments again.
  init(_ board: WorkBoard) throws {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
      throw FileCalls.failure("cannot start a worker process")
    }
    setClosesOnExec(ends[0])
    line = ends[0]
    var variables = try Self.environment().filter { !$0.hasPrefix("\(WorkerProcess.variable)=") }
    variables.append("\(WorkerProcess.variable)=\(board.descriptor),\(ends[1])")
    // A report of a crash takes seconds, and tells a user of pipelines nothing.
    if !variables.contains(where: { $0.hasPrefix("SWIFT_BACKTRACE=") }) {
      variables.append("SWIFT_BACKTRACE=enable=no")
    }
    var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
    var environment = variables.map { strdup($0) } + [nil]
    var process = pid_t()
    let status = posix_spawn(&process, "/proc/self/exe", nil, nil, &arguments, &environment)
    self.process = process
    for text in arguments + environment { free(text) }
    close(ends[1])
    guard status == 0 else {
      throw SluiceError(.io, "cannot start a worker process", underlying: String(cString: strerror(status)))
    }
  }

  deinit { close(line) }

  /// Waits for so many milliseconds at most.
  func hasEnded(within milliseconds: Int32) -> Bool {
    var event = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
    return poll(&event, 1, milliseconds) > 0
  }

  func send(_ signal: Int32) { kill(process, signal) }

  func wait() -> Status {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .ended(signal: signal)
  }

  /// The variables that this process was started with.
  private static func environment() throws -> [String] {
    try FileBytes.read("/proc/self/environ").split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
