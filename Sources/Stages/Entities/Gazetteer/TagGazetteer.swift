public import Sluice

/// Marks the names of a user's gazetteer: a file of entries with label, id and aliases.
///
/// The file is tab-separated (name, label, id, aliases parted by `|`), JSON Lines with the keys of
/// ``GazetteerEntry``, or what `sluice gazetteer compile` made of either: that is mapped into memory, so that a
/// million entries are there at once. Names match whole words; at each place the longest counts. The mentions are
/// added to those of `tag.entities`, and overlaps are settled by ``MatchPriority``; without that stage they are the
/// entities.
public struct TagGazetteer: Stage {
  public struct Settings: StageSettings {
    @Setting("File of entries: .tsv, .jsonl, or .sgaz as 'sluice gazetteer compile' writes it.")
    public var file: SettingFile? = nil
    @Setting("Entries in place, beside those of the file.")
    public var entries: [GazetteerEntry] = []
    @Setting("Capital and small letters are the same; a compiled file says so itself.")
    public var ignoreCase = false
    @Setting(
      "What wins where mentions overlap: before or after what tag.entities found, or a number above or below 0."
    )
    public var priority = MatchPriority.before

    public init() {}
  }

  public static let name: StageName = "tag.gazetteer"
  public static let summary = "Marks the names of a user's list, up to millions of them."

  /// Above a tagger's, below that of patterns.
  static let ownPriority: Int32 = 10

  /// Those in place first.
  private let gazetteers: [Gazetteer]
  private let priority: Int32
  private var tokens: [MatchToken] = []

  /// - Throws: ``ConfigurationError`` with file, line and column of every entry that is wrong; ``SluiceError`` for a
  ///   compiled file that is damaged.
  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) throws {
    var gazetteers: [Gazetteer] = []
    if !settings.entries.isEmpty {
      var builder = GazetteerBuilder(ignoresCase: settings.ignoreCase)
      for entry in settings.entries {
        guard PatternCompiler.isLabel(entry.label), entry.name.utf8.contains(where: { $0 > 0x20 }) else {
          throw SluiceError(.configuration, "the entry '\(entry.name)' needs a name, and a label such as ORG")
        }
        builder.add(entry)
      }
      gazetteers.append(try Gazetteer(GazetteerBytes(builder.image()), named: "the list in place"))
    }
    if let file = settings.file { gazetteers.append(try Self.gazetteer(file.path, settings.ignoreCase)) }
    self.gazetteers = gazetteers
    priority = settings.priority.number ?? Self.ownPriority
  }

  private static func gazetteer(_ path: String, _ ignoresCase: Bool) throws -> Gazetteer {
    if path.hasSuffix(".sgaz") { return try Gazetteer(GazetteerBytes(mapping: path), named: path) }
    let compiled = try GazetteerBuilder.compile(
      try FileBytes.read(path), named: path, ignoresCase: ignoresCase)
    return try Gazetteer(GazetteerBytes(compiled.bytes), named: path)
  }

  public var contract: Contract { Contract(extends: [.entities]) }

  public mutating func process(_ document: inout Document) async throws {
    let deadline = document
    var scratch = tokens
    document.text.bytes.withUnsafeBufferPointer { MatchToken.scan($0, into: &scratch) }
    tokens = scratch
    if gazetteers.isEmpty, document[.entities] == nil { document[.entities] = Entities() }
    for (number, gazetteer) in gazetteers.enumerated() {
      let hits = try gazetteer.matches(scratch) { try deadline.checkDeadline() }
      let matches = hits.map { hit in
        let entry = gazetteer.entry(hit.entry)
        return ListMatch(
          range: hit.range, label: entry.label, thing: entry.id ?? "\(number)\u{0}\(hit.entry)",
          name: entry.name,
          key: entry.id)
      }
      document[.entities] = EntityOverlay(document.text, over: document[.entities], priority: priority)
        .merged(matches)
    }
  }
}
