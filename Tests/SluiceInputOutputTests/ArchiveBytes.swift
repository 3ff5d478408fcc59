/// Small archives, byte by byte.
enum ArchiveBytes {
  /// A record of WARC/1.0 around a block.
  static func record(
    _ uri: String, _ block: [UInt8], type: String = "response",
    contentType: String = "application/http; msgtype=response", length: Int? = nil,
    version: String = "WARC/1.0",
    more: String = "", date: String = "2024-05-16T10:20:30Z"
  ) -> [UInt8] {
    let head =
      "\(version)\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\nWARC-Date: \(date)\r\n\(more)"
      + "Content-Type: \(contentType)\r\nContent-Length: \(length ?? block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func http(_ body: String, _ fields: String = "", newline: String = "\r\n", status: Int = 200)
    -> [UInt8]
  {
    http(Array(body.utf8), fields, newline: newline, status: status)
  }

  static func http(_ body: [UInt8], _ fields: String = "", newline: String = "\r\n", status: Int = 200)
    -> [UInt8]
  {
    let type = fields.lowercased().contains("content-type") ? "" : "Content-Type: text/html\n"
    let head = "HTTP/1.1 \(status) OK\n\(type)\(fields)\n"
    return Array(head.replacing("\n", with: newline).utf8) + body
  }

  /// A gzip member with its content in one stored block.
  static func gzip(_ content: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + stored(content) + little(crc32(content), 4)
      + little(UInt32(content.count), 4)
  }

  /// Raw deflate of stored blocks.
  static func stored(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + 0xFFFF, content.count)
      let size = UInt32(end - start)
      result += [end == content.count ? 1 : 0] + little(size, 2) + little(~size, 2) + content[start..<end]
      start = end
    } while start < content.count
    return result
  }

  /// A zstd frame with its content in one raw block.
  static func zstd(_ content: [UInt8]) -> [UInt8] {
    [0x28, 0xB5, 0x2F, 0xFD, 0xA0] + little(UInt32(content.count), 4)
      + little(UInt32(content.count << 3 | 1), 3) + content
  }

  /// An LZ4 frame with its content in one block without compression, and no checksums but that of the header.
  static func lz4(_ content: [UInt8]) -> [UInt8] {
    [0x04, 0x22, 0x4D, 0x18, 0x60, 0x70, 0x73] + little(UInt32(content.count) | 1 << 31, 4) + content + [
      0, 0, 0, 0,
    ]
  }

  /// The frame that holds the dictionary of a WARC file of zstd.
  static func zstdDictionary(_ content: [UInt8]) -> [UInt8] {
    [0x5D, 0x2A, 0x4D, 0x18] + little(UInt32(content.count), 4) + content
  }

  /// A zip of stored members.
  static func zip(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in members {
      let size = little(UInt32(content.count), 4)
      let common =
        [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0x50] + little(crc32(content), 4) + size + size
        + little(UInt32(name.utf8.count), 2) + [0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
      directory += little(UInt32(result.count), 4) + Array(name.utf8)
      result += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
    }
    let count = little(UInt32(members.count), 2)
    let end = [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + little(UInt32(directory.count), 4)
    return result + directory + end + little(UInt32(result.count), 4) + [0, 0]
  }

  /// A tar of small members.
  static func tar(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    for (name, content) in members {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        header.replaceSubrange(offset..<(offset + text.utf8.count), with: text.utf8)
      }
      let octal = String(content.count, radix: 8)
      put(name, at: 0)
      put("0000644", at: 100)
      put(String(repeating: "0", count: 11 - octal.count) + octal, at: 124)
      put("00000000000", at: 136)
      put("        0", at: 148)
      put("ustar\u{0}00", at: 257)
      let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
      put(String(repeating: "0", count: 6 - sum.count) + sum + "\u{0} ", at: 148)
      result += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    return result + [UInt8](repeating: 0, count: 1024)
  }

  private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
