import Sluice

/// The header fields that go with every request.
enum FetchHeaders {
  /// Fields that curl sets, or that would change what a request is.
  private static let reserved: Set<String> = [
    "host", "connection", "content-length", "transfer-encoding", "accept-encoding", "te", "upgrade", "expect",
    "if-none-match", "if-modified-since", "range", "user-agent",
  ]

  /// - Throws: ``SluiceError`` with code `.configuration` for fields that cannot be sent.
  static func fields(of settings: FetchSettings) throws -> [HTTPField] {
    var fields = [
      HTTPField("User-Agent", settings.userAgent),
      HTTPField("Accept", "text/html,application/xhtml+xml,text/vtt;q=0.9,text/plain;q=0.9,*/*;q=0.8"),
    ]
    guard fields[0].isSafe, !product(of: settings.userAgent).isEmpty else {
      throw SluiceError(
        .configuration, "'user-agent' must begin with a product, such as Example/1.0, on one line")
    }
    for (name, value) in settings.headers.sorted(by: { $0.key < $1.key }) {
      let field = HTTPField(name, value)
      guard field.isSafe else {
        throw SluiceError(
          .configuration, "'\(WebURL.shown(name))' in 'headers' is no header field that can be sent")
      }
      guard !reserved.contains(name.lowercased()) else {
        throw SluiceError(.configuration, "'headers' cannot have '\(name)': fetch.http sets it")
      }
      fields.removeAll { $0.name.lowercased() == name.lowercased() }
      fields.append(field)
    }
    return fields
  }

  /// The product token that groups of robots.txt name: what a user agent begins with, up to the version.
  static func product(of userAgent: String) -> String {
    String(
      decoding: userAgent.utf8.prefix { byte in
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
      }, as: UTF8.self)
  }
}
