/// What happened while people spoke: laughter, applause, a pause. Each row stands where it was taken out of the text.
public struct Events: Layer {
  /// Empty ranges: the places between the words.
  public var ranges: [TextRange] = []
  /// What the transcript says, with its brackets: `(Laughter.)`.
  public private(set) var texts: [String] = []
  /// The source bytes that say it.
  public private(set) var sources: [SourceRange] = []

  public init() {}

  public mutating func append(_ range: TextRange, text: String, source: SourceRange) {
    ranges.append(range)
    texts.append(text)
    sources.append(source)
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    texts.keep(rows)
    sources.keep(rows)
  }
}

extension LayerKey where Value == Events {
  public static var events: Self { Self("events") }
}

extension LayerID {
  public static let events = LayerKey.events.id
}
