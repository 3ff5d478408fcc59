import CLibBrotli
import CLibZstd
import Sluice

/// Undoes the content encodings of a response (RFC 9110, section 8.4): gzip, deflate, brotli and zstd.
///
/// libcurl could do it, but hands on what came of content that breaks off, without a word.
enum BodyDecoding {
  /// What is asked of servers.
  static let accepted = "gzip, deflate, br, zstd"

  /// Why content could not be decoded.
  enum Fault: Error, Hashable {
    case unknown(String)
    /// It breaks off: another attempt may bring the rest.
    case cut(String)
    /// It is not what it was said to be, or damaged.
    case damaged(String)
    case tooLarge

    var message: String {
      switch self {
      case .unknown(let encoding): "nobody here reads the content encoding '\(encoding)'"
      case .cut(let encoding): "the content breaks off within its \(encoding)"
      case .damaged(let encoding): "the content is no valid \(encoding)"
      case .tooLarge: "the content is too large"
      }
    }
  }

  /// - Parameters:
  ///   - encodings: the field `Content-Encoding`, in the order in which they were applied.
  ///   - limit: the most bytes that may come out.
  static func decode(_ body: [UInt8], _ encodings: String, limit: Int) throws(Fault) -> [UInt8] {
    var body = body
    for part in encodings.split(separator: ",").reversed() {
      let encoding = String(part).trimmed.lowercased()
      // Answers without content may still name an encoding.
      if encoding.isEmpty || encoding == "identity" || body.isEmpty { continue }
      let decoded =
        switch encoding {
        case "gzip", "x-gzip": gzip(body, limit)
        case "deflate": deflate(body, limit)
        case "br": brotli(body, limit)
        case "zstd": zstd(body, limit)
        default: throw .unknown(encoding)
        }
      switch decoded.outcome {
      case .whole: body = decoded.bytes
      case .truncated: throw .cut(encoding)
      case .damaged: throw .damaged(encoding)
      case .tooLarge: throw .tooLarge
      }
    }
    return body
  }

  private typealias Decoded = (bytes: [UInt8], outcome: GzipMember.Outcome)

  /// Members follow one another; what is none behind the last is passed over.
  private static func gzip(_ body: [UInt8], _ limit: Int) -> Decoded {
    var rest = body[...]
    var bytes: [UInt8] = []
    while true {
      let member = GzipMember.decompress(rest, limit: limit - bytes.count)
      bytes += member.bytes
      guard case .whole(let length) = member.outcome else { return (bytes, member.outcome) }
      rest = rest.dropFirst(length)
      guard rest.starts(with: [0x1F, 0x8B]) else { return (bytes, member.outcome) }
    }
  }

  /// zlib, as HTTP means it, or raw, as many servers send it.
  private static func deflate(_ body: [UInt8], _ limit: Int) -> Decoded {
    let wrapped = GzipMember.decompress(body[...], .zlib, limit: limit)
    return wrapped.outcome == .damaged ? GzipMember.decompress(body[...], .raw, limit: limit) : wrapped
  }

  private static func brotli(_ body: [UInt8], _ limit: Int) -> Decoded {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return ([], .damaged) }
    defer { BrotliDecoderDestroyInstance(decoder) }
    return pieces(limit) { buffer, bytes in
      body.withUnsafeBufferPointer { body in
        var (next, left) = (body.baseAddress, body.count)
        while true {
          var (out, free) = (buffer.baseAddress, buffer.count)
          let result = BrotliDecoderDecompressStream(decoder, &left, &next, &free, &out, nil)
          bytes += buffer[..<(buffer.count - free)]
          if bytes.count > limit { return .tooLarge }
          switch result {
          case BROTLI_DECODER_RESULT_SUCCESS: return .whole(length: body.count - left)
          case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
          case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return .truncated
          default: return .damaged
          }
        }
      }
    }
  }

  private static func zstd(_ body: [UInt8], _ limit: Int) -> Decoded {
    guard let context = ZSTD_createDCtx() else { return ([], .damaged) }
    defer { ZSTD_freeDCtx(context) }
    return pieces(limit) { buffer, bytes in
      body.withUnsafeBufferPointer { body in
        var input = ZSTD_inBuffer(src: body.baseAddress, size: body.count, pos: 0)
        while true {
          var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
          let result = ZSTD_decompressStream(context, &output, &input)
          if ZSTD_isError(result) != 0 { return .damaged }
          bytes += buffer[..<output.pos]
          if bytes.count > limit { return .tooLarge }
          // Frames follow one another.
          if result == 0, input.pos == body.count { return .whole(length: input.pos) }
          if result != 0, input.pos == body.count, output.pos < buffer.count { return .truncated }
        }
      }
    }
  }

  private static func pieces(
    _ limit: Int, _ run: (UnsafeMutableBufferPointer<UInt8>, inout [UInt8]) -> GzipMember.Outcome
  ) -> Decoded {
    var bytes: [UInt8] = []
    let end = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { run($0, &bytes) }
    return (bytes, end)
  }
}
