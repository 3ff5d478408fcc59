import Sluice

// A pipeline in miniature: every kind of segment, several passes of edits, every layer of the record.

/// Reads markup by the simplest rules: tags are dropped, `<p>` begins a block, references and `\u2014` are
/// decoded, white space collapses.
struct ParseSample: Stage {
  static let name: StageName = "parse.sample"
  static let summary = "Reads markup."
  let contract = Contract(provides: [.blocks, .links, .cues])

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  mutating func process(_ document: inout Document) async throws {
    let decoded = DecodedSource(document.source.bytes, hints: [document.source.declaredCharset])
    let bytes = decoded.text.bytes
    var builder = TextBuilder()
    var blocks = Blocks()
    var links = Links()
    var start = 0
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    func endBlock() {
      guard builder.count > start else { return }
      let range = TextRange(start, builder.count)
      blocks.append(.paragraph, section: blocks.ranges.count == 1 ? .transcript : nil, range)
      links.append(range, target: "https://a.example/?n=\(start)", relation: start == 0 ? "next" : nil)
    }
    var index = 0
    while index < bytes.count {
      var end = index + 1
      switch bytes[index] {
      case UInt8(ascii: "<"):
        while end < bytes.count, bytes[end - 1] != UInt8(ascii: ">") { end += 1 }
        if bytes[index..<end].elementsEqual("<p>".utf8) {
          endBlock()
          if builder.count > 0 { builder.insert("\n".utf8) }
          start = builder.count
        }
      case UInt8(ascii: "&"):
        while end < bytes.count, bytes[end - 1] != UInt8(ascii: ";") { end += 1 }
        let characters = ["&amp;": "&", "&#8217;": "\u{2019}", "&#x1F600;": "\u{1F600}"]
        let reference = String(decoding: bytes[index..<end], as: UTF8.self)
        builder.decode((characters[reference] ?? reference).utf8, from: index..<end)
      case UInt8(ascii: "\\"):
        end = min(index + 6, bytes.count)
        builder.decode("\u{2014}", from: index..<end)
      case let byte where isSpace(byte):
        while end < bytes.count, isSpace(bytes[end]) { end += 1 }
        if end == index + 1, byte == 0x20 {
          builder.copy(bytes.span, index..<end)
        } else {
          builder.decode(" ".utf8, from: index..<end)
        }
      default:
        while end < bytes.count, ![0x3C, 0x26, 0x5C].contains(bytes[end]), !isSpace(bytes[end]) { end += 1 }
        builder.copy(bytes.span, index..<end)
      }
      index = end
    }
    endBlock()
    let (text, alignment) = builder.finish()
    try document.setText(
      text, alignment: alignment.composed(onto: decoded.alignment), charset: decoded.charset)
    document[.blocks] = blocks
    document[.links] = links
    var cues = Cues()
    for (row, range) in blocks.ranges.enumerated() {
      cues.append(
        range, start: row == 1 ? nil : Double(row) + 0.25, end: Double(row) + 2,
        identifier: row == 0 ? "first" : nil, speaker: row == 1 ? nil : "ANN")
    }
    document[.cues] = cues
    document.metadata.set("title", .string("A sample – \u{1F600}"), evidence: "title")
  }
}

/// Makes turns of `NAME: ` labels, takes them out, deletes `[notices]`, respells, and adds a closing mark.
struct CleanSample: Stage {
  static let name: StageName = "clean.sample"
  static let summary = "Cleans."
  let contract = Contract(requires: [.blocks], provides: [.turns, .events, .flags])

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  mutating func process(_ document: inout Document) async throws {
    try document.apply(
      Self.places(of: "[", "]", in: document.text).map { Edit($0, rule: "notice.bracket", kind: .notice) })
    var events = Events()
    for entry in document.edits.entries {
      let place = Int(entry.offset)
      events.append(
        TextRange(place, place), text: String(decoding: entry.before, as: UTF8.self), source: entry.source)
    }
    document[.events] = events
    var flags = Flags()
    for range in Self.places(of: "wo", "ds", in: document.text) {
      flags.append(range, rule: "flag.sample", suggestion: "worlds")
    }
    document[.flags] = flags
    var turns = Turns()
    var labels: [Edit] = []
    for range in document[.blocks]?.ranges ?? [] {
      let bytes = document.text.bytes[range.bounds]
      let name = bytes.prefix { $0 != UInt8(ascii: ":") }
      guard name.count < bytes.count, name.count < 40 else { continue }
      turns.append(range, speaker: String(decoding: name, as: UTF8.self), role: "guest", start: 1.5)
      labels.append(
        Edit(TextRange(Int(range.start), name.endIndex + 1), rule: "label.colon", kind: .label))
    }
    document[.turns] = turns
    try document.apply(labels)
    var edits = Self.places(of: "colo", "ur", in: document.text).map {
      Edit($0, with: "color\u{0301}", rule: "spelling", kind: .respelling)
    }
    edits.append(
      Edit(TextRange(document.text.count, document.text.count), with: "∎", rule: "end", kind: .layout))
    try document.apply(edits)
    document.warn("only a sample")
  }

  /// Where something begins with one word and ends with another.
  private static func places(of first: String, _ last: String, in text: Text) -> [TextRange] {
    let bytes = text.bytes
    var result: [TextRange] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: first.utf8),
        let end = (index..<bytes.count).first(where: { bytes[$0...].starts(with: last.utf8) })
      {
        result.append(TextRange(index, end + last.utf8.count))
        index = end + last.utf8.count
      } else {
        index += 1
      }
    }
    return result
  }
}

/// A sentence ends at a full stop or at the end of a line.
struct SplitSample: Stage {
  static let name: StageName = "split.sample"
  static let summary = "Splits."
  let contract = Contract(provides: [.sentences])

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  mutating func process(_ document: inout Document) async throws {
    let bytes = document.text.bytes
    var ranges: [TextRange] = []
    var start = 0
    for index in 0...bytes.count
    where index == bytes.count || bytes[index] == UInt8(ascii: ".") || bytes[index] == 0x0A {
      let end = index < bytes.count && bytes[index] != 0x0A ? index + 1 : index
      while start < end, bytes[start] == 0x20 { start += 1 }
      if start < end { ranges.append(TextRange(start, end)) }
      start = index + 1
    }
    document[.sentences] = Sentences(ranges)
  }
}

/// Every word that does not begin with a lower-case letter of ASCII is a person.
struct TagSample: Stage {
  static let name: StageName = "tag.sample"
  static let summary = "Tags."
  let contract = Contract(provides: [.entities])
  let model: String? = "sha256:1234"

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  mutating func process(_ document: inout Document) async throws {
    var entities = Entities()
    let words = document.text.bytes.split { $0 == 0x20 || $0 == 0x0A }
    for word in words where word.first.map({ !(0x61...0x7A).contains($0) }) == true {
      entities.append(TextRange(word.startIndex, word.endIndex), .person, id: 1, confidence: 0.98)
    }
    if entities.count > 0 {
      entities.index = [
        Entities.Identity(id: 1, label: .person, name: "Someone", mentions: entities.count)
      ]
    }
    document[.entities] = entities
  }
}

/// The first and the last sentence.
struct SummarizeSample: Stage {
  static let name: StageName = "summarize.sample"
  static let summary = "Summarizes."
  let contract = Contract(requires: [.sentences], provides: [.summary])

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  mutating func process(_ document: inout Document) async throws {
    var summary = Summary()
    let ranges = document[.sentences]?.ranges ?? []
    if let first = ranges.first { summary.append(first, score: 0.875) }
    if ranges.count > 1, let last = ranges.last { summary.append(last, score: 0.1) }
    document[.summary] = summary
  }
}
