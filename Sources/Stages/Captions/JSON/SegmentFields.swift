/// Finds the parts of a segment: by the paths that are given, else by the names that programs use.
struct SegmentFields {
  private static let textNames: [StaticString] = [
    "text", "body", "content", "utf8", "transcript", "sentence", "value", "word", "punctuated_word",
  ]
  private static let startNames: [StaticString] = [
    "start", "startTime", "start_time", "tStartMs", "startMs", "start_ms", "begin", "ts", "from", "offset",
  ]
  private static let endNames: [StaticString] = [
    "end", "endTime", "end_time", "endMs", "end_ms", "end_ts", "to",
  ]
  private static let durationNames: [StaticString] = ["duration", "dur", "dDurationMs", "duration_ms"]
  private static let speakerNames: [StaticString] = [
    "speaker", "speakerName", "speaker_name", "voice", "speaker_id",
  ]
  private static let pieceNames: [StaticString] = ["segs", "elements", "words", "tokens"]

  let tape: JSONTape
  let settings: CaptionFields

  private func find(_ names: [StaticString], _ path: String?, in segment: Int) -> Int? {
    if let path { return tape.value(at: path, from: segment) }
    for name in names {
      if let value = tape.member(segment, name) { return value }
    }
    return nil
  }

  /// The strings of a segment's text.
  func texts(of segment: Int) -> [Int] {
    if let value = find(Self.textNames, settings.text, in: segment) {
      return tape.nodes[value].kind == .string ? [value] : []
    }
    guard let list = find(Self.pieceNames, nil, in: segment), tape.nodes[list].kind == .array else {
      return []
    }
    var result: [Int] = []
    tape.forEachElement(of: list) { piece in
      if let text = find(Self.textNames, nil, in: piece), tape.nodes[text].kind == .string {
        result.append(text)
      }
      return true
    }
    return result
  }

  func start(of segment: Int) -> Int? { time(segment, Self.startNames, settings.start, "from") }
  func end(of segment: Int) -> Int? { time(segment, Self.endNames, settings.end, "to") }
  func duration(of segment: Int) -> Int? { find(Self.durationNames, settings.duration, in: segment) }

  private func time(_ segment: Int, _ names: [StaticString], _ path: String?, _ bound: StaticString) -> Int? {
    if let value = find(names, path, in: segment) { return value }
    guard path == nil else { return nil }
    // whisper.cpp has the times as text in one object and as milliseconds in another.
    return (tape.member(segment, "timestamps") ?? tape.member(segment, "timestamp")).flatMap {
      tape.member($0, bound)
    }
  }

  func speaker(of segment: Int) -> String? {
    guard var value = find(Self.speakerNames, settings.speaker, in: segment) else { return nil }
    if tape.nodes[value].kind == .object {
      guard let name = tape.member(value, "name") else { return nil }
      value = name
    }
    let node = tape.nodes[value]
    switch node.kind {
    case .string: return JSONText.string(tape.bytes, node.range)
    case .number: return "Speaker \(tape.bytes.string(node.range))"
    default: return nil
    }
  }

  /// `true` when an element of a list is a segment.
  func isSegment(_ node: Int) -> Bool {
    guard tape.nodes[node].kind == .object, !texts(of: node).isEmpty else { return false }
    return start(of: node) != nil || find(Self.speakerNames, settings.speaker, in: node) != nil
  }
}
