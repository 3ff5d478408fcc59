public import Sluice

/// `clean.transcript`: makes clean, speaker-attributed text of a transcript, and leaves other texts alone but for
/// their layout.
///
/// White space and bullets are put in order; editorial notices go to the metadata field `notices`, stage directions
/// to `events`; speaker labels become the layer of turns; hesitations and exact stutters go. Every change is an edit
/// on record, with the rule that made it. Code and tables are not touched.
public struct CleanTranscript: Stage {
  /// Options of `clean.transcript`.
  public struct Settings: StageSettings {
    @Setting(
      "How much to change: verbatim keeps every word, clean drops notices, labels, hesitations and stutters.")
    public var level = CleaningLevel.clean
    @Setting("Rules to run alone, by id or by the part before the full stop, such as char.mojibake or layout.")
    public var only: [String] = []
    @Setting("Rules to leave out, by id or by the part before the full stop.")
    public var without: [String] = []
    @Setting("Who speaks, where it is one person and the text does not say so.")
    public var speaker: String? = nil

    public init() {}
  }

  public static let name: StageName = "clean.transcript"
  public static let summary =
    "Cleans white space, notices, speaker labels, stage directions, hesitations and stutters."

  private let settings: Settings

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    self.settings = settings
  }

  public var contract: Contract { Contract(uses: [.blocks], provides: [.turns]) }

  public mutating func process(_ document: inout Document) async throws {
    var cleaning = Cleaning(
      document, level: settings.level, choice: RuleChoice(only: settings.only, without: settings.without))
    try cleaning.run(MojibakeRule())
    try cleaning.run(LineNumberRule())
    try cleaning.run(SpaceRule())
    try cleaning.run(PageMarkRule())
    try cleaning.run(BulletRule())
    try cleaning.attribute(to: settings.speaker)
    try cleaning.settle { cleaning in
      try cleaning.run(PageMarkRule())
      try cleaning.run(BulletRule())
      try cleaning.runStageDirections()
      try cleaning.run(TimestampRule())
      try cleaning.runSpeech()
      try cleaning.runNotices()
      try cleaning.attributeMore()
    }
    document = cleaning.finished()
  }
}
