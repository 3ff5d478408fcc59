/// Reads the times of segments, and tells the unit of those that are numbers.
struct SegmentClock {
  private let tape: JSONTape
  private let scale: Double

  /// - Parameters:
  ///   - starts: the values of the segments, by node.
  ///   - ends: ends, or durations.
  init(_ tape: JSONTape, _ starts: [Int?], _ ends: [Int?], unit: CaptionFields.Unit) {
    self.tape = tape
    switch unit {
    case .seconds: scale = 1
    case .milliseconds: scale = 1000
    case .auto: scale = Self.isMilliseconds(tape, starts, ends) ? 1000 : 1
    }
  }

  /// Whole numbers that lie a hundred or more apart are milliseconds: few cues last for minutes.
  private static func isMilliseconds(_ tape: JSONTape, _ starts: [Int?], _ ends: [Int?]) -> Bool {
    var steps: [Int] = []
    var last: Int?
    for (start, end) in zip(starts, ends) {
      guard let start, tape.nodes[start].kind == .number else { continue }
      guard let value = Int(tape.bytes.string(tape.nodes[start].range)) else { return false }
      if let end, let stop = Int(tape.bytes.string(tape.nodes[end].range)) {
        steps.append(stop > value ? stop - value : stop)
      } else if let last {
        steps.append(value - last)
      }
      last = value
      if steps.count == 400 { break }
    }
    steps.sort()
    return !steps.isEmpty && steps[steps.count / 2] >= 100
  }

  func seconds(_ node: Int) -> Double? {
    let range = tape.nodes[node].range
    switch tape.nodes[node].kind {
    case .number:
      return Double(tape.bytes.string(range)).flatMap { $0.isFinite ? $0 / scale : nil }
    case .string:
      let text = tape.bytes.trimmed(range)
      guard let time = CaptionTime.read(tape.bytes, at: text.lowerBound, end: text.upperBound) else {
        return nil
      }
      let unit = time.end..<text.upperBound
      if tape.bytes.equals(unit, "ms") { return time.seconds / 1000 }
      if unit.isEmpty { return time.fields > 1 ? time.seconds : time.seconds / scale }
      return tape.bytes.equals(unit, "s") ? time.seconds : nil
    default: return nil
    }
  }
}
