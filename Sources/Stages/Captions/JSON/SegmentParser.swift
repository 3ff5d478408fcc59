/// Parses JSON that has a list of segments: Podcasting 2.0, Whisper and whisper.cpp, YouTube's json3, and whatever
/// has texts with times or speakers.
struct SegmentParser {
  private let bytes: Bytes
  private let tape: JSONTape
  private let fields: SegmentFields
  private let settings: CaptionFields
  private var track = CaptionTrack(.json)

  static func parse(_ bytes: Bytes, _ settings: CaptionFields) -> CaptionTrack {
    var start = 0
    while start < bytes.count, bytes[start].isBlank { start += 1 }
    guard let tape = JSONTape(bytes, from: start) else {
      var track = CaptionTrack(.json)
      track.isRecognized = false
      return track
    }
    var parser = SegmentParser(bytes: bytes, tape: tape, settings: settings)
    parser.parse()
    return parser.track
  }

  private init(bytes: Bytes, tape: JSONTape, settings: CaptionFields) {
    self.bytes = bytes
    self.tape = tape
    self.settings = settings
    fields = SegmentFields(tape: tape, settings: settings)
  }

  /// Nodes of the times of one segment.
  struct Times {
    private var nodes: (start: Int32, end: Int32, duration: Int32)

    init(_ start: Int?, _ end: Int?, _ duration: Int?) {
      nodes = (Int32(start ?? -1), Int32(end ?? -1), Int32(duration ?? -1))
    }

    var start: Int? { nodes.start < 0 ? nil : Int(nodes.start) }
    var end: Int? { nodes.end < 0 ? nil : Int(nodes.end) }
    var duration: Int? { nodes.duration < 0 ? nil : Int(nodes.duration) }
  }

  private mutating func parse() {
    guard let list = list() else {
      track.isRecognized = false
      return
    }
    if tape.isTruncated { track.leniencies.note(.truncated) }
    readHead()
    var times: [Times] = []
    times.reserveCapacity(bytes.count / 64)
    track.captions.reserveCapacity(bytes.count / 48)
    var named: (range: Range<Int>, index: Int32)?
    let tape = tape
    let fields = fields
    tape.forEachElement(of: list) { node in
      let segment = fields.segment(node)
      let first = track.pieces.count
      var count = 0
      var only = 0..<0
      fields.forEachText(of: segment) { text in
        let range = tape.nodes[text].range
        if count == 1 { track.pieces.append(only) }
        if count > 0 { track.pieces.append(range) } else { only = range }
        count += 1
      }
      guard count > 0 else { return true }
      var caption = Caption()
      if let name = fields.speakerNode(of: segment) {
        let range = tape.nodes[name].range
        if let named, bytes.same(named.range, range), tape.nodes[name].kind == .string {
          caption.speaker = named.index
        } else if let text = fields.speaker(at: name) {
          caption.speaker = track.speaker(named: text)
          named = tape.nodes[name].kind == .string ? (range, caption.speaker) : nil
        }
      }
      caption.text = only
      if count > 1 {
        caption.pieces = first..<track.pieces.count
        caption.text = only.lowerBound..<(track.pieces.last ?? only).upperBound
      }
      track.captions.append(caption)
      times.append(
        Times(fields.start(of: segment), fields.end(of: segment), fields.duration(of: segment)))
      return true
    }
    let clock = SegmentClock(tape, times, unit: settings.unit)
    for index in track.captions.indices {
      let start = times[index].start.flatMap { clock.seconds($0) }
      track.captions[index].start = start
      if let end = times[index].end {
        track.captions[index].end = clock.seconds(end)
      } else if let start, let duration = times[index].duration.flatMap({ clock.seconds($0) }) {
        track.captions[index].end = start + duration
      }
    }
    track.hasOwnSpaces = carriesSpaces()
  }

  /// The list of segments with the most text.
  private func list() -> Int? {
    if let path = settings.segments {
      guard let node = tape.value(at: path, from: 0), tape.nodes[node].kind == .array else { return nil }
      return node
    }
    var best: (node: Int, size: Int)?
    for node in tape.nodes.indices where tape.nodes[node].kind == .array {
      // A list cannot have more text than it has bytes.
      if let best, tape.nodes[node].range.count <= best.size { continue }
      var elements = 0
      var segments = 0
      var size = 0
      tape.forEachElement(of: node) { element in
        elements += 1
        let segment = fields.segment(element)
        var length = -1
        fields.forEachText(of: segment) { text in
          length = max(length, 0) + tape.nodes[text].range.count
        }
        if length >= 0, fields.isSegment(segment) {
          segments += 1
          size += length
        }
        return elements < 40 || segments * 4 > elements
      }
      if segments > 0, segments * 4 > elements, size > best?.size ?? -1 { best = (node, size) }
    }
    return best?.node
  }

  private mutating func readHead() {
    guard let node = tape.member(0, "language"), tape.nodes[node].kind == .string else { return }
    let tag = bytes.string(tape.nodes[node].range)
    let first = tag.prefix { $0.isLetter }
    if (2...3).contains(first.count), tag.utf8.count < 36 { track.language = tag }
  }

  /// Whether the segments have the white space between words themselves: most begin with it, or some are nothing else.
  private func carriesSpaces() -> Bool {
    var leading = 0
    var blank = 0
    let count = track.captions.count
    for caption in track.captions {
      let text = caption.text
      if bytes.trimmed(text).isEmpty {
        blank += 1
      } else if bytes[text.lowerBound] == 0x20 {
        leading += 1
      }
    }
    return blank * 10 > count || leading * 2 > count
  }
}
