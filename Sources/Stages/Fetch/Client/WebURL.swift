import CLibCurl
import Sluice

/// An http or https URL in normal form (RFC 3986): lower-case scheme and host, no default port, no fragment, no
/// user; numeric hosts in dotted form.
struct WebURL: Hashable, Sendable {
  /// The whole URL.
  let text: String
  /// `http` or `https`.
  let scheme: String
  /// Lower case; IPv6 addresses in brackets.
  let host: String
  let port: Int
  /// Path and query, as they stand in a request.
  let target: String

  /// Longer URLs are refused, in bytes.
  static let maximumLength = 8192

  /// Scheme, host and port: what robots.txt and limits are for.
  var origin: String { "\(scheme)://\(host):\(port)" }

  /// The host as it stands in a request.
  var hostField: String {
    port == (scheme == "https" ? 443 : 80) ? host : "\(host):\(port)"
  }

  /// - Parameter base: what a relative URL is relative to.
  /// - Throws: ``SluiceError`` with code `.refused` for what is no http or https URL, or has a user in it.
  init(_ written: String, relativeTo base: WebURL? = nil) throws {
    let bytes = try Self.encoded(written)
    guard let handle = curl_url() else { throw SluiceError(.fetch, "libcurl has no memory") }
    defer { curl_url_cleanup(handle) }
    func refusal(_ reason: String) -> SluiceError {
      SluiceError(.refused, "\(Self.shown(written)) is not fetched: \(reason)")
    }
    func set(_ text: String) throws {
      switch curl_url_set(handle, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER)) {
      case CURLUE_OK: return
      case CURLUE_UNSUPPORTED_SCHEME: throw refusal("only http and https are")
      case CURLUE_USER_NOT_ALLOWED: throw refusal("it has a user's name in it")
      case let code: throw refusal("it is no URL (\(String(cString: curl_url_strerror(code))))")
      }
    }
    if let base { try set(base.text) }
    try set(bytes)
    curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)

    func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
      var value: UnsafeMutablePointer<CChar>?
      guard curl_url_get(handle, part, &value, UInt32(flags)) == CURLUE_OK, let value else { return nil }
      defer { curl_free(value) }
      return String(cString: value)
    }
    guard let scheme = part(CURLUPART_SCHEME)?.lowercased(), scheme == "http" || scheme == "https" else {
      throw refusal("only http and https are")
    }
    guard part(CURLUPART_USER) == nil, part(CURLUPART_PASSWORD) == nil else {
      throw refusal("it has a user's name in it")
    }
    let ascii = Int32(SLUICE_CURLU_ASCII_HOST)
    guard let host = part(CURLUPART_HOST, ascii)?.lowercased(), !host.isEmpty else {
      throw refusal("it names no host")
    }
    curl_url_set(handle, CURLUPART_HOST, host, 0)
    guard let port = part(CURLUPART_PORT, Int32(CURLU_DEFAULT_PORT)).flatMap(Int.init),
      let text = part(CURLUPART_URL, Int32(CURLU_NO_DEFAULT_PORT)), let path = part(CURLUPART_PATH)
    else { throw refusal("it is no URL") }
    self.scheme = scheme
    self.host = host
    self.port = port
    self.text = text
    target = path + (part(CURLUPART_QUERY).map { "?\($0)" } ?? "")
  }

  /// `true` for an argument or link that a web browser would open.
  static func looksLikeOne(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// Without white space around it, with all that is not ASCII behind the host percent-encoded.
  private static func encoded(_ written: String) throws -> String {
    let trimmed = written.utf8.drop { $0 <= 0x20 }
    let bytes = Array(trimmed.reversed().drop { $0 <= 0x20 }.reversed())
    guard bytes.count <= maximumLength else {
      throw SluiceError(.refused, "a URL of \(bytes.count) bytes is not fetched: \(shown(written))")
    }
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C }) else {
      throw SluiceError(.refused, "\(shown(written)) is not fetched: it has characters that no URL has")
    }
    var result: [UInt8] = []
    // curl takes the host as it is: international names are its part.
    var slashes = 0
    var isInHost = bytes.starts(with: "//".utf8) || looksLikeOne(String(decoding: bytes, as: UTF8.self))
    for byte in bytes {
      if isInHost {
        if byte == UInt8(ascii: "/") { slashes += 1 }
        if slashes == 3 || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { isInHost = false }
      }
      if byte >= 0x80 && !isInHost || byte == 0x20 {
        result += HexDigits.percentEncoded(byte)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A URL as messages show it: on one line and not endless.
  static func shown(_ text: String) -> String {
    let printable = text.unicodeScalars.prefix(200).map {
      $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0
    }
    return String(String.UnicodeScalarView(printable)) + (text.unicodeScalars.count > 200 ? "…" : "")
  }
}
