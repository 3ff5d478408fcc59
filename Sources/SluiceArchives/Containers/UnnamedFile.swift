import Glibc
import Sluice

/// A temporary file that nobody else sees and that is gone with the last reference to it.
final class UnnamedFile {
  private let descriptor: Int32

  init() throws {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/sluice-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.failure("cannot make a temporary file in \(folder)") }
    unlink(&template)
  }

  deinit { close(descriptor) }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("cannot write a temporary file") }
      done += count
    }
  }

  func region() throws -> ByteRegion {
    try ByteRegion(mapping: descriptor, named: "a temporary file")
  }

  private static func failure(_ message: String) -> SluiceError {
    SluiceError(.io, message, underlying: String(cString: strerror(errno)))
  }
}
