import Sluice

/// A `Content-Type`: the media type and its charset (RFC 9110, section 8.3).
struct MediaTypeField: Hashable, Sendable {
  /// Without parameters, lower case.
  var essence: String
  var charset: String?

  init?(_ value: String?) {
    guard let value else { return nil }
    let parts = value.split(separator: ";").map { String($0).trimmed }
    guard let first = parts.first?.lowercased(), first.utf8.contains(UInt8(ascii: "/")),
      first.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    essence = first
    charset =
      parts.dropFirst().lazy.compactMap { part -> String? in
        guard part.lowercased().hasPrefix("charset=") else { return nil }
        let name = part.dropFirst("charset=".count).filter { $0 != "\"" && $0 != "'" }
        return name.isEmpty ? nil : String(name).trimmed
      }.first
  }

  /// What the first bytes say where a server says nothing: a page, XML, text, or unknown.
  static func sniffed(_ body: [UInt8]) -> String {
    let letters = body.prefix(1024).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(16)
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if ["<!doctype html", "<html", "<head", "<body"].contains(where: { letters.starts(with: $0.utf8) }) {
      return "text/html"
    }
    if letters.starts(with: "<?xml".utf8) { return "application/xml" }
    if letters.starts(with: "webvtt".utf8) { return "text/vtt" }
    let head = Array(body.prefix(1024))
    let isText = !head.contains(0) && head.count - UTF8Validity.validPrefix(of: head.span) < 4
    return isText && !head.isEmpty ? "text/plain" : Source.unknownMediaType
  }
}
