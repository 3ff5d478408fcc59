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
    var offsets: [Int] = []
    for (offset, byte) in self.text.enumerated() where byte & 0xC0 != 0x80 { offsets.append(offset) }
    offsets.append(self.text.count)
    func spans(_ key: String) -> [Span] {
      (line[key]?.array ?? []).compactMap { row in
        guard let row = row.array, row.count >= 3, let start = row[0].integer, let end = row[1].integer,
          let label = row[2].string, start >= 0, start < end, end < offsets.count
        else { return nil }
        return Span(
          range: TextRange(offsets[start], offsets[end]),
          labels: label.split(separator: "|").map(String.init))
      }
    }
    self.spans = spans("entities")
    agreed = spans("both")
    disputed = spans("md") + spans("sm")
  }

  /// Code points before a byte offset, for ranges in order.
  func codePoints(of ranges: [TextRange]) -> [(start: Int, end: Int)] {
    var done = 0, points = 0
    func count(to offset: Int) -> Int {
      while done < offset {
        if text[done] & 0xC0 != 0x80 { points += 1 }
        done += 1
      }
      return points
    }
    return ranges.map { (count(to: Int($0.start)), count(to: Int($0.end))) }
  }
}
