import Sluice
import SluiceHash

/// One record of a WARC file, uncompressed.
struct WARCRecord: Sendable {
  var fields: [(name: String, value: String)]
  var block: [UInt8]

  /// The record with its header and the empty lines behind it.
  var bytes: [UInt8] {
    var head = "WARC/1.1\r\n"
    for field in fields { head += "\(field.name): \(field.value)\r\n" }
    head += "WARC-Block-Digest: sha256:\(SHA256.hash(block))\r\nContent-Length: \(block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// `<urn:uuid:…>` from the hash of a text.
  static func id(of text: String) -> String {
    var digits = Array(SHA256.hash(Array(text.utf8)).utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    digits[16] = Array("89ab".utf8)[Int((HexDigits.value(of: digits[16]) ?? 0) & 3)]
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
    return "<urn:uuid:\(parts.joined(separator: "-"))>"
  }

  /// What stands first in a file: who wrote it.
  static func information(date: String) -> WARCRecord {
    let text = "software: Sluice/\(Release.version)\r\nformat: WARC File Format 1.1\r\n"
    return WARCRecord(
      fields: [
        ("WARC-Type", "warcinfo"), ("WARC-Record-ID", id(of: "warcinfo\n\(date)")), ("WARC-Date", date),
        ("Content-Type", "application/warc-fields"),
      ], block: Array(text.utf8))
  }
}

/// The header of a record, and of the HTTP response in it, as far as they are needed to find and replay it.
struct WARCHead: Sendable {
  private(set) var fields: [HTTPField] = []
  /// Where the block begins.
  private(set) var blockStart = 0

  /// - Returns: `nil` for what is no record, or whose header is not complete.
  init?(_ bytes: some RandomAccessCollection<UInt8>) {
    let head = Array(bytes)
    guard head.starts(with: "WARC/1.".utf8), let end = Self.end(in: head, from: 0) else { return nil }
    fields = Self.fields(of: head[..<end])
    blockStart = end
  }

  subscript(name: String) -> String? {
    fields.first { $0.name.lowercased() == name }?.value
  }

  /// The target, without the angle brackets that old writers put around it.
  var target: String? {
    self["warc-target-uri"].map {
      $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
    }
  }

  /// Behind the empty line that ends a header.
  static func end(in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    var index = start
    while let lineFeed = bytes[index...].firstIndex(of: 0x0A) {
      let next = lineFeed + 1
      if next < bytes.count, bytes[next] == 0x0A { return next + 1 }
      if next + 1 < bytes.count, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { return next + 2 }
      guard next < bytes.count else { return nil }
      index = next
    }
    return nil
  }

  static func fields(of head: ArraySlice<UInt8>) -> [HTTPField] {
    head.split(separator: 0x0A).dropFirst().compactMap { HTTPField(line: $0) }
  }

  /// The HTTP response that begins at an offset; its body is what comes behind its header.
  static func response(in bytes: [UInt8], from start: Int) -> (response: HTTPResponse, bodyStart: Int)? {
    guard start < bytes.count, bytes[start...].starts(with: "HTTP/".utf8),
      let end = end(in: bytes, from: start)
    else { return nil }
    let line = bytes[start..<end].prefix { $0 != 0x0A }.split(separator: 0x20, maxSplits: 2)
    guard line.count > 1, let status = Int(String(decoding: line[1], as: UTF8.self).trimmed) else {
      return nil
    }
    let reason = line.count > 2 ? String(decoding: line[2], as: UTF8.self).trimmed : ""
    return (
      HTTPResponse(status: status, reason: reason, fields: fields(of: bytes[start..<end]), body: []), end
    )
  }
}
