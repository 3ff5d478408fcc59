import Glibc
import Sluice
import Synchronization

/// Where records go: standard output, or a file that appears under its name only when it is whole. Pipes and devices
/// are written to as they are.
final class OutputFile: Sendable {
  private struct State {
    var buffer: [UInt8] = []
    var descriptor: Int32
  }

  /// Bytes that are gathered before they are written.
  private static let room = 1 << 16

  private let state: Mutex<State>
  /// `nil` for standard output.
  let path: String?
  /// Where a file is written until it is whole; `nil` for what is no file.
  private let partialPath: String?

  /// - Parameter path: `nil` or `-` for standard output.
  /// - Throws: `SluiceError` with code `.io`.
  init(_ path: String?) throws {
    self.path = path == "-" ? nil : path
    guard let path = self.path else {
      state = Mutex(State(descriptor: STDOUT_FILENO))
      partialPath = nil
      return
    }
    var status = stat()
    let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    partialPath = isSpecial ? nil : path + ".partial"
    let descriptor = open(partialPath ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure("cannot write \(path)") }
    state = Mutex(State(descriptor: descriptor))
  }

  func write(_ bytes: [UInt8]) throws {
    try state.withLock { state in
      guard state.buffer.count + bytes.count >= Self.room else {
        state.buffer += bytes
        return
      }
      try flush(&state)
      try write(bytes, to: state.descriptor)
    }
  }

  /// Writes what is left; a file gets its name.
  func finish() throws {
    try state.withLock { state in
      try flush(&state)
      guard let path, let partialPath else { return }
      guard fsync(state.descriptor) == 0, close(state.descriptor) == 0, rename(partialPath, path) == 0 else {
        throw Self.failure("cannot finish \(path)")
      }
    }
  }

  private func flush(_ state: inout State) throws {
    try write(state.buffer, to: state.descriptor)
    state.buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // Whoever read our output has seen enough, as `head` does.
      if count < 0, errno == EPIPE { exit(0) }
      guard count > 0 else { throw Self.failure("cannot write \(path ?? "standard output")") }
      done += count
    }
  }

  private static func failure(_ message: String) -> SluiceError {
    SluiceError(.io, message, underlying: String(cString: strerror(errno)))
  }
}
