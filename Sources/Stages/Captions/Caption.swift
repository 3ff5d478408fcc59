/// One cue as a file has it: ranges of the decoded source, whose text keeps its markup.
struct Caption {
  /// Empty when the file gives none.
  var identifier: Range<Int> = 0..<0
  /// Seconds; `nil` when the file does not say.
  var start: Double?
  var end: Double?
  /// The cue's text. Of several ``pieces``, from the first to the last.
  var text: Range<Int> = 0..<0
  /// Indices into ``CaptionTrack/pieces``, where the text is in several places.
  var pieces: Range<Int> = 0..<0
  /// Index into ``CaptionTrack/speakers``, -1 when the file names none outside the text.
  var speaker: Int32 = -1
  /// WebVTT cue settings, as written.
  var settings: Range<Int> = 0..<0
  /// The regions that were defined before the cue.
  var regions = 0
}

/// What a parser makes of a caption file.
struct CaptionTrack {
  /// How the text of a cue is written.
  enum Payload: Sendable {
    case webVTT, subRip, plain, xml, json
    /// Without markup.
    case literal
    /// Words of line 21 data in hexadecimal, a piece for each.
    case lineTwentyOne
  }

  var payload: Payload
  /// `false` when the file is not of the format at all.
  var isRecognized = true
  var captions: [Caption] = []
  var pieces: [Range<Int>] = []
  var speakers: [String] = []
  var regions: [VTTRegion] = []
  var leniencies = Leniencies()
  var language: String?
  var title: String?
  /// Texts carry the white space between them themselves, as words of speech recognition do.
  var hasOwnSpaces = false
  private var speakerIndices: [String: Int32] = [:]

  init(_ payload: Payload) {
    self.payload = payload
  }

  mutating func speaker(named name: String) -> Int32 {
    guard !name.isEmpty else { return -1 }
    if let known = speakerIndices[name] { return known }
    let index = Int32(speakers.count)
    speakerIndices[name] = index
    speakers.append(name)
    return index
  }
}
