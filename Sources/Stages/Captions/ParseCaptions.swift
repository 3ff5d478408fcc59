public import Sluice

/// `parse.captions`: reads captions and timed transcripts: WebVTT, SubRip, SBV, TTML and IMSC, Podcasting 2.0 in JSON
/// and HTML, Whisper's JSON and table, YouTube's json3, and other JSON with a list of segments.
///
/// Markup leaves the text, and lines and cues flow into paragraphs, so that sentences run across cues; paragraphs
/// begin where another voice speaks, at lines that begin a speech, and at long pauses. The cues become a layer with
/// their times and voices. Captions that roll, as automatic ones do, say each line once.
public struct ParseCaptions: Stage {
  /// Options of `parse.captions`.
  public struct Settings: StageSettings {
    @Setting("The format, where neither media type nor content tells.")
    public var format: CaptionFormat? = nil
    @Setting("lenient reads what people publish; strict is WebVTT by the letter of the standard.")
    public var mode = CaptionMode.lenient
    @Setting("Take out lines that rolling captions show again.")
    public var collapseRolling = true
    @Setting("Where a JSON file of segments keeps what.")
    public var fields = CaptionFields()

    public init() {}
  }

  public static let name: StageName = "parse.captions"
  public static let summary =
    "Reads captions: WebVTT, SubRip, SBV, TTML, and transcripts with times in JSON, HTML or a table."
  public static let mediaTypes: [String]? = CaptionFormat.mediaTypes.map(\.type)

  private let settings: Settings

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    self.settings = settings
  }

  /// What looks like captions; and where the settings name a format or members of JSON, what says nothing else.
  public func reads(_ source: Source) -> Bool {
    if CaptionFormat.of(source) != nil { return true }
    switch source.mediaType {
    case "application/json": return given == .json
    case "text/plain", "text/tab-separated-values", "application/xml", Source.unknownMediaType:
      return settings.format != nil
    default: return false
    }
  }

  /// The format that the settings name.
  private var given: CaptionFormat? {
    let fields = settings.fields
    return settings.format ?? (fields.segments != nil || fields.text != nil ? .json : nil)
  }

  public var contract: Contract { Contract(provides: [.blocks, .cues]) }

  /// - Throws: ``SluiceError`` with code `.unreadable` for a source that is no captions, or none in its format.
  public mutating func process(_ document: inout Document) async throws {
    guard let format = settings.format ?? CaptionFormat.of(document.source) ?? given else {
      throw SluiceError(.unreadable, "these are no captions in a format that is known")
    }
    let decoded = CaptionParser.decoded(document.source, format)
    let reading = try decoded.text.bytes.withUnsafeBufferPointer { buffer in
      try Bytes(buffer).flatMap { bytes in
        var track = CaptionParser.track(bytes, format, mode: settings.mode, fields: settings.fields)
        if format == .stl { track = STLParser.parse(document.source.bytes, decoded) }
        return try read(bytes, track, document)
      }
    }
    guard let reading else {
      throw SluiceError(.unreadable, "no cues are in it: this is not \(format.rawValue)")
    }
    try document.setText(
      reading.text, alignment: reading.alignment.composed(onto: decoded.alignment), charset: decoded.charset)
    document[.blocks] = reading.blocks
    document[.cues] = reading.cues
    describe(&document, reading, format)
  }

  private struct Reading {
    var text: Text
    var alignment: Alignment
    var blocks: Blocks
    var cues: Cues
    var leniencies: Leniencies
    var language: String?
    var title: String?
  }

  /// - Returns: `nil` when the source is not of the format.
  private func read(_ bytes: Bytes, _ given: CaptionTrack, _ document: Document) throws -> Reading? {
    var track = given
    guard track.isRecognized else { return nil }
    if settings.collapseRolling { RollingLines.collapse(&track, in: bytes) }
    var flow = CueFlow(bytes, hasOwnSpaces: track.hasOwnSpaces, cueCount: track.captions.count)
    var text = CueText(bytes, isStrict: settings.mode == .strict)
    if text.hasNUL, track.payload != .literal { track.leniencies.note(.nul) }
    for (number, caption) in track.captions.enumerated() {
      if number % 4096 == 0 { try document.checkDeadline() }
      flow.begin(caption, speaker: caption.speaker < 0 ? nil : track.speakers[Int(caption.speaker)])
      if track.payload == .lineTwentyOne {
        text.write(words: track.pieces[caption.pieces], to: &flow)
      } else if caption.pieces.isEmpty {
        text.write(caption.text, track.payload, to: &flow)
      } else {
        for piece in track.pieces[caption.pieces] {
          text.write(piece, track.payload, to: &flow)
          if track.payload != .json { flow.joint() }
        }
      }
      flow.end()
    }
    let (written, alignment, blocks, cues) = flow.finish()
    return Reading(
      text: written, alignment: alignment, blocks: blocks, cues: cues, leniencies: track.leniencies,
      language: track.language, title: track.title)
  }

  private func describe(_ document: inout Document, _ reading: Reading, _ format: CaptionFormat) {
    if let language = reading.language, document.metadata.language == nil {
      document.metadata.set("language", .string(language), evidence: format.rawValue)
    }
    if let title = reading.title, document.metadata.title == nil {
      document.metadata.set("title", .string(title), evidence: format.rawValue)
    }
    document.metadata.set("captions", .string(format.rawValue), evidence: "parse.captions")
    if let leniencies = reading.leniencies.json {
      document.metadata.set("leniencies", leniencies, evidence: "parse.captions")
    }
  }
}

extension CaptionFormat: SettingValue {}
