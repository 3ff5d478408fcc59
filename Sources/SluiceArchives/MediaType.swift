import Sluice

/// What kind of content a file has, by its name, and where that says nothing, by its first bytes.
public enum MediaType {
  /// The types that folders are searched for when nothing else is asked for: those that hold text for people.
  public static let ofText = [
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/vtt", "application/x-subrip",
    "application/tei+xml",
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

  /// The media type of content of which at least the beginning is given: see ``MediaTypeSniffing``.
  public static func sniff(_ head: [UInt8]) -> String { MediaTypeSniffing.mediaType(of: head) }

  /// The media type that a file's name tells.
  static func named(_ path: String) -> String? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let suffix = String(decoding: name[name.index(after: dot)...], as: UTF8.self)
    return byExtension[suffix.lowercased()]
  }

  /// The media type of content that someone declared. What is declared as text can turn out to be a picture; what is
  /// declared vaguely is what it looks like.
  static func ofContent(_ content: [UInt8], declared: String?) -> String {
    let head = Array(content.prefix(1024))
    if let binary = MediaTypeSniffing.bySignature(head) {
      return isVague(declared) || ofText.contains(declared ?? "") ? binary : declared ?? binary
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
      ("application/tei+xml", ["tei"]),
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
