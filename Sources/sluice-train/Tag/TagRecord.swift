import Sluice

/// A line of a corpus of entities: `{"id","text","entities":[[start,end,"LABEL"],...]}`, with offsets in code points.
struct TagRecord {
  struct Span {
    var range: TextRange
    /// Labels of which any is right; `?` for a stretch where everything is.
    var labels: [String]
  }

  var id: String
  var source: String
  var text: [UInt8]
  var spans: [Span]
  /// What two other taggers agree on, and what only one of them says.
  var agreed: [Span]
  var disputed: [Span]

  static func read(_ path: String) throws -> [TagRecord] {
    try FileBytes.read(path).split(separator: 0x0A).map { line in
      try TagRecord(JSONParser.parse(Array(line)), file: path)
    }
  }

  private init(_ line: JSONValue, file: String) throws {
    guard let id = line["id"]?.string, let text = line["text"]?.string else {
      throw SluiceError(.unreadable, "a line of \(file) has no id or no text")
    }
    self.id = id
    source = line["src"]?.string ?? ""
    self.text = Array(text.utf8)
    let points = CodePointOffsets(self.text)
    func spans(_ key: String) -> [Span] {
      (line[key]?.array ?? []).compactMap { row in
        guard let row = row.array, row.count >= 3, let start = row[0].integer, let end = row[1].integer,
          let label = row[2].string, start < end, let range = points.bytes(start, end)
        else { return nil }
        return Span(range: range, labels: label.split(separator: "|").map(String.init))
      }
    }
    self.spans = spans("entities")
    agreed = spans("both")
    disputed = spans("md") + spans("sm")
  }
}
