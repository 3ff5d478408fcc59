import Glibc
import Sluice

/// The lines of a file of records, one at a time.
final class LineReader {
  let path: String
  /// Number of the line that was read last, from 1.
  private(set) var line = 0
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// - Parameter path: `-` for standard input.
  /// - Throws: `SluiceError` with code `.io`.
  init(_ path: String) throws {
    self.path = path
    guard let file = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "r") else {
      throw SluiceError(.io, "cannot open \(path)", underlying: String(cString: strerror(errno)))
    }
    self.file = file
  }

  deinit {
    free(buffer)
    fclose(file)
  }

  /// The next line that is not blank, without its end; `nil` at the end of the file.
  func next() throws -> [UInt8]? {
    while true {
      errno = 0
      let count = getline(&buffer, &capacity, file)
      guard count >= 0, let buffer else {
        guard ferror(file) == 0 else {
          throw SluiceError(.io, "cannot read \(path)", underlying: String(cString: strerror(errno)))
        }
        return nil
      }
      line += 1
      let bytes = UnsafeRawBufferPointer(start: buffer, count: count)
      if let last = bytes.lastIndex(where: { $0 > 0x20 }) { return Array(bytes[...last]) }
    }
  }
}
