public import Sluice

/// `clean.transcript`: makes clean, speaker-attributed text of a transcript, and leaves other texts alone but for
/// their layout.
///
/// Wrongly decoded characters, white space, page furniture and wrapped lines are put in order; editorial notices go to
/// the metadata field `notices`, stage directions to the layer of events; speaker labels become the layer of turns;
/// hesitations, stutters and what speakers took back go. Every change is an edit on record, with the rule that made
/// it. What may be wrong and was not changed is flagged. Code and tables are not touched.
public struct CleanTranscript: Stage {
  /// Options of `clean.transcript`.
  public struct Settings: StageSettings {
    @Setting(
      "How much to change: verbatim keeps every word, clean drops notices, labels, hesitations and stutters.")
    public var level = CleaningLevel.clean
    @Setting(
      "Rules to run alone, by id or by the part before the full stop, such as char.mojibake or layout.")
    public var only: [String] = []
    @Setting("Rules to leave out, by id or by the part before the full stop.")
    public var without: [String] = []
    @Setting("A glossary of your own, JSON or YAML: what is misheard, what is meant, and words near it.")
    public var glossary: SettingFile? = nil
    @Setting("Who speaks, where it is one person and the text does not say so.")
    public var speaker: String? = nil

    public init() {}
  }

  public static let name: StageName = "clean.transcript"
  public static let summary =
    "Cleans white space, notices, speaker labels, stage directions, hesitations and stutters."

  private let settings: Settings
  private let glossary: Glossary
  private let counts = RuleCounts()

  /// The stage with its defaults.
  public init() {
    settings = Settings()
    glossary = Glossary.policy(with: [])
  }

  /// - Throws: ``SluiceError`` with code `.configuration` or `.io` for a glossary that cannot be read.
  public init(_ settings: Settings, _ context: LoadContext = LoadContext()) throws {
    self.settings = settings
    glossary = Glossary.policy(with: try settings.glossary.map(GlossaryFile.read) ?? [])
  }

  public var contract: Contract { Contract(uses: [.blocks, .cues], provides: [.turns, .events, .flags]) }

  /// How often each rule changed the texts of a run.
  public var remarks: [String] { [counts.remark].compactMap(\.self) }

  public mutating func process(_ document: inout Document) async throws {
    var cleaning = Cleaning(
      document, level: settings.level, choice: RuleChoice(only: settings.only, without: settings.without))
    try cleaning.run(MojibakeRule())
    try cleaning.run(LineNumberRule())
    try cleaning.attributeTables()
    try cleaning.attributeColumns()
    try cleaning.run(SpaceRule())
    try cleaning.run(PageMarkRule())
    try cleaning.run(BulletRule())
    try cleaning.run(PageFurnitureRule())
    try cleaning.run(ConcordanceRule())
    try cleaning.attribute(to: settings.speaker)
    try cleaning.run(HardWrapRule())
    try cleaning.settle { cleaning in
      try cleaning.tidy()
      try cleaning.run(PageMarkRule())
      try cleaning.run(BulletRule())
      try cleaning.runStageDirections()
      try cleaning.run(TimestampRule())
      try cleaning.runNotices()
      try cleaning.runSpeech()
      try cleaning.attributeMore()
      try cleaning.respell(by: glossary)
    }
    cleaning.flag(by: glossary)
    let known = document.edits.entries.count
    let isFallback = cleaning.isNoisy
    document = cleaning.finished()
    counts.add(document.edits.entries[known...], isFallback: isFallback)
  }
}
