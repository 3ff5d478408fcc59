/// Finds the parts of a segment: by the paths that are given, else by the names that programs use.
struct SegmentFields {
  static let names: [(part: SegmentMembers.Part, names: [String])] = [
    (
      .text,
      ["text", "body", "content", "utf8", "transcript", "sentence", "value", "word", "punctuated_word"]
    ),
    (
      .start,
      [
        "start", "startTime", "start_time", "tStartMs", "startMs", "start_ms", "begin", "ts", "from",
        "offset",
      ]
    ),
    (.end, ["end", "endTime", "end_time", "endMs", "end_ms", "end_ts", "to"]),
    (.duration, ["duration", "dur", "dDurationMs", "duration_ms"]),
    (.speaker, ["speaker", "speakerName", "speaker_name", "voice", "speaker_id"]),
    (.pieces, ["segs", "elements", "words", "tokens"]),
    // whisper.cpp has the times as text in one object and as milliseconds in another.
    (.stamps, ["timestamps", "timestamp"]),
  ]

  let tape: JSONTape
  let settings: CaptionFields

  /// One segment and what was found in it.
  struct Segment {
    let node: Int
    let members: SegmentMembers
  }

  func segment(_ node: Int) -> Segment { Segment(node: node, members: SegmentMembers(tape, node)) }

  private func find(_ part: SegmentMembers.Part, _ path: String?, in segment: Segment) -> Int? {
    if let path { return tape.value(at: path, from: segment.node) }
    return segment.members[part]
  }

  /// Calls the body for each string of a segment's text.
  @inline(__always)
  func forEachText(of segment: Segment, _ body: (Int) -> Void) {
    if let value = find(.text, settings.text, in: segment) {
      if tape.nodes[value].kind == .string { body(value) }
      return
    }
    guard let list = segment.members[.pieces], tape.nodes[list].kind == .array else { return }
    tape.forEachElement(of: list) { piece in
      if let text = SegmentMembers(tape, piece)[.text], tape.nodes[text].kind == .string { body(text) }
      return true
    }
  }

  func start(of segment: Segment) -> Int? { time(segment, .start, settings.start, "from") }
  func end(of segment: Segment) -> Int? { time(segment, .end, settings.end, "to") }
  func duration(of segment: Segment) -> Int? { find(.duration, settings.duration, in: segment) }

  private func time(
    _ segment: Segment, _ part: SegmentMembers.Part, _ path: String?, _ bound: StaticString
  ) -> Int? {
    if let value = find(part, path, in: segment) { return value }
    guard path == nil else { return nil }
    return segment.members[.stamps].flatMap { tape.member($0, bound) }
  }

  /// Node of the speaker's name, or of the number that stands for it.
  func speakerNode(of segment: Segment) -> Int? {
    guard var value = find(.speaker, settings.speaker, in: segment) else { return nil }
    if tape.nodes[value].kind == .object {
      guard let name = tape.member(value, "name") else { return nil }
      value = name
    }
    return value
  }

  func speaker(at value: Int) -> String? {
    let node = tape.nodes[value]
    switch node.kind {
    case .string: return JSONText.string(tape.bytes, node.range)
    case .number: return "Speaker \(tape.bytes.string(node.range))"
    default: return nil
    }
  }

  /// `true` when an element of a list that has texts is a segment.
  func isSegment(_ segment: Segment) -> Bool {
    tape.nodes[segment.node].kind == .object
      && (start(of: segment) != nil || find(.speaker, settings.speaker, in: segment) != nil)
  }
}
