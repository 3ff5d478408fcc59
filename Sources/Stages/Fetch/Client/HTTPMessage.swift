/// One header field of a message.
struct HTTPField: Hashable, Sendable {
  var name: String
  var value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// `false` for what could end the field or the header: nothing of that is ever sent.
  var isSafe: Bool {
    let isToken = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
    return !name.isEmpty && isToken && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  /// The field of a header line, `nil` for a line that is none.
  init?(line: some Collection<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex else { return nil }
    name = String(decoding: line[..<colon], as: UTF8.self)
    value = String(decoding: line[line.index(after: colon)...], as: UTF8.self).trimmed
    guard isSafe else { return nil }
  }
}

/// What a server answered to one request, decoded.
struct HTTPResponse: Sendable {
  var status: Int
  var reason: String
  var fields: [HTTPField]
  var body: [UInt8]
  /// The address that answered, empty when it is not known.
  var address = ""

  /// The value of the first field with a name, in whatever case.
  subscript(name: String) -> String? {
    let name = name.lowercased()
    return fields.first { $0.name.lowercased() == name }?.value
  }

  var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) && self["location"] != nil }
  var isSuccess: Bool { (200..<300).contains(status) }

  /// `404 Not Found`.
  var statusText: String { reason.isEmpty ? "\(status)" : "\(status) \(reason)" }
}

extension String {
  /// Without ASCII white space around it.
  var trimmed: String {
    let bytes = utf8.drop { $0 <= 0x20 }
    return String(decoding: bytes.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
  }
}
