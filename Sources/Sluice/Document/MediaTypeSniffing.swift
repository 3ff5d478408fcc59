/// Tells what bytes are that come without a type, after the WHATWG's MIME Sniffing Standard (sections 6 and 7) for the
/// types that are read here, and those of common formats that are not.
public enum MediaTypeSniffing {
  /// The media type of content of which at least the beginning is given; `application/octet-stream` when nothing is
  /// recognised and the bytes are no text.
  public static func mediaType(of head: [UInt8]) -> String {
    if let type = bySignature(head) { return type }
    let isUTF16 = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    var start = head[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    if isUTF16 { start = start.dropFirst(2) }
    if start.first != 0 || isUTF16 {
      // Markup in UTF-16 reads the same without its NULs.
      let letters = start.prefix(2048).filter { $0 != 0 }
      if let type = byMarkup(letters) { return type }
    }
    if isUTF16 { return "text/plain" }
    return isText(head) ? "text/plain" : Source.unknownMediaType
  }

  private static let signatures: [(prefix: [UInt8], type: String)] = [
    (Array("%PDF-".utf8), "application/pdf"), (Array("%!PS-Adobe-".utf8), "application/postscript"),
    (Array("GIF87a".utf8), "image/gif"), (Array("GIF89a".utf8), "image/gif"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"), ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    ([0x00, 0x00, 0x01, 0x00], "image/x-icon"), (Array("ID3".utf8), "audio/mpeg"),
    (Array("OggS\0".utf8), "application/ogg"), (Array("MThd\0\0\0\u{6}".utf8), "audio/midi"),
    ([0x1A, 0x45, 0xDF, 0xA3], "video/webm"), ([0x1F, 0x8B, 0x08], "application/gzip"),
    ([0x50, 0x4B, 0x03, 0x04], "application/zip"), (Array("Rar!\u{1A}\u{7}".utf8), "application/vnd.rar"),
    ([0x28, 0xB5, 0x2F, 0xFD], "application/zstd"), (Array("BZh".utf8), "application/x-bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "application/x-xz"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
    (Array("WARC/".utf8), "application/warc"), (Array("filedesc://".utf8), "application/x-archive"),
    (Array("wOFF".utf8), "font/woff"), (Array("wOF2".utf8), "font/woff2"),
    (Array("SQLite format 3\0".utf8), "application/vnd.sqlite3"),
    ([0x7F, 0x45, 0x4C, 0x46], "application/x-elf"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
  ]

  /// The media type that the first bytes of binary content tell, `nil` for text and for what is not known.
  public static func bySignature(_ head: [UInt8]) -> String? {
    if let found = signatures.first(where: { head.starts(with: $0.prefix) }) { return found.type }
    func has(_ text: String, at offset: Int) -> Bool {
      head.count >= offset + text.utf8.count
        && head[offset..<offset + text.utf8.count].elementsEqual(text.utf8)
    }
    if has("RIFF", at: 0) {
      return has("WEBPVP", at: 8)
        ? "image/webp" : has("WAVE", at: 8) ? "audio/wave" : has("AVI ", at: 8) ? "video/avi" : nil
    }
    if has("FORM", at: 0), has("AIFF", at: 8) { return "audio/aiff" }
    if has("ftyp", at: 4) { return "video/mp4" }
    return nil
  }

  /// Tags that begin a page; a blank or `>` must follow.
  private static let tags = [
    "<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a",
    "<style",
    "<title", "<b", "<body", "<br", "<p", "<meta", "<article", "<section", "<main",
  ]

  private static func byMarkup(_ letters: [UInt8]) -> String? {
    let ink = letters.drop { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    let lower = ink.prefix(512).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if ink.starts(with: "WEBVTT".utf8),
      ink.count == 6 || [0x20, 0x09, 0x0A, 0x0D].contains(ink[ink.startIndex + 6])
    {
      return "text/vtt"
    }
    if lower.starts(with: "<?xml".utf8) { return xml(Array(ink)) }
    if lower.starts(with: "<!--".utf8) { return "text/html" }
    for tag in tags where lower.starts(with: tag.utf8) {
      let next = lower.count > tag.utf8.count ? lower[tag.utf8.count] : 0x20
      if next == 0x3E || next == 0x20 || (0x09...0x0D).contains(next) { return "text/html" }
    }
    if ink.starts(with: "<TEI".utf8) { return "application/tei+xml" }
    return json(Array(ink))
  }

  /// Documents in XML are told apart by their first element.
  private static func xml(_ ink: [UInt8]) -> String {
    var index = 0
    while let open = ink[index...].firstIndex(of: 0x3C), open + 1 < ink.count {
      let next = ink[open + 1]
      if (0x41...0x5A).contains(next & ~0x20) {
        let name = String(
          decoding: ink[(open + 1)...].prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }, as: UTF8.self)
        switch name.lowercased() {
        case "html": return "application/xhtml+xml"
        case "tei", "tei.2", "teicorpus": return "application/tei+xml"
        case "rss": return "application/rss+xml"
        case "feed": return "application/atom+xml"
        case "svg": return "image/svg+xml"
        default: return "application/xml"
        }
      }
      index = open + 1
    }
    return "application/xml"
  }

  /// An object or a list of some; a bracket alone begins many a text.
  private static func json(_ ink: [UInt8]) -> String? {
    func next(_ index: Int) -> UInt8 { ink.dropFirst(index).first { $0 > 0x20 } ?? 0 }
    switch ink.first {
    case 0x7B:  // {
      guard next(1) == 0x22 else { return nil }
      let line = ink.firstIndex(of: 0x0A)
      return line.map { next($0) == 0x7B && ink[..<$0].last == 0x7D } == true
        ? "application/jsonl" : "application/json"
    case 0x5B:  // [
      return next(1) == 0x7B ? "application/json" : nil
    default: return nil
    }
  }

  /// Without the control characters that no text has (section 3 of the standard); in UTF-8 and in any other charset
  /// that has ASCII in it.
  private static func isText(_ head: [UInt8]) -> Bool {
    !head.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B || $0 == 0x0B }
  }
}
