import Sluice

/// What kind of content a file has, by its name, and where that says nothing, by its first bytes.
public enum MediaType {
  /// The types that folders are searched for when nothing else is asked for: those that hold text for people.
  public static let ofText = [
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/vtt", "application/x-subrip",
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

  /// The media type of content that someone declared. What is declared as text can turn out to be a picture; what is
  /// declared vaguely is what it looks like.
  static func ofContent(_ content: [UInt8], declared: String?) -> String {
    let head = Array(content.prefix(1024))
    if let magic = magic(head) {
      return isVague(declared) || ofText.contains(declared ?? "") ? magic : declared ?? magic
    }
    guard let declared, !isVague(declared) else { return sniff(head) }
    return declared == "text/plain" && sniff(head) == "text/html" ? "text/html" : declared
  }

  /// Whether a declaration tells nothing.
  static func isVague(_ declared: String?) -> Bool {
    [
      nil, unknown, "unknown/unknown", "application/unknown", "*/*", "binary/octet-stream", "text/unknown",
      "application/force-download", "application/x-unknown",
    ].contains(declared)
  }

  /// The media type that the first bytes of binary content tell.
  private static func magic(_ head: [UInt8]) -> String? {
    let kinds: [(String, [UInt8])] = [
      ("application/pdf", Array("%PDF-".utf8)), ("image/png", [0x89, 0x50, 0x4E, 0x47]),
      ("image/gif", Array("GIF8".utf8)), ("image/jpeg", [0xFF, 0xD8, 0xFF]),
      ("application/zip", [0x50, 0x4B, 3, 4]), ("application/gzip", [0x1F, 0x8B, 8]),
      ("image/webp", Array("RIFF".utf8)), ("audio/mpeg", Array("ID3".utf8)), ("font/woff", Array("wOF".utf8)),
      ("video/webm", [0x1A, 0x45, 0xDF, 0xA3]), ("audio/ogg", Array("OggS".utf8)),
    ]
    return kinds.first { head.starts(with: $0.1) }?.0
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
      ("application/x-tar", ["tar"]),
      ("application/x-7z-compressed", ["7z"]),
      ("application/zstd", ["zst", "zstd"]),
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
