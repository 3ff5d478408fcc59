import Glibc
import Sluice
import SluiceHash

/// Length and hashes of a file's bytes.
struct FileDigest {
  let bytes: Int
  /// 64 hexadecimal digits.
  let sha256: String
  let crc: UInt32

  /// Reads a file to its end.
  ///
  /// - Parameter crc: of the bytes that stand before it, where several files are one.
  init(_ path: String, continuing crc: UInt32 = 0) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileCalls.failure("cannot open \(path)") }
    defer { close(descriptor) }
    var hash = SHA256()
    var checksum = CRC32(continuing: crc)
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileCalls.failure("cannot read \(path)") }
      if count == 0 { break }
      let chunk = count == buffer.count ? buffer : Array(buffer[..<count])
      hash.update(chunk)
      checksum.update(chunk)
      total += count
    }
    bytes = total
    sha256 = hash.finish()
    self.crc = checksum.value
  }
}
