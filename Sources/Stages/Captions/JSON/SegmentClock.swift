/// Reads the times of segments, and tells the unit of those that are numbers.
struct SegmentClock {
  private let tape: JSONTape
  private let scale: Double

  /// - Parameter times: the times of the segments, by node.
  init(_ tape: JSONTape, _ times: [SegmentParser.Times], unit: CaptionFields.Unit) {
    self.tape = tape
    switch unit {
    case .seconds: scale = 1
    case .milliseconds: scale = 1000
    case .auto: scale = Self.isMilliseconds(tape, times) ? 1000 : 1
    }
  }

  /// Whole numbers that lie a hundred or more apart are milliseconds: few cues last for minutes.
  private static func isMilliseconds(_ tape: JSONTape, _ times: [SegmentParser.Times]) -> Bool {
    var steps: [Int] = []
    var last: Int?
    for time in times {
      let end = time.end ?? time.duration
      guard let start = time.start, tape.nodes[start].kind == .number else { continue }
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
      if let number = Self.decimal(tape.bytes, range) { return number / scale }
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

  /// A number of few digits, exactly: both parts of the quotient are whole and have no rounding (Clinger 1990).
  ///
  /// - Returns: `nil` for all others.
  private static func decimal(_ bytes: Bytes, _ range: Range<Int>) -> Double? {
    guard !range.isEmpty, range.count <= 16, bytes[range.upperBound - 1].isDigit,
      bytes[range.lowerBound].isDigit
    else { return nil }
    var value = 0
    var scale = 1
    var hasPoint = false
    for index in range {
      let byte = bytes[index]
      if byte.isDigit {
        value = value * 10 + Int(byte - 0x30)
        if hasPoint { scale *= 10 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        return nil
      }
    }
    guard value < 1 << 53 else { return nil }
    return Double(value) / Double(scale)
  }
}
