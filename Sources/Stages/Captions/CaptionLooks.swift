import Sluice

/// Tells caption formats by the beginning of a file.
struct CaptionLooks {
  private let head: Bytes

  /// - Parameter head: from the first byte that is no white space on.
  init(_ head: Bytes) {
    self.head = head
  }

  var format: CaptionFormat? {
    let all = 0..<head.count
    guard let first = all.first.map({ head[$0] }) else { return nil }
    if VTTParser.hasSignature(head, 0..<min(7, head.count)) || isSignatureLine { return .webVTT }
    if head.has("Scenarist_SCC", at: 0, before: head.count) { return .scc }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return isSegments ? .json : nil
    case UInt8(ascii: "<"):
      if isTimedText { return .ttml }
      return isCited ? .html : nil
    case UInt8(ascii: "s"): return head.has("start\tend\ttext", at: 0, before: head.count) ? .tsv : nil
    default: return first.isDigit ? timed : nil
    }
  }

  private var isSignatureLine: Bool {
    MediaTypeSniffing.mediaType(of: (0..<min(16, head.count)).map { head[$0] }) == "text/vtt"
  }

  /// A number and a line of times, or the line alone.
  private var timed: CaptionFormat? {
    var lines = Lines(head, 0..<min(head.count, 400))
    for _ in 0..<2 {
      guard let line = lines.line() else { return nil }
      var ignored = Leniencies()
      if TimingLine(head, line, form: .sbv, &ignored) != nil { return .sbv }
      if head.first("->", in: line) != nil,
        let timing = TimingLine(head, line, form: .subRip, &ignored), timing.start != nil, timing.end != nil
      {
        return .subRip
      }
      guard line.allSatisfy({ head[$0].isDigit || head[$0].isBlank }) else { return nil }
    }
    return nil
  }

  /// The first element is `tt`, with a prefix or without.
  private var isTimedText: Bool {
    var index = 0
    let end = min(head.count, 1 << 14)
    while let open = head.first(UInt8(ascii: "<"), in: index..<end), open + 1 < end {
      index = open + 1
      if head.has("!--", at: index, before: end) {
        guard let close = head.first("-->", in: index..<end) else { return false }
        index = close
        continue
      }
      guard head[index] != UInt8(ascii: "?"), head[index] != UInt8(ascii: "!") else { continue }
      var stop = index
      while stop < end, !head[stop].isBlank, head[stop] != UInt8(ascii: ">") { stop += 1 }
      let name = index..<stop
      let local = head.first(UInt8(ascii: ":"), in: name).map { $0 + 1..<stop } ?? name
      return head.equals(local, "tt")
    }
    return false
  }

  /// `<time>` and `<p>` in turn, with `<cite>` before them or without.
  private var isCited: Bool {
    let end = min(head.count, 1 << 13)
    guard let time = head.first("<time>", in: 0..<end),
      let close = head.first("</time>", in: time..<min(end, time + 40))
    else { return false }
    var next = close + 7
    while next < end, head[next].isBlank { next += 1 }
    guard head.has("<p>", at: next, before: end) else { return false }
    if head.first("<cite>", in: 0..<time) != nil { return true }
    return head.first("<", in: 0..<end) == time
  }

  /// Names of members that lists of segments have.
  private var isSegments: Bool {
    func has(_ names: [StaticString]) -> Bool {
      names.contains { head.first($0, in: 0..<head.count) != nil }
    }
    guard
      has(["\"text\"", "\"body\"", "\"utf8\"", "\"content\"", "\"transcript\"", "\"word\"", "\"sentence\""])
    else { return false }
    return has([
      "\"start\"", "\"startTime\"", "\"start_time\"", "\"tStartMs\"", "\"startMs\"", "\"start_ms\"",
      "\"begin\"", "\"timestamps\"", "\"offsets\"", "\"speaker\"", "\"segments\"", "\"utterances\"",
    ])
  }
}
