import Sluice

extension RecordEncoder {
  func writeQuotes(into json: inout JSONWriter) throws {
    guard let quotes = document[.quotes] else { return }
    json.key("quotes")
    try json.array { json in
      for row in quotes.rows {
        try json.object { json in
          json.key("range")
          try write(row.range, of: .quotes, into: &json)
          json.member("kind", row.kind.rawValue)
          json.key("text")
          json.string(utf8: document.text.bytes[row.range.bounds])
          try writePart("speaker", row.speaker, entity: row.entity, into: &json)
          try writePart("cue", row.cue, entity: 0, into: &json)
          if row.continues {
            json.key("continues")
            json.bool(true)
          }
        }
      }
    }
  }

  /// The words of an attribution, with the identity that they name.
  private func writePart(
    _ name: String, _ range: TextRange?, entity: Int32, into json: inout JSONWriter
  ) throws {
    guard let range else { return }
    json.key(name)
    try json.object { json in
      json.key("range")
      try write(range, of: .quotes, into: &json)
      json.key("text")
      json.string(utf8: document.text.bytes[range.bounds])
      if entity > 0 { json.member("id", entity) }
    }
  }
}

extension RecordReader {
  /// The quotations, and the words of each: of what was said, of the speaker and of the cue.
  func quotes(_ value: JSONValue) throws(RecordFault) -> (Quotes?, [[String]]) {
    var quotes = Quotes()
    var texts: [[String]] = []
    try RecordFault.forEach(value) { row throws(RecordFault) in
      let kind = try RecordFault.required(row, "kind") { value throws(RecordFault) in
        guard let kind = value.string.flatMap(Quotes.Kind.init(rawValue:)) else {
          throw RecordFault("expected direct or reported")
        }
        return kind
      }
      let speaker = try RecordFault.optional(row, "speaker", quotePart)
      let cue = try RecordFault.optional(row, "cue", quotePart)
      quotes.append(
        Quotes.Row(
          try RecordFault.required(row, "range", range), kind, speaker: speaker?.range,
          entity: speaker?.entity ?? 0, cue: cue?.range, continues: row["continues"]?.bool ?? false))
      texts.append([
        try RecordFault.required(row, "text", RecordFault.string), speaker?.text ?? "", cue?.text ?? "",
      ])
    }
    return (quotes, texts)
  }

  private func quotePart(
    _ value: JSONValue
  ) throws(RecordFault) -> (range: TextRange, text: String, entity: Int32) {
    (
      try RecordFault.required(value, "range", range),
      try RecordFault.required(value, "text", RecordFault.string),
      Int32(try RecordFault.optional(value, "id", RecordFault.count) ?? 0)
    )
  }
}

extension RecordCheck {
  /// Whether all words of a quotation stand where it says.
  func quoteComplaint(_ row: Int, _ quotes: Quotes) -> String? {
    let parts: [(name: String, range: TextRange?)] = [
      ("text", quotes.rows[row].range), ("speaker.text", quotes.rows[row].speaker),
      ("cue.text", quotes.rows[row].cue),
    ]
    for (part, words) in zip(parts, record.quoteTexts[row]) {
      guard let range = part.range else { continue }
      let text = record.text
      guard text.isScalarBoundary(Int(range.start)), text.isScalarBoundary(Int(range.end)),
        text[range].utf8.elementsEqual(words.utf8)
      else { return part.name }
    }
    return nil
  }
}
