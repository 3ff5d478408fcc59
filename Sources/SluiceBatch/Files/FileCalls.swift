import Glibc
import Sluice

/// Calls of the system that throw what they say when they fail.
enum FileCalls {
  /// The error that the last call of the system left behind.
  static func failure(_ message: String) -> SluiceError {
    SluiceError(.io, message, underlying: String(cString: strerror(errno)))
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, named path: String) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("cannot write \(path)") }
      done += count
    }
  }

  /// The bytes of a file, `nil` when it is not there.
  static func size(of path: String) throws -> Int? {
    var status = stat()
    if stat(path, &status) == 0 { return Int(status.st_size) }
    guard errno == ENOENT || errno == ENOTDIR else { throw failure("cannot read \(path)") }
    return nil
  }

  /// The names in a folder, sorted, without hidden ones; none when there is no such folder.
  static func names(in folder: String) throws -> [String] {
    guard let directory = opendir(folder) else {
      guard errno == ENOENT else { throw failure("cannot read the folder \(folder)") }
      return []
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("cannot make the folder \(path)") }
  }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws {
    if FileBytes.isDirectory(path) { return }
    var end = path.startIndex
    while let slash = path[end...].dropFirst().firstIndex(of: "/") {
      let above = String(path[..<slash])
      if !FileBytes.isDirectory(above) { try makeFolder(above) }
      end = slash
    }
    try makeFolder(path)
    guard FileBytes.isDirectory(path) else { throw SluiceError(.io, "\(path) is no folder") }
  }

  /// Removes a file; none there is as good.
  static func remove(_ path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("cannot remove \(path)") }
  }

  static func move(_ path: String, to destination: String) throws {
    guard rename(path, destination) == 0 else { throw failure("cannot finish \(destination)") }
  }

  /// Puts the names in a folder on the disk.
  static func sync(folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("cannot read the folder \(folder)") }
    defer { close(descriptor) }
    // Some network file systems know no such thing, and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw failure("cannot write the folder \(folder)")
    }
  }
}
