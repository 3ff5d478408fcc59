import CLibZ
import Sluice

/// Gzip (RFC 1952) of whole members in memory.
enum GzipMember {
  /// What the inflation of a member came to.
  enum Outcome: Hashable, Sendable {
    /// The bytes that the member takes in the compressed input.
    case whole(length: Int)
    /// The input ended within the member.
    case truncated
    case damaged
    /// More came out than was allowed.
    case tooLarge
  }

  /// What stands around the deflated data, as zlib numbers it.
  enum Wrapping: Int32 {
    case gzip = 31
    case zlib = 15
    case raw = -15
  }

  /// Compresses bytes as one member.
  static func compress(_ bytes: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { throw SluiceError(.io, "zlib has no memory") }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, uLong(bytes.count)))
    return try bytes.withUnsafeBufferPointer { input in
      try [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(bound)
        guard deflate(&stream, Z_FINISH) == Z_STREAM_END else {
          throw SluiceError(.io, "zlib cannot compress")
        }
        count = bound - Int(stream.avail_out)
      }
    }
  }

  /// Decompresses the member that bytes begin with.
  ///
  /// - Parameter limit: the most bytes that may come out.
  static func decompress(
    _ bytes: ArraySlice<UInt8>, _ wrapping: Wrapping = .gzip, limit: Int
  ) -> (bytes: [UInt8], outcome: Outcome) {
    var result: [UInt8] = []
    let outcome = bytes.withUnsafeBufferPointer { input in
      var isTaken = false
      return inflate(
        wrapping, limit: limit,
        next: {
          guard !isTaken, !input.isEmpty else { return nil }
          isTaken = true
          return input
        },
        take: { result.append(contentsOf: $0) })
    }
    return (result, outcome)
  }

  /// Inflates one member piece by piece.
  ///
  /// - Parameters:
  ///   - next: the next piece of input, which must live until the next call; `nil` at the end.
  ///   - take: gets what comes out.
  static func inflate(
    _ wrapping: Wrapping = .gzip, limit: Int, next: () -> UnsafeBufferPointer<UInt8>?,
    take: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Outcome {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return .damaged }
    defer { inflateEnd(&stream) }
    var consumed = 0
    var produced = 0
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { buffer in
      while true {
        if stream.avail_in == 0 {
          guard let input = next() else { return .truncated }
          stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
          stream.avail_in = uInt(input.count)
        }
        let before = Int(stream.avail_in)
        stream.next_out = buffer.baseAddress
        stream.avail_out = uInt(buffer.count)
        let code = CLibZ.inflate(&stream, Z_NO_FLUSH)
        consumed += before - Int(stream.avail_in)
        let count = buffer.count - Int(stream.avail_out)
        produced += count
        guard produced <= limit else { return .tooLarge }
        take(UnsafeBufferPointer(rebasing: buffer[..<count]))
        if code == Z_STREAM_END { return .whole(length: consumed) }
        guard code == Z_OK || code == Z_BUF_ERROR else { return .damaged }
      }
    }
  }
}
