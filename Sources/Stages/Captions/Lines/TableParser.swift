/// Parses Whisper's table: a line for each segment, with start and end in milliseconds and the text, parted by tabs.
struct TableParser {
  static func parse(_ bytes: Bytes) -> CaptionTrack {
    var track = CaptionTrack(.plain)
    var lines = Lines(bytes, 0..<bytes.count)
    guard let header = lines.line(), bytes.string(bytes.trimmed(header)) == "start\tend\ttext" else {
      track.isRecognized = false
      return track
    }
    while let line = lines.line() {
      guard !line.isEmpty else { continue }
      guard let first = bytes.first(0x09, in: line),
        let second = bytes.first(0x09, in: first + 1..<line.upperBound)
      else {
        // A line break within a text.
        if let last = track.captions.indices.last {
          let own = track.captions[last].text
          track.captions[last].text = own.lowerBound..<line.upperBound
        }
        continue
      }
      var caption = Caption(
        start: milliseconds(bytes, line.lowerBound..<first), end: milliseconds(bytes, first + 1..<second))
      caption.text = second + 1..<line.upperBound
      if caption.start == nil { track.leniencies.note(.timeUnreadable) }
      track.captions.append(caption)
    }
    return track
  }

  private static func milliseconds(_ bytes: Bytes, _ range: Range<Int>) -> Double? {
    let text = bytes.trimmed(range)
    guard let time = CaptionTime.read(bytes, at: text.lowerBound, end: text.upperBound),
      time.end == text.upperBound
    else { return nil }
    return time.seconds / 1000
  }
}
