public import Sluice

/// `clean.punctuation`: puts marks and capitals into text that has none, as captions and machines leave it.
///
/// It is for pipelines that ask for it, and by default changes only texts in which less than 2 % of the words carry a
/// mark, and their case only where they are in one case. Every mark and capital is an edit on record.
public struct CleanPunctuation: Stage {
  /// When the stage changes a text.
  public enum Occasion: String, Sendable, CaseIterable, SettingValue {
    /// Where punctuation or case is missing.
    case missing
    /// Always.
    case always
  }

  /// Options of `clean.punctuation`.
  public struct Settings: StageSettings {
    @Setting("When to change a text: missing, where it has no punctuation or one case only, or always.")
    public var when = Occasion.missing
    @Setting("Give words their capitals, too.")
    public var capitals = true

    public init() {}
  }

  public static let name: StageName = "clean.punctuation"
  public static let summary = "Puts marks and capitals into English text that has none."

  private let settings: Settings
  private let table: PunctuationTable

  /// - Throws: ``SluiceError`` with code `.configuration` when the program has no table.
  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) throws {
    self.settings = settings
    guard let table = PunctuationTable.shipped else {
      throw SluiceError(.configuration, "the table of clean.punctuation is damaged", stage: Self.name)
    }
    self.table = table
  }

  public var contract: Contract { Contract(uses: [.blocks, .turns]) }

  public mutating func process(_ document: inout Document) async throws {
    let page = CleaningPage(document)
    guard SpeechCensus(page).isEnglish else { return }
    let state = PunctuationState(page)
    let marks = settings.when == .always || state.lacksMarks
    let isOneCase = settings.when == .always || state.isCapitals || state.isLower
    let isLong = settings.when == .always || state.words >= PunctuationState.fewestWords
    guard isLong, marks || (settings.capitals && state.isCapitals) else {
      return
    }
    let ranges = document[.turns].flatMap { $0.count > 0 ? $0.ranges.map(\.bounds) : nil }
    let units = ranges ?? page.blocks.filter { $0.kind != .table && $0.kind != .code }.map(\.range)
    let rule = PunctuationRule(table: table, marks: marks, cases: settings.capitals && isOneCase)
    try document.apply(rule.edits(in: page, units: units))
  }
}
