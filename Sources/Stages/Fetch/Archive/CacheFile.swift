import Glibc
import Sluice

/// A file that grows by whole gzip members and is shared by processes: reading at offsets, appending under a lock.
final class CacheFile: Sendable {
  let path: String
  private let descriptor: Int32

  /// - Throws: ``SluiceError`` with code `.io`.
  init(_ path: String, isReadOnly: Bool) throws {
    descriptor = open(path, (isReadOnly ? O_RDONLY : O_RDWR | O_CREAT) | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure("cannot open the cache \(path)") }
    self.path = path
  }

  deinit { close(descriptor) }

  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Holds a lock over the file, against other processes, while something is done.
  func locked<Result>(_ body: () throws -> Result) throws -> Result {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw Self.failure("cannot lock the cache \(path)") }
    }
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }

  /// Reads bytes at an offset into a buffer: how many there were, 0 at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else { throw Self.failure("cannot read the cache \(path)") }
    }
  }

  func read(at offset: Int, count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count])
        let read = try read(at: offset + filled, into: rest)
        if read == 0 { return }
        filled += read
      }
    }
  }

  /// Writes at an offset, all or nothing.
  func write(_ bytes: [UInt8], at offset: Int) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(offset + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = Self.failure("cannot write the cache \(path)")
        _ = ftruncate(descriptor, off_t(offset))
        throw error
      }
      done += count
    }
  }

  func cut(to size: Int) throws {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw Self.failure("cannot cut the cache \(path)") }
  }

  private static func failure(_ message: String) -> SluiceError {
    SluiceError(.io, message, underlying: String(cString: strerror(errno)))
  }
}
