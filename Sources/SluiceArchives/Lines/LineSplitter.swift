import Glibc

/// Cuts a file into lines without holding more of it than one line.
struct LineSplitter: Sendable {
  struct Line {
    /// Without the line feed; empty when it is longer than the limit.
    var bytes: [UInt8] = []
    /// From 1.
    var number: Int
    var isTooLong = false
  }

  private static let chunkSize = 1 << 18

  private let file: any ByteStream
  private let limit: Int
  private var chunk: [UInt8]
  private var position = 0
  /// Lines read so far.
  private(set) var count = 0
  /// Bytes read so far, in whole lines.
  private(set) var offset = 0
  private var isAtEnd = false

  /// - Parameters:
  ///   - head: bytes that were read from the file already.
  ///   - limit: the most bytes that a line may have.
  init(_ file: any ByteStream, head: [UInt8] = [], limit: Int) {
    self.file = file
    self.limit = limit
    chunk = head
  }

  /// The next line, `nil` at the end; what stands behind the last line feed is a line unless it is empty.
  mutating func next() throws -> Line? {
    var line = Line(number: count + 1)
    var length = 0
    while true {
      if position == chunk.count {
        if !isAtEnd { chunk = try file.read(upTo: Self.chunkSize) }
        position = 0
        isAtEnd = isAtEnd || chunk.isEmpty
        if isAtEnd {
          guard length > 0 else { return nil }
          break
        }
      }
      let end = lineFeed() ?? chunk.count
      length += end - position
      offset += min(end + 1, chunk.count) - position
      if length > limit {
        line.isTooLong = true
        line.bytes = []
      } else {
        line.bytes += chunk[position..<end]
      }
      position = min(end + 1, chunk.count)
      if end < chunk.count { break }
    }
    count += 1
    return line
  }

  /// Bytes of the file that were read for what lies before the next line, as far as that is known.
  var fileOffset: Int { file.fileOffset ?? offset }

  /// Goes on at a byte of the file that begins a line.
  mutating func resume(at offset: Int, line: Int) throws {
    try file.seek(to: offset)
    chunk = []
    position = 0
    isAtEnd = false
    self.offset = offset
    count = line
  }

  /// Index of the next line feed in the chunk.
  private func lineFeed() -> Int? {
    chunk.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + position, 0x0A, buffer.count - position)
      else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
