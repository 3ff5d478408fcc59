import Sluice

/// Tables that are transcripts: a column of names beside a column of what they say, perhaps with columns of times and
/// numbers.
///
/// A header row that names both columns is believed; without one, the names must make a dialogue.
struct TranscriptTables {
  /// The labels of each table, in the order of the text: each reaches from the start of its row to the cell of the
  /// speech.
  private(set) var labels: [Label] = []
  /// The tables that are transcripts, in the order of the text.
  private(set) var ranges: [Range<Int>] = []

  private let page: CleaningPage
  private let metadata: Metadata

  static let mostColumns = 6
  static let fewestRows = 2
  static let longestHeader = 24

  private static let nameHeaders = WordTable(
    "speaker speakers who participant interviewer interviewee sprecher sprecherin "
      + "locuteur intervenant orador hablante orateur spreker talare parlante")
  private static let speechHeaders = WordTable(
    "text transcript transcription speech dialogue dialog utterance utterances content comment comments said words "
      + "message statement quote sentence caption spoken testimony texte texto testo tekst gesprochen redebeitrag"
  )

  init(_ page: CleaningPage, metadata: Metadata) {
    self.page = page
    self.metadata = metadata
    for table in Self.tables(page) {
      let found = labels(Self.rows(page.bytes, table))
      guard !found.isEmpty else { continue }
      labels += found
      ranges.append(table)
    }
  }

  /// Where tables stand: a table may have a block for each of its rows.
  private static func tables(_ page: CleaningPage) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for block in page.blocks where block.kind == .table {
      if let last = result.last, block.range.lowerBound - last.upperBound <= 1 {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, block.range.upperBound)
      } else {
        result.append(block.range)
      }
    }
    return result
  }

  private static func rows(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes.first(0x0A, in: start..<range.upperBound) ?? range.upperBound
      if end > start { result.append(start..<end) }
      start = end + 1
    }
    return result
  }

  private func cells(_ row: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = row.lowerBound
    while result.count <= Self.mostColumns {
      let end = page.bytes.first(0x09, in: start..<row.upperBound) ?? row.upperBound
      result.append(page.bytes.trimmed(start..<end))
      if end == row.upperBound { break }
      start = end + 1
    }
    return result
  }

  private func labels(_ rows: [Range<Int>]) -> [Label] {
    guard rows.count >= Self.fewestRows, let first = rows.first else { return [] }
    let head = cells(first)
    let width = head.count
    guard (2...Self.mostColumns).contains(width) else { return [] }
    let header = header(head)
    let body = rows.dropFirst(header == nil ? 0 : 1).map(cells)
    guard body.count(where: { $0.count == width }) * 10 >= body.count * 9 else { return [] }
    let full = body.filter { $0.count == width }
    let columns: (name: Int, speech: Int)?
    if let header {
      columns = header
    } else {
      columns = nameColumn(full, width).map { ($0, width - 1) }
    }
    guard let (name, speech) = columns, name < speech, areAsides(full, except: [name, speech]) else {
      return []
    }
    let found = full.compactMap { label($0, name, speech) }
    guard found.count >= (header == nil ? 2 : 1),
      found.count * 10 >= full.count(where: { !$0[name].isEmpty }) * 9
    else { return [] }
    if header != nil {
      let spoken = found.count { $0.label.precedesSpeech }
      return spoken * 2 > found.count ? found.map(\.label) : []
    }
    let dialogue = Dialogue(
      page, rows: found,
      introduction: Introduction(page, metadata: metadata, end: found[0].label.range.lowerBound))
    // Rows of facts begin with what they are about, and that stands there once.
    var counts: [String: Int] = [:]
    for row in found { counts[row.name, default: 0] += 1 }
    let returning = counts.values.reduce(0) { $0 + ($1 > 1 ? $1 : 0) }
    let isTimed = found.allSatisfy { $0.label.time != nil }
    let areParts = counts.keys.allSatisfy {
      ProperName.isOne($0) && ($0.contains(" ") || NameParts.hasRole($0))
    }
    guard counts.count >= 2, isTimed || areParts || (found.count >= 4 && returning * 10 >= found.count * 8)
    else { return [] }
    return dialogue.speakers.isEmpty ? [] : found.map(\.label)
  }

  /// The columns of names and of speech, where a row names both.
  private func header(_ head: [Range<Int>]) -> (name: Int, speech: Int)? {
    func column(_ table: WordTable<Bool>) -> Int? {
      head.firstIndex { cell in
        !cell.isEmpty && cell.count <= Self.longestHeader
          && NameParts(page.bytes, cell).words.contains { table.contains(page.bytes, $0) }
      }
    }
    guard let speech = column(Self.speechHeaders), let name = column(Self.nameHeaders), name != speech else {
      return nil
    }
    return (name, speech)
  }

  /// The column whose cells are all names, nothing or marks of the same speaker.
  private func nameColumn(_ body: [[Range<Int>]], _ width: Int) -> Int? {
    (0..<width - 1).first { column in
      body.allSatisfy { $0[column].isEmpty || name(in: $0[column]) != nil }
    }
  }

  /// Whether the other columns hold times, numbers and nothing else.
  private func areAsides(_ body: [[Range<Int>]], except known: [Int]) -> Bool {
    body.allSatisfy { row in
      row.indices.allSatisfy { column in
        known.contains(column)
          || row[column].allSatisfy { index in
            !page.bytes[index].isLetter
          }
      }
    }
  }

  /// A name that fills its cell, perhaps with a colon.
  private func name(in cell: Range<Int>) -> LabelName? {
    var end = cell.upperBound
    if end > cell.lowerBound, page.bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    guard let name = LabelName(page.bytes, at: cell.lowerBound, end: end), name.end == end else { return nil }
    return name
  }

  private func label(_ row: [Range<Int>], _ nameColumn: Int, _ speech: Int) -> Dialogue.Row? {
    let bytes = page.bytes
    guard let start = row.first?.lowerBound, let name = name(in: row[nameColumn]) else { return nil }
    var label = name.label(.pattern, from: start)
    label.range = start..<row[speech].lowerBound
    for cell in row where label.time == nil {
      label.time = TimeMark(bytes, at: cell.lowerBound, end: cell.upperBound)?.seconds
    }
    label.precedesSpeech = LabelParser(bytes: bytes, end: bytes.count).precedesSpeech(row[speech].lowerBound)
    let statistics = LabelStatistics(label, bytes)
    return Dialogue.Row(label: label, name: page.string(name.range), mayName: statistics.isName)
  }
}
