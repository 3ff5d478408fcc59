/// Finds the charset that a page names itself, in its first bytes: an XML declaration, `<meta charset>` or
/// `<meta http-equiv="Content-Type">` (after the prescan of the HTML standard, section 13.2.3.2).
enum CharsetPrescan {
  /// Bytes that are looked at; pages with large scripts in front of their `meta` need more than the standard's 1,024.
  static let reach = 8192

  static func label(_ bytes: [UInt8]) -> String? {
    bytes.prefix(reach).withUnsafeBufferPointer { head in
      utf16(head) ?? xmlEncoding(head) ?? metaCharset(head)
    }
  }

  /// Markup in UTF-16 without a mark: every second byte of it is a NUL.
  private static func utf16(_ head: UnsafeBufferPointer<UInt8>) -> String? {
    var nuls = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { nuls[index & 1] += 1 }
    guard max(nuls[0], nuls[1]) * 3 > head.count, min(nuls[0], nuls[1]) * 16 < head.count else { return nil }
    return nuls[0] > nuls[1] ? "utf-16be" : "utf-16le"
  }

  private static func xmlEncoding(_ head: UnsafeBufferPointer<UInt8>) -> String? {
    guard head.range(of: "<?xml")?.lowerBound == 0, let end = head.firstIndex(of: UInt8(ascii: ">")),
      let name = head.slice(0..<end).range(of: "encoding")
    else { return nil }
    return value(head, after: name.upperBound, to: end)
  }

  private static func metaCharset(_ head: UnsafeBufferPointer<UInt8>) -> String? {
    var from = 0
    while let meta = head.range(of: "<meta", from: from) {
      var end = meta.upperBound
      while end < head.count, head[end] != UInt8(ascii: ">") { end += 1 }
      if let name = head.slice(0..<end).range(of: "charset", from: meta.upperBound),
        let label = value(head, after: name.upperBound, to: end)
      {
        // A page whose markup can be read in ASCII is not in UTF-16, whatever it says.
        return label.lowercased().hasPrefix("utf-16") ? "utf-8" : label
      }
      from = end
    }
    return nil
  }

  private static func value(_ head: UnsafeBufferPointer<UInt8>, after start: Int, to end: Int) -> String? {
    func isBlank(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
    var index = start
    while index < end, isBlank(head[index]) { index += 1 }
    guard index < end, head[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < end, isBlank(head[index]) { index += 1 }
    let first = index
    while index < end, !isBlank(head[index]), head[index] != UInt8(ascii: ";"),
      head[index] != UInt8(ascii: "?"),
      head[index] != UInt8(ascii: "/"), head[index] != UInt8(ascii: "\\")
    {
      index += 1
    }
    return index > first ? String(decoding: head[first..<index], as: UTF8.self) : nil
  }
}
