public import Sluice

/// The cues of a file as JSON, with the names and values of the browser interfaces VTTCue and VTTRegion.
public struct CaptionListing {
  private let mode: CaptionMode
  private let hasTrees: Bool

  /// - Parameter hasTrees: each cue has a member `tree`, its text as the nodes that the standard makes of it.
  public init(mode: CaptionMode, hasTrees: Bool = false) {
    self.mode = mode
    self.hasTrees = hasTrees
  }

  /// `{"file":…,"ok":true,"cues":[{"id":"","startTime":0,"endTime":1.5,"text":…,…}]}`; `ok` is false for what is not
  /// captions.
  ///
  /// - Parameter flush: called now and then with what is written, so that long files need not be held as JSON.
  public func write(
    _ source: Source, file: String, into json: inout JSONWriter, flush: (inout JSONWriter) throws -> Void
  ) rethrows {
    let format = CaptionFormat.of(source)
    let decoded = CaptionParser.decoded(source, format)
    try decoded.text.bytes.withUnsafeBufferPointer { buffer in
      let bytes = Bytes(buffer)
      var track: CaptionTrack?
      if let bytes, let format { track = CaptionParser.track(bytes, format, mode: mode) }
      if format == .stl { track = STLParser.parse(source.bytes, decoded) }
      try json.object { json in
        json.member("file", file)
        json.key("ok")
        json.bool(track?.isRecognized ?? false)
        if let format { json.member("format", format.rawValue) }
        json.key("cues")
        try json.array { json in
          guard let track, let bytes, track.isRecognized else { return }
          for caption in track.captions {
            write(caption, track, bytes, into: &json)
            try flush(&json)
          }
        }
        if let leniencies = track?.leniencies.json {
          json.key("leniencies")
          json.value(leniencies)
        }
      }
    }
  }

  /// The tree of one cue's text, as tests of browsers write documents.
  public static func tree(of text: String) -> String {
    var bytes = Array(text.utf8)
    bytes.append(0x0A)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let bytes = Bytes(buffer) else { return "" }
      var end = buffer.count - 1
      // An empty line ends a cue.
      if let blank = bytes.first("\n\n", in: 0..<buffer.count) { end = min(end, blank) }
      return VTTTree.text(of: 0..<end, in: bytes)
    }
  }

  private func write(_ caption: Caption, _ track: CaptionTrack, _ bytes: Bytes, into json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(lines: caption.identifier, of: bytes)
      Self.write("startTime", caption.start, orElse: nil, into: &json)
      Self.write("endTime", caption.end, orElse: nil, into: &json)
      json.key("text")
      if caption.pieces.isEmpty, track.payload != .json, track.payload != .lineTwentyOne {
        json.string(lines: caption.text, of: bytes)
      } else {
        json.string(text(of: caption, track, bytes))
      }
      if caption.speaker >= 0 { json.member("speaker", track.speakers[Int(caption.speaker)]) }
      json.key("pauseOnExit")
      json.bool(false)
      if caption.settings.isEmpty {
        json.raw(utf8: Self.defaultSettings)
      } else {
        Self.write(
          VTTSettings(bytes, caption.settings, regions: track.regions.prefix(caption.regions)), track.regions,
          into: &json)
      }
      if hasTrees { json.member("tree", VTTTree.text(of: caption.text, in: bytes)) }
    }
  }

  /// The members of a cue without settings.
  private static let defaultSettings: [UInt8] = {
    var json = JSONWriter()
    write(VTTSettings(), [], into: &json)
    return json.bytes
  }()

  private static func write(_ settings: VTTSettings, _ regions: [VTTRegion], into json: inout JSONWriter) {
    json.member("vertical", settings.vertical)
    json.key("snapToLines")
    json.bool(settings.snapsToLines)
    write("line", settings.line, orElse: "auto", into: &json)
    json.member("lineAlign", settings.lineAlign)
    write("position", settings.position, orElse: "auto", into: &json)
    json.member("positionAlign", settings.positionAlign)
    write("size", settings.size, orElse: nil, into: &json)
    json.member("align", settings.align)
    json.key("region")
    if let region = settings.region { write(regions[region], into: &json) } else { json.null() }
  }

  private func text(of caption: Caption, _ track: CaptionTrack, _ bytes: Bytes) -> String {
    let pieces = caption.pieces.isEmpty ? [caption.text] : Array(track.pieces[caption.pieces])
    if track.payload == .json { return pieces.map { JSONText.string(bytes, $0) }.joined() }
    if track.payload == .lineTwentyOne {
      let words = pieces.map { UInt16(bytes.string($0), radix: 16).map(LineTwentyOne.characters) ?? ["\n"] }
      return String(String.UnicodeScalarView(words.joined()))
    }
    return pieces.map { bytes.decodedLines($0) }.joined(separator: "\n")
  }

  private static func write(
    _ key: String, _ value: Double?, orElse name: String?, into json: inout JSONWriter
  ) {
    json.key(key)
    if let value { json.number(value, digits: 6) } else if let name { json.string(name) } else { json.null() }
  }

  private static func write(_ region: VTTRegion, into json: inout JSONWriter) {
    json.object { json in
      json.member("id", region.id)
      write("width", region.width, orElse: nil, into: &json)
      write("lines", region.lines, orElse: nil, into: &json)
      write("regionAnchorX", region.regionAnchor.x, orElse: nil, into: &json)
      write("regionAnchorY", region.regionAnchor.y, orElse: nil, into: &json)
      write("viewportAnchorX", region.viewportAnchor.x, orElse: nil, into: &json)
      write("viewportAnchorY", region.viewportAnchor.y, orElse: nil, into: &json)
      json.member("scroll", region.scrolls ? "up" : "")
    }
  }
}

extension Bytes {
  /// The text of a range with line feeds for all line breaks, and U+FFFD for NUL.
  func decodedLines(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    for index in range {
      switch self[index] {
      case 0: result += [0xEF, 0xBF, 0xBD]
      case 0x0D: if index + 1 >= range.upperBound || self[index + 1] != 0x0A { result.append(0x0A) }
      case let byte: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension JSONWriter {
  /// A range of a file as a string, its line breaks as line feeds.
  fileprivate mutating func string(lines range: Range<Int>, of bytes: Bytes) {
    if bytes.first(0x0D, in: range) == nil, bytes.first(0, in: range) == nil {
      string(utf8: UnsafeBufferPointer(start: bytes.base + range.lowerBound, count: range.count))
    } else {
      string(bytes.decodedLines(range))
    }
  }
}
