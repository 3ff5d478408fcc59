import Glibc
import Sluice

/// A file's bytes, a quarter of a megabyte at a time.
struct FileChunks: ~Copyable {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileCalls.failure("cannot open \(path)") }
  }

  deinit { close(descriptor) }

  /// `nil` at the end.
  func next() throws -> [UInt8]? {
    let size = 1 << 18
    let chunk = try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      repeat { count = read(descriptor, buffer.baseAddress, size) } while count < 0 && errno == EINTR
      guard count >= 0 else {
        count = 0
        throw FileCalls.failure("cannot read \(path)")
      }
    }
    return chunk.isEmpty ? nil : chunk
  }
}
