public import Sluice

/// Applies a user's corrections to the entities: mentions dropped, added, split and relabelled, identities merged,
/// split and renamed.
///
/// A name in an entry stands for all mentions that are written so and, beside them, for the identity that is
/// shown under it. Entries are applied in their order; afterwards identities are numbered anew. What is to be
/// spelled otherwise in the text itself is the work of ``CleanRespell``, which reads the same file.
public struct TagCorrections: Stage {
  public typealias Settings = CorrectionSettings

  public static let name: StageName = "tag.corrections"
  public static let summary =
    "Drops, adds, merges, splits, renames and relabels entities as a user's file says."

  private let corrections: [Correction]
  private let use: EntryUse

  /// - Throws: ``ConfigurationError`` with file, line and column of every entry that is wrong.
  public init(_ settings: CorrectionSettings = CorrectionSettings(), _ context: LoadContext = LoadContext())
    throws
  {
    corrections = try settings.corrections(context).filter { !$0.isRespelling }
    use = EntryUse(corrections)
  }

  public var contract: Contract {
    Contract(requires: [.entities], revises: [.entities])
  }

  /// The entries that no document has had a use for since the stage was made, each with its place.
  ///
  /// It is about the run, not about a document: the copies of the stage that workers hold count together. Ask
  /// for it when the run is over.
  public var unusedEntries: [String] { use.unused }

  public var remarks: [String] { use.remarks }

  public mutating func process(_ document: inout Document) async throws {
    guard !corrections.isEmpty, let entities = document[.entities] else { return }
    var revision = EntityRevision(entities, document.text)
    var used: [Int] = []
    for (index, correction) in corrections.enumerated() where revision.apply(correction.action) {
      used.append(index)
    }
    use.note(used)
    if !used.isEmpty { document[.entities] = revision.finish() }
  }
}
