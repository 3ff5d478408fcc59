import Glibc
import Sluice

/// Files that appear under their names whole or not at all.
public enum AtomicFile {
  /// Writes a file beside its place, and moves it there.
  ///
  /// - Parameter isDurable: whether it must be on the disk before it has its name.
  /// - Throws: `SluiceError` with code `.io`; what had the name before is then still there.
  public static func write(_ bytes: [UInt8], to path: String, isDurable: Bool = true) throws {
    let temporary = "\(path).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileCalls.failure("cannot write \(path)") }
    do {
      defer { close(descriptor) }
      try FileCalls.writeAll(bytes, to: descriptor, named: path)
      if isDurable, fsync(descriptor) != 0 { throw FileCalls.failure("cannot write \(path)") }
    } catch {
      unlink(temporary)
      throw error
    }
    try FileCalls.move(temporary, to: path)
    guard isDurable else { return }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    try FileCalls.sync(folder: slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
  }
}
