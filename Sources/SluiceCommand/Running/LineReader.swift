import Glibc
import Sluice
import SluiceArchives
import SluiceBatch

/// The lines of a file of records, or of all parts of a finished run in their order, one at a time.
final class LineReader {
  /// The file or folder that was named; of a folder, the part that is being read.
  private(set) var path: String
  private var lines: FileLines?
  /// Files that follow, the last first.
  private var rest: [String]

  /// - Parameter path: a file, compressed or not, the folder of a run, or `-` for standard input.
  /// - Throws: `SluiceError` with code `.io`.
  init(_ path: String) throws {
    self.path = path
    rest = try Self.files(at: path).reversed()
    try open()
  }

  /// Number of the line that was read last, from 1.
  var line: Int { lines?.line ?? 0 }

  /// The next line that is not blank, without its end; `nil` behind the last.
  func next() throws -> [UInt8]? {
    while lines != nil {
      if let line = try lines?.next() { return line }
      try open()
    }
    return nil
  }

  private func open() throws {
    lines = try rest.popLast().map { try FileLines(path: $0) }
    if let lines { path = lines.path }
  }

  private static func files(at path: String) throws -> [String] {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [path] }
    // Parts are opened one after the other, and the working folder may change meanwhile.
    let folder = realpath(path, nil)
    defer { free(folder) }
    return try RunFolder(folder.map { String(cString: $0) } ?? path).records()
  }
}
