import Glibc
import Sluice

/// A file that is open for reading, and closed with the last reference to it.
final class FileDescriptor: ByteStream {
  let path: String
  private let number: Int32
  private let isOwned: Bool

  static let standardInput = FileDescriptor(number: 0, named: "stdin")

  init(opening path: String) throws {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw Self.failure("cannot open \(path)") }
    self.path = path
    self.number = number
    isOwned = true
  }

  private init(number: Int32, named name: String) {
    path = name
    self.number = number
    isOwned = false
  }

  deinit {
    if isOwned { close(number) }
  }

  /// What comes next: at least one byte, none at the end.
  func read(upTo count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat { filled = Glibc.read(number, buffer.baseAddress, count) } while filled < 0 && errno == EINTR
      guard filled >= 0 else {
        filled = 0
        throw Self.failure("cannot read \(path)")
      }
    }
  }

  /// Goes on at a byte of the file.
  func seek(to offset: Int) throws {
    guard lseek(number, off_t(offset), SEEK_SET) == offset else {
      throw Self.failure("cannot seek in \(path)")
    }
  }

  private static func failure(_ message: String) -> SluiceError {
    SluiceError(.io, message, underlying: String(cString: strerror(errno)))
  }
}
