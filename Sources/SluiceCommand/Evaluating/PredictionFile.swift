import Sluice

/// Gathers what was scored, to write it as JSON lines; without a path it does nothing.
struct PredictionFile {
  private let path: String?
  private var lines: [UInt8] = []

  init(_ path: String?) { self.path = path }

  /// A line of an id and ranges, with their labels if they have any.
  mutating func add(_ id: String, _ member: String, _ ranges: [(start: Int, end: Int, label: String?)]) {
    add(id) { json in
      json.key(member)
      json.array { json in
        for range in ranges {
          json.array { json in
            json.integer(range.start)
            json.integer(range.end)
            if let label = range.label { json.string(label) }
          }
        }
      }
    }
  }

  /// A line of an id and what `body` writes.
  mutating func add(_ id: String, _ body: (inout JSONWriter) -> Void) {
    guard path != nil else { return }
    var line = JSONWriter()
    line.object { json in
      json.member("id", id)
      body(&json)
    }
    lines += line.bytes + [0x0A]
  }

  func finish() throws {
    guard let path else { return }
    let file = try OutputFile(path)
    try file.write(lines)
    try file.finish()
  }
}
