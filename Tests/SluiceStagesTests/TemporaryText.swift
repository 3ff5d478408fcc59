import Glibc
import Sluice

/// Files that tests write and remove.
enum TemporaryText {
  static func path(_ suffix: String) -> String {
    "/tmp/sluice-\(UInt64.random(in: 0...UInt64.max))\(suffix)"
  }

  static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw SluiceError(.io, "cannot write \(path)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw SluiceError(.io, "cannot write \(path)")
    }
  }

  static func remove(_ path: String) { unlink(path) }
}
