import Sluice

/// What kind of content a file has, by its name, and where that says nothing, by its first bytes.
public enum MediaType {
  /// The types that folders are searched for when nothing else is asked for: those that hold text for people.
  public static let ofText = [
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/vtt", "application/x-subrip",
    "application/x-sbv", "application/ttml+xml", "application/x-json3", "text/x-scc", "application/x-ebu-stl",
  ]

  /// The media type of a file, `application/octet-stream` when neither name nor content tells.
  public static func ofFile(named path: String) -> String {
    if let known = named(path) { return known }
    guard let file = try? FileDescriptor(opening: path), let head = try? file.read(upTo: 1024) else {
      return unknown
    }
    return sniff(head)
  }

  /// The media type that a file's name tells.
  static func named(_ path: String) -> String? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let suffix = String(decoding: name[name.index(after: dot)...], as: UTF8.self)
    return byExtension[suffix.lowercased()]
  }

  /// The media type of content of which at least the beginning is given: a page, text in UTF-8 or with the byte
  /// order mark of UTF-16, or unknown.
  public static func sniff(_ head: [UInt8]) -> String {
    let isUTF16 = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    var start = head[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    if isUTF16 { start = start.dropFirst(2) }
    let letters = start.filter { $0 != 0 }.drop { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains($0) }
      .prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if start.first != 0 || isUTF16 {
      if ["<!doctype html", "<html"].contains(where: { letters.starts(with: $0.utf8) }) {
        return "text/html"
      }
      if letters.starts(with: "<?xml".utf8) { return "application/xml" }
    }
    if isUTF16 { return "text/plain" }
    // A character may be cut in two by the end of what is given.
    let valid = UTF8Validity.validPrefix(of: head.span)
    let isText = head.count - valid < 4 && !head.contains(0) && (valid > 0 || head.isEmpty)
    return isText ? "text/plain" : unknown
  }

  private static let unknown = Source.unknownMediaType

  private static let byExtension: [String: String] = {
    let types: [(String, [String])] = [
      ("text/html", ["html", "htm", "shtml"]),
      ("application/xhtml+xml", ["xhtml", "xht"]),
      ("text/plain", ["txt", "text"]),
      ("text/markdown", ["md", "markdown"]),
      ("text/vtt", ["vtt"]),
      ("application/x-subrip", ["srt"]),
      ("application/x-sbv", ["sbv"]),
      ("application/ttml+xml", ["ttml", "dfxp", "itt", "imsc"]),
      ("application/x-json3", ["json3"]),
      ("text/x-scc", ["scc"]),
      ("application/x-ebu-stl", ["stl"]),
      ("text/tab-separated-values", ["tsv"]),
      ("application/json", ["json"]),
      ("application/jsonl", ["jsonl", "ndjson"]),
      ("application/xml", ["xml"]),
      ("text/css", ["css"]),
      ("text/javascript", ["js", "mjs"]),
      ("text/csv", ["csv"]),
      ("application/yaml", ["yaml", "yml"]),
      ("application/pdf", ["pdf"]),
      ("application/zip", ["zip"]),
      ("application/gzip", ["gz"]),
      ("application/warc", ["warc"]),
      ("image/png", ["png"]),
      ("image/jpeg", ["jpg", "jpeg"]),
      ("image/gif", ["gif"]),
      ("image/svg+xml", ["svg"]),
      ("image/webp", ["webp"]),
      ("audio/mpeg", ["mp3"]),
      ("video/mp4", ["mp4"]),
    ]
    return Dictionary(uniqueKeysWithValues: types.flatMap { type, names in names.map { ($0, type) } })
  }()
}
