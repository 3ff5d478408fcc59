public import Sluice

/// Parses a decoded source in a format.
enum CaptionParser {
  /// The source in its charset; STL names its own.
  static func decoded(_ source: Source, _ format: CaptionFormat?) -> DecodedSource {
    if format == .stl, let own = DecodedSource(source.bytes, charset: STLParser.charset(of: source.bytes)) {
      return own
    }
    return DecodedSource(source.bytes, hints: [source.declaredCharset])
  }

  static func track(
    _ bytes: Bytes, _ format: CaptionFormat, mode: CaptionMode, fields: CaptionFields = CaptionFields()
  ) -> CaptionTrack {
    guard bytes.count <= Caption.longestSource else {
      var none = CaptionTrack(.literal)
      none.isRecognized = false
      return none
    }
    return switch format {
    case .webVTT: mode == .strict ? VTTParser.parse(bytes) : LineParser.parse(bytes, .webVTT)
    case .subRip: LineParser.parse(bytes, .subRip)
    case .sbv: LineParser.parse(bytes, .sbv)
    case .ttml: TTMLParser.parse(bytes)
    case .json: SegmentParser.parse(bytes, fields)
    case .html: CitedParser.parse(bytes)
    case .tsv: TableParser.parse(bytes)
    case .scc: SCCParser.parse(bytes)
    case .stl: CaptionTrack(.literal)
    }
  }
}

/// How files are taken that break the rules of their format.
public enum CaptionMode: String, Sendable, CaseIterable, SettingValue {
  /// What can be understood is read, and what was odd is counted.
  case lenient
  /// WebVTT by the letter of the standard: what it says to drop is dropped.
  case strict
}
