/// One cue as a file has it: ranges of the decoded source, whose text keeps its markup.
///
/// Half as large as with ranges of `Int`: a long file has as many as a hundred thousand cues, and touching memory is
/// most of the time that reading them takes.
struct Caption {
  private struct Stretch {
    var start: Int32
    var end: Int32

    init(_ range: Range<Int>) {
      start = Int32(truncatingIfNeeded: range.lowerBound)
      end = Int32(truncatingIfNeeded: range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// Sources beyond this have offsets that no cue can hold.
  static let longestSource = Int(Int32.max)

  private var identifierStretch: Stretch
  private var textStretch = Stretch(0..<0)
  private var pieceStretch = Stretch(0..<0)
  private var settingsStretch: Stretch
  /// NaN where the file does not say.
  private var startSeconds: Double
  private var endSeconds: Double
  /// Index into ``CaptionTrack/speakers``, -1 when the file names none outside the text.
  var speaker: Int32 = -1
  private var regionCount: Int32

  init(
    identifier: Range<Int> = 0..<0, start: Double? = nil, end: Double? = nil, settings: Range<Int> = 0..<0,
    regions: Int = 0
  ) {
    identifierStretch = Stretch(identifier)
    settingsStretch = Stretch(settings)
    startSeconds = start ?? .nan
    endSeconds = end ?? .nan
    regionCount = Int32(truncatingIfNeeded: regions)
  }

  /// Empty when the file gives none.
  var identifier: Range<Int> {
    get { identifierStretch.range }
    set { identifierStretch = Stretch(newValue) }
  }
  /// Seconds; `nil` when the file does not say.
  var start: Double? {
    get { startSeconds.isNaN ? nil : startSeconds }
    set { startSeconds = newValue ?? .nan }
  }
  var end: Double? {
    get { endSeconds.isNaN ? nil : endSeconds }
    set { endSeconds = newValue ?? .nan }
  }
  /// The cue's text. Of several ``pieces``, from the first to the last.
  var text: Range<Int> {
    get { textStretch.range }
    set { textStretch = Stretch(newValue) }
  }
  /// Indices into ``CaptionTrack/pieces``, where the text is in several places.
  var pieces: Range<Int> {
    get { pieceStretch.range }
    set { pieceStretch = Stretch(newValue) }
  }
  /// WebVTT cue settings, as written.
  var settings: Range<Int> {
    get { settingsStretch.range }
    set { settingsStretch = Stretch(newValue) }
  }
  /// The regions that were defined before the cue.
  var regions: Int {
    get { Int(regionCount) }
    set { regionCount = Int32(truncatingIfNeeded: newValue) }
  }
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
