import Glibc
import Sluice

/// Writes whole files.
enum OutputFile {
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw SluiceError(.io, "cannot write \(path)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw SluiceError(.io, "cannot write \(path)")
    }
  }
}
