public import Sluice

/// Splits the text into sentences: `split.sentences`.
///
/// Blank lines and the borders of blocks and turns always part sentences; elsewhere end marks, line breaks and
/// the words around them decide. Sentences carry no white space at their ends, and none is blank.
public struct SplitSentences: Stage {
  /// What a single line break means.
  public enum Newlines: String, SettingValue, CaseIterable {
    /// It ends a sentence.
    case hard
    /// It is a space.
    case soft
    /// What stands around it decides.
    case auto
  }

  /// The kind of text.
  public enum Profile: String, SettingValue, CaseIterable {
    case `default`
    /// Speech: sentences may begin in lower case, and lines are wrapped.
    case transcript
    /// Web pages: lines often end without a mark.
    case web
  }

  public struct Settings: StageSettings {
    @Setting(
      "What a single line break means: hard ends a sentence, soft is a space, auto decides by context.")
    public var newlines = Newlines.auto
    @Setting("Further abbreviations whose full stop does not end a sentence, without the full stop.")
    public var abbreviations: [String] = []
    @Setting("The kind of text: default, transcript (sentences may begin in lower case) or web.")
    public var profile = Profile.default

    public init() {}
  }

  public static let name: StageName = "split.sentences"
  public static let summary = "splits the text into sentences"

  public let contract = Contract(uses: [.blocks, .turns], provides: [.sentences])
  private var splitter: SentenceSplitter

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    var rules = SentenceRules()
    rules.newlines = settings.newlines
    rules.profile = settings.profile
    rules.table = .english
    rules.ownAbbreviations = WordSet(
      settings.abbreviations.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: " "))
    splitter = SentenceSplitter(rules)
  }

  public mutating func process(_ document: inout Document) async throws {
    var ranges: [TextRange] = []
    let borders = Self.borders(of: document)
    for (start, end) in zip(borders, borders.dropFirst()) {
      document.text.bytes.withUnsafeBufferPointer { splitter.split($0, in: start..<end, into: &ranges) }
    }
    document[.sentences] = Sentences(ranges)
  }

  /// The offsets that no sentence crosses, in order, from the start of the text to its end.
  private static func borders(of document: Document) -> [Int] {
    var offsets: Set<Int> = [0, document.text.count]
    for ranges in [document[.blocks]?.ranges, document[.turns]?.ranges] {
      for range in ranges ?? [] {
        offsets.insert(Int(range.start))
        offsets.insert(Int(range.end))
      }
    }
    return offsets.sorted()
  }
}
