/// Who speaks where: each row is one uninterrupted speech.
public struct Turns: Layer {
  public var ranges: [TextRange] = []
  /// Index into ``names`` of who speaks, -1 when unknown.
  public private(set) var speakers: [Int32] = []
  /// `host`, `guest`, `question`, `answer`, `audience`: as the source says.
  public private(set) var roles: [String?] = []
  /// Seconds from the start of the recording.
  public private(set) var starts: [Double?] = []
  public private(set) var ends: [Double?] = []
  /// The speakers, each once, in order of appearance.
  public var names: [String] { voices.names }
  private var voices = VoiceTable()

  public init() {}

  public mutating func append(
    _ range: TextRange, speaker: String?, role: String? = nil, start: Double? = nil, end: Double? = nil
  ) {
    ranges.append(range)
    speakers.append(voices.index(of: speaker))
    roles.append(role)
    starts.append(start)
    ends.append(end)
  }

  /// Who speaks in a row.
  public func speaker(at row: Int) -> String? { voices[speakers[row]] }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    speakers.keep(rows)
    roles.keep(rows)
    starts.keep(rows)
    ends.keep(rows)
  }
}

extension LayerKey where Value == Turns {
  public static var turns: Self { Self("turns") }
}
