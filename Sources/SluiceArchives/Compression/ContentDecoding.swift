import CLibBrotli
import CLibDeflate
import CLibZstd

/// Decompresses content that lies in memory, up to a limit.
enum ContentDecoding {
  enum State {
    case whole
    /// The content ends before its end mark, or is damaged: what comes before is there.
    case cut
    /// There is more than the limit.
    case overLimit
    /// It is not what it was said to be.
    case foreign
  }

  struct Result {
    var bytes: [UInt8] = []
    var state = State.foreign
  }

  /// What a piece of decompression did.
  struct Step {
    var consumed: Int
    var produced: Int
    var state: UnitProgress
  }

  /// Content that grows to more than 16 MB and more than a thousand times its size is a bomb, whatever the limit.
  private static func isBomb(_ produced: Int, of given: Int) -> Bool {
    produced > 16 << 20 && produced / 1100 > given
  }

  static func gzip(_ input: UnsafeRawBufferPointer, limit: Int) -> Result {
    guard input.has("\u{1F}"), input.count >= 18, input[1] == 0x8B else { return Result() }
    // The last four bytes tell the size of a single member (RFC 1952), unless they lie.
    let told = Int(
      UInt32(littleEndian: input.loadUnaligned(fromByteOffset: input.count - 4, as: UInt32.self)))
    if told > 0, told <= limit, told / 1100 <= input.count, let bytes = gunzip(input, size: told) {
      return Result(bytes: bytes, state: .whole)
    }
    var rest = input
    var result = Result()
    // Members follow one another; what is none behind the first is passed over.
    while rest.has("\u{1F}"), rest.count >= 18, rest[1] == 0x8B,
      result.state == .whole || result.bytes.isEmpty
    {
      let stream = InflateStream(.gzip)
      let room = limit - result.bytes.count
      let next = inflate(rest, stream, limit: room)
      result.bytes += next.bytes
      result.state = next.state
      rest = rest.slice(from: stream.consumed)
      if next.state != .whole { break }
    }
    return result
  }

  private static func gunzip(_ input: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
      var consumed = 0
      let result = libdeflate_gzip_decompress_ex(
        decompressor, input.baseAddress, input.count, room.baseAddress, size, &consumed, &count)
      isWhole = result == LIBDEFLATE_SUCCESS && consumed == input.count && count == size
      if !isWhole { count = 0 }
    }
    return isWhole ? bytes : nil
  }

  /// Deflate as HTTP means it, zlib, and as many servers send it, raw.
  static func deflate(_ input: UnsafeRawBufferPointer, limit: Int) -> Result {
    let wrapped = inflate(input, InflateStream(.zlib), limit: limit)
    guard wrapped.bytes.isEmpty, wrapped.state != .whole else { return wrapped }
    return inflate(input, InflateStream(.raw), limit: limit)
  }

  private static func inflate(_ input: UnsafeRawBufferPointer, _ stream: InflateStream, limit: Int) -> Result
  {
    run(input, limit: limit) { rest, room in
      let before = stream.consumed
      let step = stream.inflate(rest, into: room)
      let consumed = stream.consumed - before
      return switch step.state {
      case .done: Step(consumed: consumed, produced: step.produced, state: .done(0))
      case .damaged: Step(consumed: consumed, produced: step.produced, state: .damaged)
      case .more:
        Step(
          consumed: consumed, produced: step.produced,
          state: step.produced == 0 && consumed == 0 ? .cut : .more)
      }
    }
  }

  static func zstd(_ input: UnsafeRawBufferPointer, limit: Int) -> Result {
    let context = ZSTD_createDCtx()
    defer { ZSTD_freeDCtx(context) }
    return run(input, limit: limit) { rest, room in
      var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
      var given = ZSTD_inBuffer(src: rest.baseAddress, size: rest.count, pos: 0)
      let result = ZSTD_decompressStream(context, &output, &given)
      var state = UnitProgress.more
      if ZSTD_isError(result) != 0 {
        state = .damaged
      } else if result == 0, given.pos == rest.count {
        state = .done(0)
      } else if output.pos == 0, given.pos == 0 || rest.count == given.pos {
        state = .cut
      }
      return Step(consumed: given.pos, produced: output.pos, state: state)
    }
  }

  static func brotli(_ input: UnsafeRawBufferPointer, limit: Int) -> Result {
    let decoder = BrotliDecoderCreateInstance(nil, nil, nil)
    defer { BrotliDecoderDestroyInstance(decoder) }
    return run(input, limit: limit) { rest, room in
      var (left, free) = (rest.count, room.count)
      var next = rest.baseAddress?.assumingMemoryBound(to: UInt8.self)
      var out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
      let result = BrotliDecoderDecompressStream(decoder, &left, &next, &free, &out, nil)
      let state: UnitProgress =
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: .done(0)
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: .more
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: .cut
        default: .damaged
        }
      return Step(consumed: rest.count - left, produced: room.count - free, state: state)
    }
  }

  private static func run(
    _ input: UnsafeRawBufferPointer, limit: Int,
    _ step: (_ rest: UnsafeRawBufferPointer, _ room: UnsafeMutableRawBufferPointer) -> Step
  ) -> Result {
    let buffer = ByteBuffer(capacity: min(max(input.count * 6, 1 << 12), 1 << 22))
    var consumed = 0
    var result = Result()
    while true {
      let done = step(input.slice(from: consumed), buffer.room(1 << 12))
      consumed += done.consumed
      buffer.append(done.produced)
      if buffer.count > limit || isBomb(buffer.count, of: input.count) {
        result.state = .overLimit
      } else {
        switch done.state {
        case .more: continue
        case .done: result.state = .whole
        case .cut: result.state = .cut
        case .damaged: result.state = buffer.count == 0 ? .foreign : .cut
        }
        // Some text that was never compressed happens to begin as raw deflate or brotli.
        if result.state == .cut, input.first == UInt8(ascii: "<") { result.state = .foreign }
      }
      result.bytes = Array(buffer.bytes.prefix(limit))
      return result
    }
  }
}
