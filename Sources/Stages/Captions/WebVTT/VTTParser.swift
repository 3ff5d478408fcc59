/// Parses WebVTT files by the algorithm of the standard (W3C WebVTT, section 6.1).
struct VTTParser {
  private let bytes: Bytes
  private var lines: Lines
  /// A line that was read and not taken.
  private var pending: Range<Int>?
  private var track = CaptionTrack(.webVTT)
  private var hasCue = false

  static func parse(_ bytes: Bytes) -> CaptionTrack {
    var parser = VTTParser(bytes)
    parser.parse()
    return parser.track
  }

  private init(_ bytes: Bytes) {
    self.bytes = bytes
    lines = Lines(bytes, 0..<bytes.count)
  }

  /// `WEBVTT`, alone or before a space or a tab.
  static func hasSignature(_ bytes: Bytes, _ line: Range<Int>) -> Bool {
    guard bytes.has("WEBVTT", at: line.lowerBound, before: line.upperBound) else { return false }
    let next = line.lowerBound + 6
    return next == line.upperBound || bytes[next] == 0x20 || bytes[next] == 0x09
  }

  private mutating func line() -> Range<Int>? {
    if let line = pending {
      pending = nil
      return line
    }
    return lines.line()
  }

  private mutating func parse() {
    guard let first = lines.line(), Self.hasSignature(bytes, first) else {
      track.isRecognized = false
      return
    }
    if let second = lines.line() {
      pending = second
      if !second.isEmpty { block(inHeader: true) }
    }
    while let next = line() {
      guard !next.isEmpty else { continue }
      pending = next
      block(inHeader: false)
    }
  }

  /// What a block turned out to be.
  private enum Kind { case unknown, style, region }

  private mutating func block(inHeader: Bool) {
    var count = 0
    /// From the first line that is text to the end of the last.
    var buffer: Range<Int>?
    var caption: Caption?
    var kind = Kind.unknown
    var hasArrow = false
    while let current = line() {
      count += 1
      if bytes.first("-->", in: current) != nil {
        guard !inHeader, count == 1 || (count == 2 && !hasArrow) else {
          pending = current
          break
        }
        hasArrow = true
        if let timed = timing(current, identifier: buffer ?? 0..<0) {
          caption = timed
          buffer = nil
          hasCue = true
        }
        continue
      }
      if current.isEmpty { break }
      if !inHeader, count == 2, !hasCue, !hasArrow, let head = buffer {
        let name = head.lowerBound..<bytes.trimmed(head).upperBound
        if bytes.equals(name, "STYLE") {
          kind = .style
          buffer = nil
        } else if bytes.equals(name, "REGION") {
          kind = .region
          buffer = nil
        }
      }
      buffer = (buffer?.lowerBound ?? current.lowerBound)..<current.upperBound
    }
    if var caption {
      caption.text = buffer ?? 0..<0
      track.captions.append(caption)
    } else if kind == .region, let buffer {
      track.regions.append(VTTRegion(bytes, buffer))
    }
  }

  private func timing(_ line: Range<Int>, identifier: Range<Int>) -> Caption? {
    var index = line.lowerBound
    func skipBlanks() { while index < line.upperBound, bytes[index].isBlank { index += 1 } }
    skipBlanks()
    guard let start = VTTNumbers.timestamp(bytes, at: index, end: line.upperBound) else { return nil }
    index = start.end
    skipBlanks()
    guard bytes.has("-->", at: index, before: line.upperBound) else { return nil }
    index += 3
    skipBlanks()
    guard let end = VTTNumbers.timestamp(bytes, at: index, end: line.upperBound) else { return nil }
    return Caption(
      identifier: identifier, start: start.seconds, end: end.seconds, settings: end.end..<line.upperBound,
      regions: track.regions.count)
  }
}
