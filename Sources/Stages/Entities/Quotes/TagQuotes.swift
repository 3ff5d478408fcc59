public import Sluice

/// Marks direct and reported speech, with who speaks, the verb and the range.
///
/// Quotations in marks count when an attribution says who speaks them: before (`X said: "…"`), behind (`"…," said X`)
/// or between their parts. Titles and words at a distance have none and are left out. Reported speech is a clause
/// behind a verb of speech, in front of it, or beside `according to`. The speaker is linked to the identity of an
/// entity where there is one; `he` and `she` are, when one person only is named shortly before. It costs time linear
/// in the length of the text.
public struct TagQuotes: Stage {
  public struct Settings: StageSettings {
    @Setting("Mark reported speech too, not only words in quotation marks.")
    public var reported = true

    public init() {}
  }

  public static let name: StageName = "tag.quotes"
  public static let summary = "Marks direct and reported speech, with speaker, verb and range."

  private let includesReported: Bool
  private var tokens: [MatchToken] = []

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    includesReported = settings.reported
  }

  public var contract: Contract {
    Contract(requires: [.sentences], uses: [.blocks, .turns, .entities], provides: [.quotes])
  }

  public mutating func process(_ document: inout Document) async throws {
    let deadline = document
    var scratch = tokens
    let rows = try document.text.bytes.withUnsafeBufferPointer { text in
      MatchToken.scan(text, into: &scratch)
      Self.markParagraphs(&scratch, deadline)
      let paragraphs = scratch.filter(\.opensParagraph).map { Int($0.start) }
      let spans = QuoteMarks.spans(in: text, paragraphs: paragraphs)
      let context = QuoteContext(
        text, scratch, deadline[.sentences]?.ranges ?? [], deadline[.entities], spans)
      let direct = try DirectSpeech(context).rows { try deadline.checkDeadline() }
      guard includesReported else { return direct }
      let reported = try ReportedSpeech(context, direct: direct).rows { try deadline.checkDeadline() }
      return (direct + reported).sorted { a, b in
        a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end > b.range.end
      }
    }
    tokens = scratch
    var quotes = Quotes()
    for row in rows { quotes.append(row) }
    document[.quotes] = quotes
  }

  /// Blocks and turns open paragraphs as blank lines do.
  private static func markParagraphs(_ tokens: inout [MatchToken], _ document: Document) {
    var starts =
      (document[.blocks]?.ranges ?? []).map(\.start) + (document[.turns]?.ranges ?? []).map(\.start)
    starts.sort()
    var next = 0
    for index in tokens.indices {
      while next < starts.count, starts[next] <= tokens[index].start {
        tokens[index].opensParagraph = true
        next += 1
      }
    }
  }
}
