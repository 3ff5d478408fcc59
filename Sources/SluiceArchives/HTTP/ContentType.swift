import Sluice

/// A `Content-Type` field: media type and charset.
struct ContentType {
  /// Lower case, without parameters; `nil` when it is none.
  private(set) var mediaType: String?
  private(set) var charset: String?

  init(_ field: String?) {
    guard let field = field?.utf8 else { return }
    let parts = field.split(separator: UInt8(ascii: ";"))
    // Servers that send the field twice are told apart by commas in archives.
    if let essence = parts.first?.split(separator: UInt8(ascii: ",")).first,
      essence.contains(UInt8(ascii: "/"))
    {
      mediaType = Self.text(essence).lowercased()
    }
    for part in parts.dropFirst() where charset == nil {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard pair.count == 2, Self.text(pair[0]).lowercased() == "charset" else { continue }
      let value = Self.text(pair[1], without: [UInt8(ascii: "\""), UInt8(ascii: "'")])
      if !value.isEmpty { charset = value }
    }
  }

  /// Without white space and control characters, and without some others.
  private static func text(_ bytes: Substring.UTF8View, without others: [UInt8] = []) -> String {
    String(decoding: bytes.filter { $0 > 0x20 && !others.contains($0) }, as: UTF8.self)
  }
}
