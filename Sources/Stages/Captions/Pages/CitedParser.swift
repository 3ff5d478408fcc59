/// Parses transcripts of podcasts in HTML: `<cite>` names who speaks, `<time>` says when, `<p>` is what is said.
struct CitedParser {
  static func parse(_ bytes: Bytes) -> CaptionTrack {
    var track = CaptionTrack(.xml)
    var tags = XMLTags(bytes, 0..<bytes.count)
    var speaker: Int32 = -1
    var start: Double?
    /// Where the text of the element that is open begins.
    var content = 0
    var paragraph: Int?
    func finish(at end: Int) {
      guard let from = paragraph else { return }
      paragraph = nil
      var caption = Caption(start: start)
      caption.text = from..<end
      caption.speaker = speaker
      track.captions.append(caption)
    }
    while let tag = tags.next() {
      if bytes.equals(tag.name, "cite") {
        if tag.isEnd {
          var name = bytes.trimmed(content..<tag.range.lowerBound)
          while let last = name.last, bytes[last] == UInt8(ascii: ":") || bytes[last].isBlank {
            name = name.dropLast()
          }
          speaker = track.speaker(named: bytes.decoded(name.prefix(200), collapsed: true))
        } else {
          finish(at: tag.range.lowerBound)
          content = tags.index
        }
      } else if bytes.equals(tag.name, "time") {
        if tag.isEnd {
          let text = bytes.trimmed(content..<tag.range.lowerBound)
          start = CaptionTime.read(bytes, at: text.lowerBound, end: text.upperBound)?.seconds
        } else {
          finish(at: tag.range.lowerBound)
          content = tags.index
        }
      } else if bytes.equals(tag.name, "p") {
        finish(at: tag.range.lowerBound)
        if !tag.isEnd, !tag.isEmpty { paragraph = tags.index }
      } else if tag.isEnd, bytes.equals(tag.name, "body") {
        finish(at: tag.range.lowerBound)
      } else if bytes.equals(tag.name, "html"), !tag.isEnd {
        track.language = tags.attribute("lang", of: tag).map(bytes.string).flatMap { $0.isEmpty ? nil : $0 }
      }
    }
    finish(at: bytes.count)
    let starts = track.captions.map(\.start)
    for index in track.captions.indices.dropLast() {
      if let next = starts[index + 1], let own = starts[index], next >= own {
        track.captions[index].end = next
      }
    }
    track.isRecognized = !track.captions.isEmpty
    return track
  }
}
