/// What stands before the block of a record.
struct RecordHeader {
  /// Bytes from the record's first to its block's.
  var size = 0
  /// Lower case: `response`; `arc_header` and `response` in ARC files; `unknown` without one.
  var type = "unknown"
  var uri: String?
  /// ISO 8601, as written in WARC files.
  var date: String?
  var id: String?
  var contentType: String?
  /// Bytes of the block; `nil` when it is not told, or no number.
  var length: Int?
  /// Why the block was cut when it was archived (`WARC-Truncated`).
  var truncation: String?
  var isARC = false

  /// The longest header that is read, in bytes.
  static let limit = 1 << 20
  /// The longest line of an ARC file that is taken for a header, in bytes.
  static let arcLineLimit = 1 << 14

  /// Whether a record begins here, as far as the first line tells.
  static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool {
    isVersionLine(bytes) || ARCLine(bytes) != nil
  }

  /// `WARC/1.0` and a line's end.
  static func isVersionLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.has("WARC/"), bytes.count > 8, bytes[5].isASCIIDigit else { return false }
    guard let end = bytes.slice(0..<24).index(of: 0x0A) else { return false }
    return bytes.slice(6..<end).trimmed.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
  }

  /// Where the next record begins behind an index, at the beginning of a line.
  ///
  /// - Parameter isARC: `nil` for a record of either format.
  static func next(in bytes: UnsafeRawBufferPointer, from start: Int, isARC: Bool?) -> Int? {
    guard let isARC else {
      let found = [false, true].compactMap { next(in: bytes, from: start, isARC: $0) }
      return found.min()
    }
    var at = start
    if !isARC {
      while let found = bytes.index(of: "WARC/", from: at) {
        if found == 0 || bytes[found - 1] == 0x0A, isVersionLine(bytes.slice(from: found)) { return found }
        at = found + 5
      }
      return nil
    }
    while let lineFeed = bytes.index(of: 0x0A, from: at) {
      if ARCLine(bytes.slice(from: lineFeed + 1)) != nil { return lineFeed + 1 }
      at = lineFeed + 1
    }
    return nil
  }
}

extension RecordHeader {
  /// Parses the header of a WARC record.
  ///
  /// - Returns: `nil` when the empty line at its end is not there.
  init?(warc bytes: UnsafeRawBufferPointer) {
    guard var at = bytes.index(of: 0x0A).map({ $0 + 1 }) else { return nil }
    var field: (name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer)?
    var folded: [UInt8] = []
    while let end = bytes.index(of: 0x0A, from: at) {
      let line = bytes.slice(at..<end)
      at = end + 1
      let isFolded = line.first == 0x20 || line.first == 0x09
      let content = line.trimmed
      if isFolded, !content.isEmpty, let open = field {
        if folded.isEmpty { folded = Array(open.value) }
        if !folded.isEmpty { folded.append(0x20) }
        folded += content
        continue
      }
      if let field {
        if folded.isEmpty {
          set(field.name, field.value)
        } else {
          folded.withUnsafeBytes { set(field.name, $0) }
        }
      }
      folded = []
      if content.isEmpty {
        size = at
        return
      }
      field = content.index(of: UInt8(ascii: ":")).map {
        (content.slice(0..<$0).trimmed, content.slice(from: $0 + 1).trimmed)
      }
    }
    return nil
  }

  private mutating func set(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    switch name.count {
    case 9 where name.equalsIgnoringCase("warc-type"): type = value.text.lowercased()
    case 9 where name.equalsIgnoringCase("warc-date"): date = value.text
    case 12 where name.equalsIgnoringCase("content-type"): contentType = value.text
    case 14 where name.equalsIgnoringCase("content-length"):
      if length == nil { length = Int(value.text).flatMap { $0 >= 0 ? $0 : nil } }
    case 14 where name.equalsIgnoringCase("warc-record-id"): id = value.text
    case 14 where name.equalsIgnoringCase("warc-truncated"): truncation = value.text
    case 15 where name.equalsIgnoringCase("warc-target-uri"): uri = Self.uri(value)
    default: break
    }
  }

  /// Without the angle brackets that some programs write, and with spaces escaped.
  static func uri(_ value: UnsafeRawBufferPointer) -> String {
    var value = value
    if value.first == UInt8(ascii: "<"), value.last == UInt8(ascii: ">") {
      value = value.slice(1..<(value.count - 1))
    }
    guard value.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return value.text }
    var bytes: [UInt8] = []
    for byte in value {
      switch byte {
      case 0x20: bytes += "%20".utf8
      case 0..<0x20, 0x7F: break
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
