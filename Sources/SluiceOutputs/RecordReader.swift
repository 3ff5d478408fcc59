import Sluice

/// Reads the layers of a record, and turns their offsets into UTF-8 bytes.
struct RecordReader {
  private let text: Text
  private let unit: OffsetUnit
  private let offsets: OffsetTable

  init(_ text: Text, _ unit: OffsetUnit) {
    self.text = text
    self.unit = unit
    offsets = OffsetTable(text.bytes, unit)
  }

  func range(_ value: JSONValue) throws(RecordFault) -> TextRange {
    let bounds = try RecordFault.bounds(value)
    return TextRange(
      try Self.bytes(before: bounds.lowerBound, offsets), try Self.bytes(before: bounds.upperBound, offsets))
  }

  private static func bytes(before offset: Int, _ table: OffsetTable) throws(RecordFault) -> Int {
    guard let bytes = table.bytes(before: offset) else {
      throw RecordFault("offset \(offset) lies outside the text or divides a character")
    }
    return bytes
  }

  private func source(_ value: JSONValue) throws(RecordFault) -> SourceRange {
    let bounds = try RecordFault.bounds(value)
    return SourceRange(bounds.lowerBound, bounds.upperBound)
  }

  func blocks(_ value: JSONValue) throws(RecordFault) -> Blocks {
    var blocks = Blocks()
    try RecordFault.forEach(value) { row throws(RecordFault) in
      let kind = try RecordFault.required(row, "kind") { value throws(RecordFault) in
        guard let kind = value.string.flatMap(Blocks.Kind.init(rawValue:)) else {
          throw RecordFault("expected a kind of block")
        }
        return kind
      }
      let level = try RecordFault.optional(row, "level", RecordFault.count) ?? 0
      let section = try RecordFault.optional(row, "section") { value throws(RecordFault) in
        guard let section = value.string.flatMap(Blocks.Section.init(rawValue:)) else {
          throw RecordFault("expected the name of a section")
        }
        return section
      }
      blocks.append(kind, level: level, section: section, try RecordFault.required(row, "range", range))
    }
    return blocks
  }

  func links(_ value: JSONValue) throws(RecordFault) -> Links {
    var links = Links()
    try RecordFault.forEach(value) { row throws(RecordFault) in
      links.append(
        try RecordFault.required(row, "range", range),
        target: try RecordFault.required(row, "target", RecordFault.string),
        relation: try RecordFault.optional(row, "rel", RecordFault.string))
    }
    return links
  }

  func turns(_ value: JSONValue) throws(RecordFault) -> Turns {
    var turns = Turns()
    try RecordFault.forEach(value) { row throws(RecordFault) in
      turns.append(
        try RecordFault.required(row, "range", range),
        speaker: try RecordFault.optional(row, "speaker", RecordFault.string),
        role: try RecordFault.optional(row, "role", RecordFault.string),
        start: try RecordFault.optional(row, "start", RecordFault.number),
        end: try RecordFault.optional(row, "end", RecordFault.number))
    }
    return turns
  }

  func cues(_ value: JSONValue) throws(RecordFault) -> Cues {
    var cues = Cues()
    try RecordFault.forEach(value) { row throws(RecordFault) in
      cues.append(
        try RecordFault.required(row, "range", range),
        start: try RecordFault.optional(row, "start", RecordFault.number),
        end: try RecordFault.optional(row, "end", RecordFault.number),
        identifier: try RecordFault.optional(row, "id", RecordFault.string),
        speaker: try RecordFault.optional(row, "speaker", RecordFault.string))
    }
    return cues
  }

  func events(_ value: JSONValue) throws(RecordFault) -> Events {
    var events = Events()
    try RecordFault.forEach(value) { row throws(RecordFault) in
      events.append(
        try RecordFault.required(row, "range", range),
        text: try RecordFault.required(row, "text", RecordFault.string),
        source: try RecordFault.required(row, "source", source))
    }
    return events
  }

  /// The flags, and the words of each as the record has them.
  func flags(_ value: JSONValue) throws(RecordFault) -> (Flags?, [String]) {
    var flags = Flags()
    var texts: [String] = []
    try RecordFault.forEach(value) { row throws(RecordFault) in
      flags.append(
        try RecordFault.required(row, "range", range),
        rule: try RecordFault.required(row, "rule", RecordFault.string),
        suggestion: try RecordFault.optional(row, "suggestion", RecordFault.string))
      texts.append(try RecordFault.required(row, "text", RecordFault.string))
    }
    return (flags, texts)
  }

  func sentences(_ value: JSONValue) throws(RecordFault) -> Sentences {
    var sentences = Sentences()
    try RecordFault.forEach(value) { row throws(RecordFault) in sentences.ranges.append(try range(row)) }
    return sentences
  }

  func entities(of record: JSONValue) throws(RecordFault) -> (Entities?, [String]) {
    var texts: [String] = []
    let entities = try RecordFault.optional(record, "entities") { value throws(RecordFault) in
      var entities = Entities()
      try RecordFault.forEach(value) { row throws(RecordFault) in
        entities.append(
          try RecordFault.required(row, "range", range),
          Entities.Label(try RecordFault.required(row, "label", RecordFault.string)),
          id: Int32(try RecordFault.optional(row, "id", RecordFault.count) ?? 0),
          confidence: Float(try RecordFault.optional(row, "confidence", RecordFault.number) ?? 1),
          value: try RecordFault.optional(row, "value", RecordFault.string))
        texts.append(try RecordFault.required(row, "text", RecordFault.string))
      }
      return entities
    }
    guard var entities else { return (nil, []) }
    entities.index = try RecordFault.optional(record, "entityIndex", identities) ?? []
    return (entities, texts)
  }

  private func identities(_ value: JSONValue) throws(RecordFault) -> [Entities.Identity] {
    var identities: [Entities.Identity] = []
    try RecordFault.forEach(value) { row throws(RecordFault) in
      identities.append(
        Entities.Identity(
          id: Int32(try RecordFault.required(row, "id", RecordFault.count)),
          label: Entities.Label(try RecordFault.required(row, "label", RecordFault.string)),
          name: try RecordFault.required(row, "name", RecordFault.string),
          mentions: try RecordFault.required(row, "mentions", RecordFault.count),
          speaker: try RecordFault.optional(row, "speaker", RecordFault.string),
          key: try RecordFault.optional(row, "key", RecordFault.string)))
    }
    return identities
  }

  func summary(_ value: JSONValue) throws(RecordFault) -> (Summary?, [String], [[SourceRange]]) {
    var summary = Summary()
    var texts: [String] = []
    var sources: [[SourceRange]] = []
    try RecordFault.forEach(value) { row throws(RecordFault) in
      let reason = try RecordFault.optional(row, "reason", RecordFault.string)
      summary.append(
        try RecordFault.required(row, "range", range),
        score: Float(try RecordFault.required(row, "score", RecordFault.number)),
        reason: reason.flatMap(Summary.Reason.init(rawValue:)) ?? .central,
        speaker: try RecordFault.optional(row, "speaker", RecordFault.string),
        display: try RecordFault.optional(row, "display", RecordFault.string))
      texts.append(try RecordFault.required(row, "text", RecordFault.string))
      sources.append(
        try RecordFault.required(row, "source") { value throws(RecordFault) in
          var ranges: [SourceRange] = []
          try RecordFault.forEach(value) { element throws(RecordFault) in ranges.append(try source(element)) }
          return ranges
        })
    }
    return (summary, texts, sources)
  }
}

// MARK: - The rest of the digest

extension RecordReader {
  func abstract(_ value: JSONValue) throws(RecordFault) -> Summary.Abstract {
    Summary.Abstract(
      text: try RecordFault.required(value, "text", RecordFault.string),
      evidence: try RecordFault.optional(value, "evidence", RecordFault.string))
  }

  func keyphrases(_ value: JSONValue) throws(RecordFault) -> Keyphrases {
    var keyphrases = Keyphrases()
    try RecordFault.forEach(value) { row throws(RecordFault) in
      keyphrases.append(
        try RecordFault.required(row, "range", range),
        text: try RecordFault.required(row, "text", RecordFault.string),
        score: Float(try RecordFault.required(row, "score", RecordFault.number)),
        mentions: try RecordFault.required(row, "mentions", RecordFault.count))
    }
    return keyphrases
  }

  func facts(_ value: JSONValue) throws(RecordFault) -> (Facts, [String]) {
    var facts = Facts()
    var texts: [String] = []
    try RecordFault.forEach(value) { row throws(RecordFault) in
      guard let kind = Facts.Kind(rawValue: try RecordFault.required(row, "kind", RecordFault.string)) else {
        throw RecordFault("expected a kind of fact")
      }
      facts.append(
        kind, try RecordFault.required(row, "range", range),
        sentence: try RecordFault.required(row, "sentence", range),
        mentions: try RecordFault.required(row, "mentions", RecordFault.count))
      texts.append(try RecordFault.required(row, "text", RecordFault.string))
    }
    return (facts, texts)
  }
}

// MARK: - Edits

extension RecordReader {
  private struct Edit {
    var pass: Int
    var at: Int
    var source: SourceRange
    var rule, kind, before, after: String

    func entry(at offset: Int) -> EditLog.Entry {
      EditLog.Entry(
        rule: rule, kind: EditClass(kind), offset: Int32(offset), before: Array(before.utf8),
        after: Array(after.utf8), source: source)
    }
  }

  func edits(_ value: JSONValue) throws(RecordFault) -> EditLog {
    var passes: [[Edit]] = []
    try RecordFault.forEach(value) { row throws(RecordFault) in
      let edit = Edit(
        pass: try RecordFault.required(row, "pass", RecordFault.count),
        at: try RecordFault.required(row, "at", RecordFault.count),
        source: try RecordFault.required(row, "source", source),
        rule: try RecordFault.required(row, "rule", RecordFault.string),
        kind: try RecordFault.required(row, "class", RecordFault.string),
        before: try RecordFault.required(row, "before", RecordFault.string),
        after: try RecordFault.required(row, "after", RecordFault.string))
      if edit.pass == passes.count + 1 {
        passes.append([edit])
      } else if edit.pass == passes.count, edit.pass > 0 {
        passes[edit.pass - 1].append(edit)
      } else {
        throw RecordFault("pass \(edit.pass) cannot follow pass \(passes.count)")
      }
    }
    return try log(passes)
  }

  private func log(_ passes: [[Edit]]) throws(RecordFault) -> EditLog {
    var entries: [[EditLog.Entry]] = []
    var bytes = text.bytes
    // An offset counts the text behind its pass, so its unit can be told only once later passes are undone.
    for pass in passes.reversed() {
      let table = OffsetTable(bytes, unit)
      var converted: [EditLog.Entry] = []
      for edit in pass {
        converted.append(edit.entry(at: unit == .utf8 ? edit.at : try Self.bytes(before: edit.at, table)))
      }
      entries.append(converted)
      if unit != .utf8 {
        guard let earlier = EditLog.revert(converted[...], in: bytes) else {
          throw RecordFault("the edits of pass \(passes.count - entries.count + 1) do not lead to the text")
        }
        bytes = earlier
      }
    }
    var log = EditLog()
    for pass in entries.reversed() { log.appendPass(pass) }
    return log
  }
}
