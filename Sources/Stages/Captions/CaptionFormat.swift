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
    let format = Array(head).withUnsafeBufferPointer { buffer in
      Bytes(buffer).flatMap { CaptionLooks($0).format }
    }
    return format ?? (hasSegmentsBehindText(bytes, head) ? .json : nil)
  }

  /// Whether the list of segments begins behind a text that is longer than what was looked at: Whisper writes the
  /// whole transcript first.
  private static func hasSegmentsBehindText(_ bytes: [UInt8], _ head: ArraySlice<UInt8>) -> Bool {
    guard head.first == UInt8(ascii: "{"), bytes.count > 1 << 16 else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let all = Bytes(buffer), all.first("\"text\"", in: 0..<256) != nil,
        let list = all.first("\"segments\"", in: 0..<buffer.count)
      else { return false }
      let start = Array("{".utf8) + buffer[list..<min(buffer.count, list + 4096)]
      return start.withUnsafeBufferPointer { start in
        Bytes(start).flatMap { CaptionLooks($0).format } == .json
      }
    }
  }
}
