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
}
