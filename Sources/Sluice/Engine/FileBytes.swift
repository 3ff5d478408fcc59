import Glibc

/// Reads whole files without Foundation.
public enum FileBytes {
  /// `true` for a file, pipe or device that this process may read; `false` for directories.
  public static func isReadableFile(_ path: String) -> Bool {
    !isDirectory(path) && access(path, R_OK) == 0
  }

  public static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// - Parameter limit: the most bytes that are read.
  /// - Throws: ``SluiceError`` with code `.io` when it cannot be read, `.tooLarge` above the limit.
  public static func read(_ path: String, limit: Int = Int(Int32.max) - 1) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("cannot open \(path)") }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, named: path, limit: limit)
  }

  /// Reads an open descriptor to its end, such as standard input (0).
  public static func read(
    descriptor: Int32, named name: String, limit: Int = Int(Int32.max) - 1
  ) throws -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("cannot read \(name)") }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw SluiceError(.io, "\(name) is a directory") }
    // One byte more than a file has, so that the second read meets its end.
    let size = status.st_mode & S_IFMT == S_IFREG ? min(Int(status.st_size), limit) + 1 : 1 << 16
    var bytes: [UInt8] = []
    while true {
      let room = bytes.isEmpty ? size : 1 << 16
      let chunk = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        repeat { count = Glibc.read(descriptor, buffer.baseAddress, room) } while count < 0 && errno == EINTR
        guard count >= 0 else {
          count = 0
          throw failure("cannot read \(name)")
        }
      }
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else {
        throw SluiceError(.tooLarge, "\(name) has more than \(limit) bytes")
      }
    }
  }

  private static func failure(_ message: String) -> SluiceError {
    SluiceError(.io, message, underlying: String(cString: strerror(errno)))
  }
}
