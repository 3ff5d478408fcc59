import Sluice

/// A document as captions: its cues, or its turns where they have times, with who speaks in them.
struct TimedLines {
  /// Words that one person says within a cue.
  struct Line {
    var speaker: String?
    var range: TextRange
  }

  struct Cue {
    var start: Double
    var end: Double
    var identifier: String?
    var lines: [Line]
  }

  private(set) var cues: [Cue] = []

  /// - Throws: ``SluiceError`` with code `.contract` for a document without times.
  init(_ document: Document) throws {
    if let layer = document[.cues] {
      take(layer, turns: document[.turns])
    } else if let turns = document[.turns] {
      take(turns)
    }
    guard !cues.isEmpty || document.text.isEmpty else {
      throw SluiceError(.contract, "captions need cues, or turns with times", document: document.id)
    }
  }

  private mutating func take(_ layer: Cues, turns: Turns?) {
    var turn = 0
    var last = 0.0
    for row in layer.ranges.indices {
      let start = layer.starts[row] ?? last
      let next = row + 1 < layer.count ? layer.starts[row + 1] : nil
      let end = layer.ends[row] ?? next ?? start + 2
      last = start
      var lines: [Line] = []
      let range = layer.ranges[row]
      if let name = layer.speaker(at: row) {
        lines = [Line(speaker: name, range: range)]
      } else if let turns {
        while turn < turns.count, turns.ranges[turn].end <= range.start { turn += 1 }
        lines = Self.split(range, turns, from: turn)
      } else {
        lines = [Line(speaker: nil, range: range)]
      }
      cues.append(
        Cue(start: start, end: max(start, end), identifier: layer.identifiers[row], lines: lines))
    }
  }

  /// The parts of a range by who says them.
  private static func split(_ range: TextRange, _ turns: Turns, from first: Int) -> [Line] {
    var lines: [Line] = []
    var done = range.start
    func add(_ end: Int32, _ speaker: String?) {
      if end > done { lines.append(Line(speaker: speaker, range: TextRange(Int(done), Int(end)))) }
      done = max(done, end)
    }
    var row = first
    while row < turns.count, turns.ranges[row].start < range.end {
      add(min(turns.ranges[row].start, range.end), nil)
      add(min(turns.ranges[row].end, range.end), turns.speaker(at: row))
      row += 1
    }
    add(range.end, nil)
    return lines
  }

  private mutating func take(_ turns: Turns) {
    for row in turns.ranges.indices {
      guard let start = turns.starts[row] else { continue }
      let next = turns.starts[(row + 1)...].lazy.compactMap(\.self).first
      let end = turns.ends[row] ?? next ?? start + 2
      cues.append(
        Cue(
          start: start, end: max(start, end), identifier: nil,
          lines: [Line(speaker: turns.speaker(at: row), range: turns.ranges[row])]))
    }
  }

  /// Seconds as `01:02:03.004`.
  static func clock(_ seconds: Double, _ point: String) -> String {
    let millis = seconds.isFinite ? Int((min(max(seconds, 0), 1e12) * 1000).rounded()) : 0
    func padded(_ number: Int, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
    let clock = "\(padded(millis / 3_600_000, 2)):\(padded(millis / 60_000 % 60, 2))"
    return "\(clock):\(padded(millis / 1000 % 60, 2))\(point)\(padded(millis % 1000, 3))"
  }

  /// The words of a line, without empty lines; `nil` when there are none.
  static func words(_ line: Line, in document: Document) -> [String]? {
    guard Int(line.range.end) <= document.text.count else { return nil }
    let parts = document.text.bytes[line.range.bounds].split { $0 == 0x0A || $0 == 0x0D }
    let texts = parts.map { String(decoding: $0, as: UTF8.self) }.filter { !$0.allSatisfy(\.isWhitespace) }
    return texts.isEmpty ? nil : texts
  }
}
