/// Undoes the transfer and content encodings of a body, each as far as it is what the header says.
enum HTTPBody {
  struct Decoded {
    var bytes: [UInt8]
    /// The content ends before its end, or has more bytes than are read.
    var isCut = false
    var isOverLimit = false
  }

  /// Encodings that are undone one after the other; what is beyond is a trick.
  private static let mostEncodings = 4

  static func decode(_ body: [UInt8], _ head: HTTPHead?, limit: Int) -> Decoded {
    var result = Decoded(bytes: body)
    guard let head else { return result }
    let transfers = list(head.transferEncoding)
    if transfers.contains("chunked"), let plain = ChunkedBody.decode(result.bytes) {
      result.bytes = plain.bytes
      result.isCut = plain.isCut
    }
    let encodings = (list(head.contentEncoding) + transfers.filter { $0 != "chunked" }).suffix(mostEncodings)
    for encoding in encodings.reversed() {
      guard let step = undo(encoding, result.bytes, limit), step.state != .foreign else { continue }
      result.bytes = step.bytes
      result.isCut = result.isCut || step.state == .cut
      if step.state == .overLimit {
        result.isOverLimit = true
        break
      }
    }
    return result
  }

  private static func list(_ value: String?) -> [String] {
    (value ?? "").split(separator: ",").map { item in
      item.lowercased().filter { $0 > " " }
    }
  }

  private static func undo(_ encoding: String, _ bytes: [UInt8], _ limit: Int) -> ContentDecoding.Result? {
    guard !bytes.isEmpty else { return nil }
    return bytes.withUnsafeBytes { bytes in
      switch encoding {
      case "gzip", "x-gzip": ContentDecoding.gzip(bytes, limit: limit)
      case "deflate", "x-deflate": ContentDecoding.deflate(bytes, limit: limit)
      case "br": ContentDecoding.brotli(bytes, limit: limit)
      case "zstd": ContentDecoding.zstd(bytes, limit: limit)
      default: nil
      }
    }
  }
}
