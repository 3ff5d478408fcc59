import CLibZ

/// Decompresses gzip, zlib or raw deflate piece by piece, by zlib.
final class InflateStream {
  enum Format: Int32 {
    case gzip = 31
    case zlib = 15
    case raw = -15
  }

  enum State {
    case more
    case done
    case damaged
  }

  private var stream = z_stream()
  private let isReady: Bool
  /// Bytes of input that were used so far.
  private(set) var consumed = 0

  init(_ format: Format) {
    isReady =
      inflateInit2_(&stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(&stream) }
  }

  /// Fills the room as far as the input reaches; `.more` without anything produced means that input is missing.
  func inflate(_ input: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer)
    -> (produced: Int, state: State)
  {
    guard isReady else { return (0, .damaged) }
    let given = min(input.count, Int(Int32.max))
    let capacity = min(room.count, Int(Int32.max))
    stream.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.avail_in = UInt32(given)
    stream.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = UInt32(capacity)
    let result = CLibZ.inflate(&stream, Z_NO_FLUSH)
    consumed += given - Int(stream.avail_in)
    let produced = capacity - Int(stream.avail_out)
    switch result {
    case Z_STREAM_END: return (produced, .done)
    case Z_OK, Z_BUF_ERROR: return (produced, .more)
    default: return (produced, .damaged)
    }
  }
}
