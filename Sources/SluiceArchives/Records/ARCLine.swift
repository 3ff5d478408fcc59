/// The line before a record of an ARC file, version 1 or 2.
///
/// `URL IP date type length`, and in version 2 `URL IP date type status checksum location offset file length`.
/// The URL may hold spaces. Source: https://archive.org/web/researcher/ArcFileFormat.php
struct ARCLine {
  /// Bytes of the line with its line feed.
  let size: Int
  let uri: String
  /// ISO 8601.
  let date: String
  let contentType: String
  /// `nil` when it is no natural number.
  let length: Int?

  /// - Returns: `nil` when the first line of the bytes is something else.
  init?(_ bytes: UnsafeRawBufferPointer) {
    // Most bytes are no header: look at few of them.
    guard let first = bytes.first, first.asciiLowercased &- 0x61 < 26 else { return nil }
    let head = bytes.slice(0..<RecordHeader.arcLineLimit)
    guard let colon = head.index(of: UInt8(ascii: ":")), colon < 24,
      head.slice(0..<colon).allSatisfy({
        $0.asciiLowercased &- 0x61 < 26 || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
      }), let end = head.index(of: 0x0A)
    else { return nil }
    let fields = head.slice(0..<end).trimmed.split(separator: 0x20, omittingEmptySubsequences: false)
      .map { UnsafeRawBufferPointer(rebasing: $0) }
    guard fields.count >= 5, fields.count < 512,
      let date = fields.indices.dropFirst(2).dropLast(2).last(where: { index in
        Self.isDate(fields[index]) && Self.isAddress(fields[index - 1])
      })
    else { return nil }
    size = end + 1
    // From the URL's first byte to the blank before the address.
    let uriSize = fields[0..<(date - 1)].reduce(-1) { $0 + $1.count + 1 }
    uri = RecordHeader.uri(head.slice(from: 0).slice(0..<end).trimmed.slice(0..<uriSize))
    self.date = Self.isoDate(fields[date])
    contentType = fields[date + 1].text
    length = fields.last.flatMap { Int($0.text) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  private static func isDate(_ field: UnsafeRawBufferPointer) -> Bool {
    (8...20).contains(field.count) && field.allSatisfy(\.isASCIIDigit)
  }

  private static func isAddress(_ field: UnsafeRawBufferPointer) -> Bool {
    !field.isEmpty
      && field.allSatisfy {
        $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
          || ($0.asciiLowercased &- 0x61) < 6 || $0 == UInt8(ascii: "-")
      }
  }

  private static func isoDate(_ field: UnsafeRawBufferPointer) -> String {
    let digits = field.text
    guard digits.utf8.count >= 14 else { return digits }
    func part(_ start: Int, _ count: Int) -> Substring { digits.dropFirst(start).prefix(count) }
    return
      "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))T\(part(8, 2)):\(part(10, 2)):\(part(12, 2))Z"
  }
}

extension RecordHeader {
  /// Makes a header of the line of an ARC record. The first record of a file has two lines more, which belong to its
  /// length.
  ///
  /// - Returns: `nil` when a line is not there.
  init?(arc bytes: UnsafeRawBufferPointer) {
    guard let line = ARCLine(bytes) else { return nil }
    isARC = true
    size = line.size
    uri = line.uri
    date = line.date
    contentType = line.contentType
    length = line.length ?? 0
    type = "response"
    guard line.uri.hasPrefix("filedesc:") else { return }
    type = "arc_header"
    let versionLines = bytes.slice(from: size)
    guard versionLines.first?.isASCIIDigit == true, let first = versionLines.index(of: 0x0A),
      let second = versionLines.index(of: 0x0A, from: first + 1)
    else { return }
    size += second + 1
    length = max(0, (line.length ?? 0) - second - 1)
  }
}
