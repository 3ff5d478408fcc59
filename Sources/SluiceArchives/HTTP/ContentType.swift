import Sluice

/// A `Content-Type` field: media type and charset.
struct ContentType {
  /// Lower case, without parameters; `nil` when it is none.
  private(set) var mediaType: String?
  private(set) var charset: String?

  init(_ field: String?) {
    // Servers that send the field twice are told apart by commas in archives.
    let parts = (field ?? "").split(separator: ";")
    let essence = (parts.first ?? "").split(separator: ",").first ?? ""
    let type = essence.filter { $0 > " " }.lowercased()
    if type.utf8.contains(UInt8(ascii: "/")) { mediaType = type }
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ $0 > " " }).lowercased() == "charset" else { continue }
      let value = pair[1].filter { $0 > " " && $0 != "\"" && $0 != "'" }
      if !value.isEmpty { charset = charset ?? String(value) }
    }
  }
}
