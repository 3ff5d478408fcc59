public import Sluice

/// Writes documents for people to read: title, digest, the text by speakers, entities, words to check, notices.
///
/// Lines are at most ``width`` columns wide. Control characters of the text are left out, so that no document can
/// take command of a terminal.
public struct TextWriter: Writer {
  public static let name = "text"

  /// Columns.
  public let width: Int
  /// `true` when headings and speakers are set off by the colours of a terminal.
  public let isColoured: Bool

  public init(_ options: WriterOptions) {
    self.init(width: 80, isColoured: false)
  }

  /// - Parameter width: is taken to be at least 20.
  public init(width: Int, isColoured: Bool) {
    self.width = max(20, width)
    self.isColoured = isColoured
  }

  public func encode(_ document: Document) throws -> [UInt8] {
    var page = TextPage(width: width, isColoured: isColoured)
    writeHead(of: document, on: &page)
    writeDigest(of: document, on: &page)
    writeBody(of: document, on: &page)
    writeEntities(of: document, on: &page)
    writeFlags(of: document, on: &page)
    writeList("Notices", document.metadata["notices"]?.array?.compactMap(\.string) ?? [], on: &page)
    writeList("Warnings", document.warnings, on: &page)
    return page.finish()
  }

  private static func words(_ document: Document, _ range: TextRange) -> String {
    guard Int(range.end) <= document.text.count else { return "" }
    return document.text[range]
  }

  private func writeDigest(of document: Document, on page: inout TextPage) {
    let summary = document[.summary] ?? Summary()
    if let abstract = summary.abstract {
      page.heading("Abstract")
      page.item(abstract.text)
    }
    if summary.count > 0 { page.heading("Points") }
    for (row, range) in summary.ranges.enumerated() {
      page.item(summary.displays[row] ?? Self.words(document, range), mark: summary.speakers[row] ?? "•")
    }
    writeQuotes(of: document, on: &page)
    if let keyphrases = document[.keyphrases], keyphrases.count > 0 {
      page.heading("Keyphrases")
      page.item(keyphrases.texts.joined(separator: ", "))
    }
    guard let facts = document[.facts], facts.count > 0 else { return }
    page.heading("Facts")
    for kind in Facts.Kind.allCases {
      let texts = facts.ranges.indices.filter { facts.kinds[$0] == kind }
        .map { Self.words(document, facts.ranges[$0]) }
      if !texts.isEmpty { page.item(texts.joined(separator: ", "), mark: kind.rawValue) }
    }
  }

  /// The quotations whose speaker is named, each with its parts in one.
  private func writeQuotes(of document: Document, on page: inout TextPage) {
    guard let quotes = document[.quotes] else { return }
    var shown: [(speaker: String, text: String)] = []
    for row in quotes.rows {
      guard let speaker = name(of: row, in: document) else { continue }
      let words = Self.words(document, row.range)
      if row.continues, let last = shown.last, last.speaker == speaker {
        shown[shown.count - 1].text += " … " + words
      } else {
        shown.append((speaker, words))
      }
    }
    if !shown.isEmpty { page.heading("Quotes") }
    for quote in shown { page.item(quote.text, mark: quote.speaker) }
  }

  /// Who speaks: the name of the entity where it is known, else the words of the text.
  private func name(of quote: Quotes.Row, in document: Document) -> String? {
    let known = document[.entities]?.index.first { $0.id == quote.entity && quote.entity != 0 }
    return known?.name ?? quote.speaker.map { Self.words(document, $0) }
  }

  /// Words that may be wrong and were left as they are.
  private func writeFlags(of document: Document, on page: inout TextPage) {
    guard let flags = document[.flags] else { return }
    let texts = flags.ranges.indices.map { row in
      Self.words(document, flags.ranges[row]) + (flags.suggestions[row].map { " → \($0)?" } ?? "")
    }
    writeList("To check", texts, on: &page)
  }

  private func writeHead(of document: Document, on page: inout TextPage) {
    let metadata = document.metadata
    page.title(metadata.title ?? document.id)
    let facts = [metadata.date, metadata.site, metadata.language, metadata.duration].compactMap(\.self)
    if !facts.isEmpty { page.paragraph(facts.joined(separator: " · ")) }
    if !metadata.authors.isEmpty { page.paragraph(metadata.authors.joined(separator: ", ")) }
    if let uri = document.uri { page.paragraph(uri) }
  }

  private func writeBody(of document: Document, on page: inout TextPage) {
    var done = 0
    if let turns = document[.turns] {
      for row in turns.ranges.indices {
        let range = turns.ranges[row]
        guard Int(range.start) >= done, Int(range.end) <= document.text.count else { continue }
        page.gap()
        write(document, TextRange(done, Int(range.start)), indent: 0, on: &page)
        page.speaker(
          turns.speaker(at: row) ?? "Unknown speaker", role: turns.roles[row],
          at: turns.starts[row].map(Self.clock))
        write(document, range, indent: 2, on: &page)
        done = Int(range.end)
      }
    }
    page.gap()
    write(document, TextRange(done, document.text.count), indent: 0, on: &page)
  }

  /// Writes a range line by line; empty lines are not kept.
  private func write(_ document: Document, _ range: TextRange, indent: Int, on page: inout TextPage) {
    for line in document.text.bytes[range.bounds].split(separator: 0x0A) {
      page.paragraph(String(decoding: line, as: UTF8.self), indent: indent)
    }
  }

  private func writeEntities(of document: Document, on page: inout TextPage) {
    guard let entities = document[.entities], entities.count > 0 else { return }
    page.heading("Entities")
    var labels: [Entities.Label] = []
    var names: [Entities.Label: [(name: String, count: Int)]] = [:]
    func add(_ name: String, _ label: Entities.Label, _ count: Int) {
      if names[label] == nil { labels.append(label) }
      if let known = names[label]?.firstIndex(where: { $0.name == name }) {
        names[label]?[known].count += count
      } else {
        names[label, default: []].append((name, count))
      }
    }
    for thing in entities.index { add(thing.name, thing.label, thing.mentions) }
    let known = Set(entities.index.map(\.id))
    for row in entities.ranges.indices where !known.contains(entities.ids[row]) {
      add(Self.words(document, entities.ranges[row]), entities.labels[row], 1)
    }
    for label in labels {
      let list = (names[label] ?? []).map { $0.count > 1 ? "\($0.name) (\($0.count))" : $0.name }
      page.item(list.joined(separator: ", "), mark: label.name)
    }
  }

  private func writeList(_ heading: String, _ texts: [String], on page: inout TextPage) {
    guard !texts.isEmpty else { return }
    page.heading(heading)
    for text in texts { page.item(text) }
  }

  /// Seconds as `1:02:03`.
  private static func clock(_ seconds: Double) -> String {
    guard seconds.isFinite, (0..<1e9).contains(seconds) else { return "?" }
    let total = Int(seconds)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let tail = "\(two(total / 60 % 60)):\(two(total % 60))"
    return total < 3600 ? tail : "\(total / 3600):\(tail)"
  }
}
