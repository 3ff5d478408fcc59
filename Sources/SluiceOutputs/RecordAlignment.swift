import Sluice

/// An alignment as JSON: an array for each segment, in order, of two to four lengths in bytes.
///
/// | array | segment |
/// |---|---|
/// | `[text, gap]` | copied: so many bytes of text, which are those of the source |
/// | `[text, gap, 0]` | inserted: nothing in the source stands for it |
/// | `[text, gap, source]` | decoded: so many bytes of text stand for so many of the source, as a whole |
/// | `[text, gap, source, units]` | decoded, in so many equal parts, such as the characters of UTF-16 |
///
/// `gap` is how many bytes of source lie between the end of the last segment and the start of this one.
enum RecordAlignment {
  static func write(_ alignment: Alignment, as key: String, into json: inout JSONWriter) {
    json.key(key)
    json.array { json in
      var end = 0
      for index in alignment.segments.indices {
        let run = alignment.run(at: index)
        json.array { json in
          json.integer(run.text)
          json.integer(Int(run.source.start) - end)
          if run.kind != .copied { json.integer(run.source.count) }
          if run.kind == .decoded, run.units > 1 { json.integer(run.units) }
        }
        end = Int(run.source.end)
      }
    }
  }

  /// - Parameter textCount: length of the text in bytes that it must cover.
  static func read(_ value: JSONValue, textCount: Int) throws(RecordFault) -> Alignment {
    var runs: [AlignmentRun] = []
    var end = 0
    var text = 0
    try RecordFault.forEach(value) { element throws(RecordFault) in
      let run = try readRun(element, after: end)
      text += run.text
      end = Int(run.source.end)
      guard text <= textCount else { throw RecordFault("it reaches beyond the text") }
      runs.append(run)
    }
    guard text == textCount else { throw RecordFault("it covers \(text) of the \(textCount) bytes of text") }
    guard let alignment = Alignment(runs: runs) else {
      throw RecordFault("its segments do not fit together")
    }
    return alignment
  }

  private static func readRun(_ value: JSONValue, after end: Int) throws(RecordFault) -> AlignmentRun {
    let numbers = (value.array ?? []).compactMap(\.integer)
    guard numbers.count == value.array?.count, (2...4).contains(numbers.count),
      numbers[0] > 0, numbers[0] <= Int(Int32.max)
    else { throw RecordFault("expected two to four lengths") }
    let length = numbers.count == 2 ? numbers[0] : numbers[2]
    let limit = 0...Int(Int32.max)
    guard limit.contains(length), (-limit.upperBound...limit.upperBound).contains(numbers[1]),
      limit.contains(end + numbers[1]),
      limit.contains(end + numbers[1] + length)
    else { throw RecordFault("it leads out of the source") }
    let source = SourceRange(end + numbers[1], end + numbers[1] + length)
    switch numbers.count {
    case 2: return AlignmentRun(.copied, text: numbers[0], source: source, units: numbers[0])
    case 3:
      return AlignmentRun(length == 0 ? .inserted : .decoded, text: numbers[0], source: source, units: 1)
    default: return AlignmentRun(.decoded, text: numbers[0], source: source, units: numbers[3])
    }
  }
}
