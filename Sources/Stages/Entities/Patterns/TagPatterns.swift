public import Sluice

/// Marks what a user's patterns describe: phrases, and sequences of token tests with gaps.
///
/// A text is passed once: patterns are found by the token that they begin with. At each place the longest match
/// counts, of equally long ones the pattern that stands first. The mentions are added to those of `tag.entities`, and
/// overlaps are settled by ``MatchPriority``; without that stage they are the entities.
public struct TagPatterns: Stage {
  public typealias Settings = PatternSettings

  public static let name: StageName = "tag.patterns"
  public static let summary = "Marks what a user's patterns of words describe."

  /// Above a gazetteer's, which is above a tagger's.
  static let ownPriority: Int32 = 20

  private struct Source {
    var entry: PatternEntry
    /// For remarks.
    var name: String
  }

  private let table: PatternTable
  private let sources: [Source]
  private let priority: Int32
  private let use: EntryUse
  private var tokens: [MatchToken] = []

  /// - Throws: ``ConfigurationError`` with file, line and column of every pattern that is wrong.
  public init(_ settings: PatternSettings = PatternSettings(), _ context: LoadContext = LoadContext()) throws
  {
    let reader = SettingsReader(directory: context.directory)
    var table = PatternTable()
    var sources: [Source] = []
    func add(_ entry: PatternEntry, at position: SourcePosition?) {
      guard let patterns = PatternCompiler(reader: reader, position: position).compile(entry) else { return }
      for pattern in patterns { table.add(pattern, source: sources.count) }
      let what =
        entry.name ?? entry.phrase ?? entry.phrases.first ?? entry.id ?? "pattern \(sources.count + 1)"
      sources.append(
        Source(entry: entry, name: (position.map { "\($0): " } ?? "") + "\(entry.label) '\(what)'"))
    }
    for entry in settings.patterns { add(entry, at: nil) }
    if let file = settings.file {
      EntryFile.read(
        try file.contents(), named: file.path, reader, yaml: context.readYAML,
        example: #"{"label": "LAW", "phrase": "…"}"#
      ) {
        node, position in
        let known = reader.diagnostics.count
        let entry = PatternEntry.read(node, reader, in: "a pattern")
        if let entry, reader.diagnostics.count == known { add(entry, at: position) }
      }
    }
    guard reader.diagnostics.isEmpty else { throw ConfigurationError(reader.diagnostics) }
    self.table = table
    self.sources = sources
    priority = settings.priority.number ?? Self.ownPriority
    use = EntryUse(sources.map(\.name))
  }

  public var contract: Contract { Contract(extends: [.entities]) }

  /// The patterns that no document had a use for since the stage was made.
  public var unusedEntries: [String] { use.unused }

  public var remarks: [String] { unusedEntries.map { "never used: \($0)" } }

  public mutating func process(_ document: inout Document) async throws {
    let deadline = document
    var scratch = tokens
    let hits = try document.text.bytes.withUnsafeBufferPointer { text in
      MatchToken.scan(text, into: &scratch)
      return try table.matches(scratch, text) { try deadline.checkDeadline() }
    }
    tokens = scratch
    use.note(hits.map(\.source))
    let text = document.text
    let matches = hits.map { hit in
      let entry = sources[hit.source].entry
      let isPhrase = entry.tokens.isEmpty
      let words = isPhrase ? entry.phrase ?? entry.phrases.first ?? "" : OneLine.text(text[hit.range])
      return ListMatch(
        range: hit.range, label: Entities.Label(entry.label),
        thing: entry.id ?? "\(entry.label)\u{0}\(entry.name ?? words)",
        name: entry.name, key: entry.id)
    }
    document[.entities] = EntityOverlay(text, over: document[.entities], priority: priority).merged(matches)
  }
}
