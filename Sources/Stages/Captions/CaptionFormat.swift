public import Sluice

/// The formats that captions come in.
public enum CaptionFormat: String, Sendable, CaseIterable {
  case webVTT = "webvtt"
  case subRip = "subrip"
  case sbv
  case ttml
  /// JSON with a list of segments: Podcasting 2.0, Whisper, YouTube's json3, and others like them.
  case json
  /// Podcasting 2.0: `<cite>`, `<time>`, `<p>`.
  case html
  /// Whisper's table of start, end and text.
  case tsv
  /// Scenarist closed captions, CEA-608 in hexadecimal.
  case scc
  /// EBU Tech 3264.
  case stl

  /// Media types that mean captions and nothing else.
  static let mediaTypes: [(type: String, format: CaptionFormat)] = [
    ("text/vtt", .webVTT), ("application/x-subrip", .subRip), ("application/srt", .subRip),
    ("text/srt", .subRip), ("application/x-sbv", .sbv), ("application/ttml+xml", .ttml),
    ("application/x-json3", .json), ("text/x-scc", .scc), ("application/x-ebu-stl", .stl),
  ]

  /// The format of a source by its looks, then by its media type; `nil` when it is none of them.
  public static func of(_ source: Source) -> CaptionFormat? {
    let named = mediaTypes.first { $0.type == source.mediaType }?.format
    if named == .webVTT {
      // The same cues without the signature are still meant as WebVTT.
      let looks = sniff(source.bytes, isNamed: true)
      return looks == .subRip ? named : looks ?? named
    }
    if let named, named != .subRip { return sniff(source.bytes, isNamed: true) ?? named }
    switch source.mediaType {
    case "text/html", "application/xhtml+xml":
      return sniff(source.bytes, isNamed: false) == .html ? .html : nil
    case "text/markdown", "text/css", "text/javascript", "text/csv":
      return nil
    default:
      return sniff(source.bytes, isNamed: named != nil) ?? named
    }
  }

  /// - Parameter isNamed: the media type says that these are captions.
  private static func sniff(_ bytes: [UInt8], isNamed: Bool) -> CaptionFormat? {
    if bytes.count >= 1024, bytes[3..<6].elementsEqual("STL".utf8) { return .stl }
    var head = bytes[...].prefix(1 << 16)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      head = head.dropFirst(2).filter { $0 != 0 }[...]
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    head = head.drop { $0.isBlank }
    return Array(head).withUnsafeBufferPointer { buffer in
      Bytes(buffer).flatMap { CaptionLooks($0).format }
    }
  }
}
