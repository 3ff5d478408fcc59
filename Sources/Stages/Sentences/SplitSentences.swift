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

    @Setting("A file with further abbreviations, parted by white space; # begins a comment.")
    public var abbreviationFile: SettingFile? = nil
    @Setting("BCP 47 tag of the language to split by; without it the document's own, or English.")
    public var language: String? = nil

    public init() {}
  }

  public static let name: StageName = "split.sentences"
  public static let summary = "Splits the text into sentences."

  public let contract = Contract(uses: [.blocks, .turns], provides: [.sentences])
  private let settings: Settings
  private let ownAbbreviations: WordSet
  /// Why the file of abbreviations could not be read; thrown by the first document.
  private var failure: (any Error)?
  private var splitters: [String: SentenceSplitter] = [:]

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    self.settings = settings
    var words = settings.abbreviations
    do {
      words += try settings.abbreviationFile.map { Self.words(in: try $0.contents()) } ?? []
    } catch {
      failure = error
    }
    ownAbbreviations = WordSet(
      words.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: " "))
  }

  private static func words(in file: [UInt8]) -> [String] {
    file.split(separator: 0x0A).flatMap { line in
      String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self).split(
        whereSeparator: \.isWhitespace
      ).map(String.init)
    }
  }

  /// The hash of the table for English, and the version of the rules.
  public var model: String? {
    "rules-1 table-\(BoundaryTable.englishHash)"
  }

  public mutating func process(_ document: inout Document) async throws {
    if let failure { throw failure }
    var ranges: [TextRange] = []
    let language = settings.language ?? document.metadata.language ?? "en"
    let splitter = splitters[language] ?? makeSplitter(language)
    let borders = Self.borders(of: document)
    for (start, end) in zip(borders, borders.dropFirst()) {
      try document.checkDeadline()
      document.text.bytes.withUnsafeBufferPointer { splitter.split($0, in: start..<end, into: &ranges) }
    }
    splitters[language] = splitter
    document[.sentences] = Sentences(ranges)
  }

  private func makeSplitter(_ language: String) -> SentenceSplitter {
    SentenceSplitter(
      SentenceRules(
        .of(language), newlines: settings.newlines, profile: settings.profile,
        ownAbbreviations: ownAbbreviations))
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
