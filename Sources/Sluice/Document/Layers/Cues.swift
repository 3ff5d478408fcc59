/// The cues of captions: which words are shown or said from when to when. A cue whose words all leave the text goes
/// with them.
public struct Cues: Layer {
  public var ranges: [TextRange] = []
  /// Seconds from the start of the recording; `nil` where the file does not say.
  public private(set) var starts: [Double?] = []
  /// May lie before the start, where the file says so.
  public private(set) var ends: [Double?] = []
  /// The identifier that the file gives a cue, such as its number in SubRip; `nil` when it has none.
  public private(set) var identifiers: [String?] = []
  /// Index into ``names`` of whose voice it is, -1 when the file does not say.
  public private(set) var speakers: [Int32] = []
  /// The voices, each once, in order of appearance.
  public var names: [String] { voices.names }
  private var voices = VoiceTable()

  public init() {}

  /// Makes room for a number of cues.
  public mutating func reserve(_ count: Int) {
    ranges.reserveCapacity(count)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    identifiers.reserveCapacity(count)
    speakers.reserveCapacity(count)
  }

  public mutating func append(
    _ range: TextRange, start: Double?, end: Double?, identifier: String? = nil, speaker: String? = nil
  ) {
    ranges.append(range)
    starts.append(start)
    ends.append(end)
    identifiers.append(identifier)
    speakers.append(voices.index(of: speaker))
  }

  /// Whose voice a row is.
  public func speaker(at row: Int) -> String? { voices[speakers[row]] }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    starts.keep(rows)
    ends.keep(rows)
    identifiers.keep(rows)
    speakers.keep(rows)
  }
}

extension LayerKey where Value == Cues {
  public static var cues: Self { Self("cues") }
}

extension LayerID {
  public static let cues = LayerKey.cues.id
}
