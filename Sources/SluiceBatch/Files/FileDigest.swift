import Sluice
import SluiceHash

/// Length and hashes of a file's bytes.
struct FileDigest {
  private(set) var bytes = 0
  /// 64 hexadecimal digits.
  let sha256: String
  let crc: UInt32

  /// Reads a file to its end.
  ///
  /// - Parameters:
  ///   - crc: of the bytes that stand before it, where several files are one.
  ///   - copy: takes the bytes as they are read.
  init(_ path: String, continuing crc: UInt32 = 0, copy: DurableFile? = nil) throws {
    let file = try FileChunks(path)
    var hash = SHA256()
    var checksum = CRC32(continuing: crc)
    while let chunk = try file.next() {
      hash.update(chunk)
      checksum.update(chunk)
      bytes += chunk.count
      try copy?.append(chunk)
    }
    try copy?.sync()
    sha256 = hash.finish()
    self.crc = checksum.value
  }
}
