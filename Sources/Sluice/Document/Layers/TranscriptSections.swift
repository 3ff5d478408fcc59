extension Blocks {
  /// Finds the sections that their headings call a transcript, and marks them, headings included.
  ///
  /// A section reaches to the next heading of the same level or a higher one. What is no heading in the markup, such as
  /// the label of an accordion, counts as one when it says nothing else; then any heading ends the section.
  ///
  /// - Parameter text: the text that the blocks are ranges of.
  public mutating func markTranscripts(in text: Text) {
    var row = 0
    while row < ranges.count {
      guard TranscriptHeading.matches(text.bytes, ranges[row]), kinds[row] != .code, kinds[row] != .table
      else {
        row += 1
        continue
      }
      var end = row + 1
      while end < ranges.count, !endsSection(end, of: row) { end += 1 }
      let length = ranges[(row + 1)..<end].reduce(0) { $0 + $1.count }
      if length >= TranscriptHeading.shortestSection { mark(row..<end, as: .transcript) }
      row = end
    }
  }

  private func endsSection(_ row: Int, of heading: Int) -> Bool {
    kinds[row] == .heading && (kinds[heading] != .heading || levels[row] <= Swift.max(1, levels[heading]))
  }
}

/// `Transcript`, `Video Transcript`, `Read the full transcript:`.
private enum TranscriptHeading {
  /// Bytes of text without which a heading is only a label, such as that of a link to a transcript.
  static let shortestSection = 120
  private static let longest = 48
  private static let mostWords = 5

  private static let names: [StaticString] = [
    "transcript", "transcripts", "transcription", "transkript", "transkription", "transkripcja",
    "transcriptie",
    "transcripci\u{F3}n", "transcri\u{E7}\u{E3}o", "trascrizione",
  ]
  private static let companions: [StaticString] = [
    "a", "and", "audio", "auto", "automatic", "call", "complete", "conference", "de", "del", "der", "di",
    "do",
    "earnings", "edited", "english", "episode", "event", "full", "hearing", "interview", "lecture", "machine",
    "meeting", "of", "our", "podcast", "press", "raw", "read", "remarks", "session", "show", "speech", "talk",
    "text", "the", "this", "unedited", "video", "view", "webinar",
  ]

  static func matches(_ bytes: [UInt8], _ range: TextRange) -> Bool {
    guard range.count <= longest, range.count >= 10 else { return false }
    var words = 0
    var isNamed = false
    var index = range.bounds.lowerBound
    while index < range.bounds.upperBound {
      guard isLetter(bytes[index]) else {
        if (0x30...0x39).contains(bytes[index]) { return false }
        index += 1
        continue
      }
      let start = index
      while index < range.bounds.upperBound, isLetter(bytes[index]) { index += 1 }
      let word = bytes[start..<index]
      words += 1
      isNamed = names.contains { equals(word, $0) }
      guard words <= mostWords, isNamed || companions.contains(where: { equals(word, $0) }) else {
        return false
      }
    }
    return isNamed
  }

  /// Beyond ASCII all is taken for letters.
  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }

  private static func equals(_ word: ArraySlice<UInt8>, _ other: StaticString) -> Bool {
    guard word.count == other.utf8CodeUnitCount else { return false }
    return other.withUTF8Buffer { other in
      zip(word, other).allSatisfy { ($0 < 0x80 ? $0 | 0x20 : $0) == $1 }
    }
  }
}
