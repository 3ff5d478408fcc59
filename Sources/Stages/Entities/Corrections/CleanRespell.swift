public import Sluice

/// Puts right what a transcript mishears: the `respell` entries of a corrections file, as edits of the text.
///
/// An entry applies where its words stand exactly as written, capitals included, as whole words, and where
/// one of its `near` words, if it has any, is among the twelve words before or behind. Of entries that fit
/// one place the longest applies. Every change is an edit of class `respelling` with the rule `respell`, so
/// that the source keeps what was there.
public struct CleanRespell: Stage {
  public typealias Settings = CorrectionSettings

  public static let name: StageName = "clean.respell"
  public static let summary = "Respells words in context as a user's file of corrections says."

  private let table: RespellTable
  private let use: EntryUse

  /// - Throws: ``ConfigurationError`` with file, line and column of every entry that is wrong.
  public init(_ settings: CorrectionSettings = CorrectionSettings(), _ context: LoadContext = LoadContext())
    throws
  {
    let corrections = try settings.corrections(context).filter(\.isRespelling)
    table = RespellTable(corrections)
    use = EntryUse(corrections)
  }

  public var contract: Contract { Contract() }

  /// The entries that no document has had a use for since the stage was made, each with its place.
  ///
  /// It is about the run, not about a document: the copies of the stage that workers hold count together. Ask
  /// for it when the run is over.
  public var unusedEntries: [String] { use.unused }

  public var remarks: [String] { use.remarks }

  public mutating func process(_ document: inout Document) async throws {
    let hits = table.hits(in: document.text.bytes)
    guard !hits.isEmpty else { return }
    use.note(Set(hits.map(\.entry)))
    try document.apply(
      hits.map { Edit($0.range, with: table.replacement(of: $0.entry), rule: "respell", kind: .respelling) })
  }
}
