import Glibc
import Sluice

/// A file that grows at its end, whose bytes are on the disk once ``sync()`` has returned.
final class DurableFile {
  let path: String
  private(set) var length: Int
  private let descriptor: Int32
  private var isDirty = false

  /// Opens a file, makes it when it is not there, and cuts off what stands behind a length.
  ///
  /// - Throws: `SluiceError` with code `.io`, also when the file is shorter.
  init(_ path: String, cutTo length: Int) throws {
    self.path = path
    self.length = length
    descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileCalls.failure("cannot write \(path)") }
    guard try FileCalls.size(of: path) ?? 0 >= length else {
      throw SluiceError(.io, "\(path) is shorter than the journal says")
    }
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, 0, SEEK_END) == off_t(length) else {
      throw FileCalls.failure("cannot write \(path)")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// - Throws: `SluiceError` with code `.io`, such as for a full disk; the file may then have grown by a part.
  func append(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    isDirty = true
    try FileCalls.writeAll(bytes, to: descriptor, named: path)
    length += bytes.count
  }

  /// Returns once all bytes are on the disk.
  func sync() throws {
    guard isDirty else { return }
    guard fdatasync(descriptor) == 0 else { throw FileCalls.failure("cannot write \(path)") }
    isDirty = false
  }
}
