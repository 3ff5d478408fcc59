/// The header of a message of HTTP, as far as decoding its body needs it.
struct HTTPHead: Sendable {
  /// `nil` in requests.
  var status: Int?
  var contentType: String?
  var contentEncoding: String?
  var transferEncoding: String?
  var location: String?

  private static let methods: [StaticString] = [
    "GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "TRACE ", "OPTIONS ", "CONNECT ", "PATCH ",
  ]

  /// Whether a message begins here.
  static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.has("HTTP/") || bytes.has("ICY ") || methods.contains { bytes.has($0) }
  }

  /// Reads lines up to an empty one. They may end with LF alone, with more than one CR, and may be folded.
  ///
  /// - Returns: the head, and its bytes with the empty line; all of them when there is none.
  static func read(_ bytes: UnsafeRawBufferPointer) -> (head: HTTPHead, size: Int) {
    var head = HTTPHead()
    var at = bytes.index(of: 0x0A).map { $0 + 1 } ?? bytes.count
    head.status = status(bytes.slice(0..<at))
    var last = ""
    while at < bytes.count {
      let end = bytes.index(of: 0x0A, from: at) ?? bytes.count
      let line = bytes.slice(at..<end)
      at = min(end + 1, bytes.count)
      let content = line.trimmed
      if content.isEmpty { return (head, at) }
      if line.first == 0x20 || line.first == 0x09 {
        head.set(last, (head.value(last) ?? "") + " " + content.text)
        continue
      }
      guard let colon = content.index(of: UInt8(ascii: ":")) else { continue }
      let name = content.slice(0..<colon).trimmed
      guard let known = Self.known(name) else {
        last = ""
        continue
      }
      last = known
      let value = content.slice(from: colon + 1).trimmed.text
      // Several lines of a list are one list (RFC 9110, 5.3).
      if let before = head.value(known), known.hasSuffix("encoding") {
        head.set(known, "\(before), \(value)")
      } else if head.value(known) == nil {
        head.set(known, value)
      }
    }
    return (head, bytes.count)
  }

  private static func status(_ line: UnsafeRawBufferPointer) -> Int? {
    guard line.has("HTTP/") || line.has("ICY "), let blank = line.index(of: 0x20) else { return nil }
    let digits = line.slice(from: blank).trimmed.prefix { $0.isASCIIDigit }
    return digits.count == 3 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }

  private static func known(_ name: UnsafeRawBufferPointer) -> String? {
    switch name.count {
    case 8 where name.equalsIgnoringCase("location"): "location"
    case 12 where name.equalsIgnoringCase("content-type"): "content-type"
    case 16 where name.equalsIgnoringCase("content-encoding"): "content-encoding"
    case 17 where name.equalsIgnoringCase("transfer-encoding"): "transfer-encoding"
    default: nil
    }
  }

  private func value(_ name: String) -> String? {
    switch name {
    case "location": location
    case "content-type": contentType
    case "content-encoding": contentEncoding
    case "transfer-encoding": transferEncoding
    default: nil
    }
  }

  private mutating func set(_ name: String, _ value: String) {
    switch name {
    case "location": location = value
    case "content-type": contentType = value
    case "content-encoding": contentEncoding = value
    case "transfer-encoding": transferEncoding = value
    default: break
    }
  }
}

extension ArchiveRecord {
  /// Takes the HTTP header off a block.
  ///
  /// - Returns: its bytes; 0 when there is none.
  mutating func readHTTP(_ block: UnsafeRawBufferPointer) -> Int {
    if block.count <= 2, block.allSatisfy({ $0 == 0x0A || $0 == 0x0D }) { return block.count }
    guard HTTPHead.begins(block) else { return 0 }
    let (head, size) = HTTPHead.read(block)
    http = head
    return size
  }
}
