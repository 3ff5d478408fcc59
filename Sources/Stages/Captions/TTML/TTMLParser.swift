/// Parses TTML, IMSC text and DFXP: each `p` is a cue, or each of its spans where only these have times.
struct TTMLParser {
  private struct Element {
    var name: Range<Int>
    var begin: Double
    var end: Double?
    var agent: Range<Int>?
  }

  static let deepest = 256

  private let bytes: Bytes
  private var tags: XMLTags
  private var clock: TTMLClock
  private var track = CaptionTrack(.xml)
  private var open: [Element] = []
  private var names: [String: String] = [:]

  static func parse(_ bytes: Bytes) -> CaptionTrack {
    var parser = TTMLParser(bytes)
    parser.parse()
    return parser.track
  }

  private init(_ bytes: Bytes) {
    self.bytes = bytes
    tags = XMLTags(bytes, 0..<bytes.count)
    let root = tags.next()
    clock = TTMLClock(tags, root: root)
    track.captions.reserveCapacity(bytes.count / 64)
    guard let root, bytes.equals(root.name, "tt") else {
      track.isRecognized = false
      return
    }
    track.language = tags.attribute("lang", of: root).map(bytes.string).flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func parse() {
    guard track.isRecognized else { return }
    var agent: Range<Int>?
    var depth = 0
    while let tag = tags.next() {
      if tag.isEnd {
        if let last = open.last, bytes.same(last.name, tag.name) { open.removeLast() }
        depth -= 1
        continue
      }
      if bytes.equals(tag.name, "p") {
        if !tag.isEmpty { paragraph(tag) } else { append(tag, text: 0..<0, in: element(tag)) }
        continue
      }
      if bytes.equals(tag.name, "agent") { agent = tags.attribute("id", of: tag) }
      if bytes.equals(tag.name, "name"), let agent { names[bytes.string(agent)] = content() }
      if bytes.equals(tag.name, "title"), track.title == nil { track.title = content() }
      guard !tag.isEmpty else { continue }
      depth += 1
      let isContainer = bytes.equals(tag.name, "body") || bytes.equals(tag.name, "div")
      if isContainer, open.count < Self.deepest { open.append(element(tag)) }
    }
    if depth > 1 { track.leniencies.note(.truncated) }
  }

  /// The text up to the next tag.
  private func content() -> String? {
    let end = bytes.first(UInt8(ascii: "<"), in: tags.index..<bytes.count) ?? bytes.count
    let text = bytes.decoded(tags.index..<end, collapsed: true)
    return text.isEmpty || text.utf8.count > 500 ? nil : text
  }

  private func element(_ tag: XMLTags.Tag) -> Element {
    let outer = open.last
    func time(_ name: StaticString) -> Double? {
      tags.attribute(name, of: tag).flatMap { clock.seconds(bytes, $0) }
    }
    let base = outer?.begin ?? 0
    let begin = base + (time("begin") ?? 0)
    let end = time("end").map { base + $0 } ?? time("dur").map { begin + $0 } ?? outer?.end
    return Element(
      name: tag.name, begin: begin, end: end, agent: tags.attribute("agent", of: tag) ?? outer?.agent)
  }

  private func isTimed(_ tag: XMLTags.Tag) -> Bool {
    tags.attribute("begin", of: tag) != nil || tags.attribute("end", of: tag) != nil
      || tags.attribute("dur", of: tag) != nil
  }

  private mutating func paragraph(_ tag: XMLTags.Tag) {
    let own = element(tag)
    let start = tags.index
    var spans: [(tag: XMLTags.Tag, start: Int, end: Int?)] = []
    var timedSpans: [Int] = []
    var openSpans: [Int] = []
    var agent = own.agent
    var end = bytes.count
    while let inner = tags.next() {
      if inner.isEnd, bytes.equals(inner.name, "p") || bytes.equals(inner.name, "div") {
        end = inner.range.lowerBound
        if bytes.equals(inner.name, "div"), !open.isEmpty { open.removeLast() }
        break
      }
      guard bytes.equals(inner.name, "span"), !inner.isEmpty else { continue }
      if inner.isEnd {
        if let last = openSpans.popLast() { spans[last].end = inner.range.lowerBound }
      } else if openSpans.count < Self.deepest {
        if agent == nil { agent = tags.attribute("agent", of: inner) }
        if isTimed(inner), openSpans.isEmpty { timedSpans.append(spans.count) }
        openSpans.append(spans.count)
        spans.append((inner, tags.index, nil))
      }
    }
    var whole = own
    whole.agent = agent
    if isTimed(tag) || timedSpans.isEmpty {
      append(tag, text: start..<end, in: whole)
      return
    }
    open.append(whole)
    for index in timedSpans {
      let span = spans[index]
      append(span.tag, text: span.start..<(span.end ?? end), in: element(span.tag))
    }
    open.removeLast()
  }

  private mutating func append(_ tag: XMLTags.Tag, text: Range<Int>, in element: Element) {
    let hasTimes = isTimed(tag) || open.contains { $0.begin > 0 || $0.end != nil } || element.end != nil
    var caption = Caption(start: hasTimes ? element.begin : nil, end: element.end)
    caption.identifier = tags.attribute("id", of: tag) ?? 0..<0
    caption.text = text
    if let agent = element.agent {
      let id = bytes.string(agent)
      caption.speaker = track.speaker(named: names[id] ?? id)
    }
    track.captions.append(caption)
  }
}
