/// Bodies in chunks (RFC 9112, 7.1), with extensions and trailers, and as servers and archives got them wrong.
enum ChunkedBody {
  private static let longestSizeLine = 4096

  /// - Returns: `nil` when the body does not begin with a chunk. From a place on where no chunk is, the rest is taken as
  ///   it stands.
  static func decode(_ body: [UInt8]) -> (bytes: [UInt8], isCut: Bool)? {
    body.withUnsafeBytes { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var at = 0
      while at < bytes.count {
        guard let (size, start) = sizeLine(bytes, at) else {
          if at == 0 { return nil }
          result += bytes.slice(from: at)
          return (result, false)
        }
        if size == 0 { return (result, false) }
        let there = min(size, bytes.count - start)
        result += bytes.slice(start..<(start + there))
        guard there == size else { return (result, true) }
        at = start + size
        if bytes.has("\r\n", at: at) { at += 2 } else if bytes.has("\n", at: at) { at += 1 }
      }
      return (result, true)
    }
  }

  /// The size of a chunk, and where its content begins.
  private static func sizeLine(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> (size: Int, start: Int)? {
    let window = bytes.slice(at..<(at + longestSizeLine))
    guard let end = window.index(of: 0x0A) else { return nil }
    let digits = window.slice(0..<(window.slice(0..<end).index(of: UInt8(ascii: ";")) ?? end)).trimmed
    guard !digits.isEmpty, digits.count <= 15 else { return nil }
    var size = 0
    for digit in digits {
      switch digit.asciiLowercased {
      case 0x30...0x39: size = size << 4 | Int(digit - 0x30)
      case 0x61...0x66: size = size << 4 | Int(digit.asciiLowercased - 0x57)
      default: return nil
      }
    }
    return (size, at + end + 1)
  }
}
