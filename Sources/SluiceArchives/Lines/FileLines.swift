import Sluice

/// The lines of a file that are not blank, of any length that fits in memory; of a file whose name ends in `.gz`,
/// `.zst` or `.zstd`, the lines of what it expands to.
public struct FileLines: Sendable {
  /// Name of the file, for messages.
  public let path: String
  /// Number of the line that was read last, from 1.
  public var line: Int { lines.count }
  private var lines: LineSplitter

  /// Far above what a record can be.
  private static let longest = 1 << 30

  /// - Parameter path: `-` for standard input.
  /// - Throws: `SluiceError` with code `.io` when the file cannot be opened.
  public init(path: String) throws {
    self.path = path
    lines = LineSplitter(
      path == StandardInput.argument ? FileDescriptor.standardInput : try Self.stream(of: path),
      limit: Self.longest)
  }

  /// The bytes of a file, decompressed when its name says that it is compressed.
  static func stream(of path: String) throws -> any ByteStream {
    let isCompressed = ["application/gzip", "application/zstd"].contains(MediaType.named(path))
    return isCompressed
      ? RegionStream(try ByteRegion(mapping: path), path: path) : try FileDescriptor(opening: path)
  }

  /// The next line without its end and the white space before it; `nil` at the end of the file.
  ///
  /// - Throws: `SluiceError` with code `.io` when the file cannot be read on, with code `.unreadable` when its
  ///   compression is damaged.
  public mutating func next() throws -> [UInt8]? {
    while var line = try lines.next() {
      if line.isTooLong {
        throw SluiceError(
          .tooLarge, "the line has more than \(Self.longest) bytes",
          position: SourcePosition(file: path, line: line.number, column: 1))
      }
      guard let last = line.bytes.lastIndex(where: { $0 > 0x20 }) else { continue }
      line.bytes.removeLast(line.bytes.count - 1 - last)
      return line.bytes
    }
    return nil
  }
}
