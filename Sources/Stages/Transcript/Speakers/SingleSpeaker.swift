import Sluice

/// The one turn of a document without labels: the section that its heading calls a transcript.
///
/// The speaker is the one whom the text presents behind the section, or the page's one author.
struct SingleSpeaker {
  let page: CleaningPage
  let metadata: Metadata
  /// The speaker that the settings name.
  let speaker: String?

  static let longestHeading = 40
  static let longestCaption = 60
  static let shortestSpeech = 120

  func turns() -> [Turn] {
    guard let section = section() else {
      guard let speaker else { return [] }
      let range = page.bytes.trimmed(0..<page.bytes.count)
      return range.isEmpty ? [] : [Turn(range: range, speaker: speaker)]
    }
    let authors = metadata.authors
    let name = speaker ?? presented(behind: section.last) ?? (authors.count == 1 ? authors[0] : nil)
    let start = page.blocks[section.first].range.lowerBound
    let range = page.bytes.trimmed(start..<page.blocks[section.last].range.upperBound)
    return isSpeech(range) ? [Turn(range: range, speaker: name)] : []
  }

  /// Long enough, and in sentences: a page may say `Transcript` over a button.
  private func isSpeech(_ range: Range<Int>) -> Bool {
    guard range.count >= Self.shortestSpeech else { return false }
    let bytes = page.bytes
    let ends = range.dropLast().count { index in
      (bytes[index] == 0x2E || bytes[index] == 0x3F || bytes[index] == 0x21) && bytes[index + 1].isSpace
    }
    return ends * 600 >= range.count
  }

  /// Indices of the first and the last block of the transcript.
  private func section() -> (first: Int, last: Int)? {
    let blocks = page.blocks
    guard let heading = blocks.firstIndex(where: isTranscriptHeading), heading + 1 < blocks.count else {
      return nil
    }
    var end = heading + 1
    while end < blocks.count {
      let block = blocks[end]
      if block.kind == .heading,
        blocks[heading].kind != .heading || block.level <= max(1, blocks[heading].level)
      {
        break
      }
      if block.kind != .heading, end > heading + 1, isCaption(block) { break }
      if EndMark.stands(in: page.bytes, at: block.range.lowerBound) { break }
      end += 1
    }
    return end > heading + 1 ? (heading + 1, end - 1) : nil
  }

  private static let headingWords = WordTable(
    "video audio full complete episode podcast interview edited raw auto automatic read show view the english text "
      + "event webinar lecture talk speech remarks session transcript transcription")

  /// `Transcript`, `Video Transcript`, `Read the full transcript`
  private func isTranscriptHeading(_ block: CleaningPage.Block) -> Bool {
    let bytes = page.bytes
    guard (8...Self.longestHeading).contains(block.range.count), block.kind != .code, block.kind != .table
    else {
      return false
    }
    var words = 0
    var isLast = false
    var index = block.range.lowerBound
    while index < block.range.upperBound {
      guard bytes[index].isLetter else {
        if bytes[index].isDigit { return false }
        index += 1
        continue
      }
      let start = index
      while index < block.range.upperBound, bytes[index].isLetter { index += 1 }
      guard Self.headingWords.contains(bytes, start..<index) else { return false }
      words += 1
      isLast = bytes.hasText("transcript", at: start)
    }
    return words <= 5 && isLast
  }

  /// A short line that ends as no sentence does: a name, a caption, a label of the page.
  private func isCaption(_ block: CleaningPage.Block) -> Bool {
    guard block.kind != .listItem, block.kind != .quote, block.range.count <= Self.longestCaption,
      let last = page.bytes[page.bytes.trimmed(block.range)].last
    else { return false }
    return last.isWordByte && last < 0x80
  }

  /// The person whom the blocks behind the transcript present: a line that is a name, and a text that begins with it
  /// or says what office it has.
  private func presented(behind last: Int) -> String? {
    let blocks = page.blocks[(last + 1)...].prefix(6)
    for (offset, block) in blocks.enumerated() {
      let range = page.bytes.trimmed(block.range)
      guard let name = LabelName(page.bytes, at: range.lowerBound, end: range.upperBound),
        name.end == range.upperBound, name.qualifier == nil
      else { continue }
      let parts = NameParts(page.bytes, name.range)
      guard (2...4).contains(parts.words.count), !parts.hasRole else { continue }
      let text = page.string(name.range)
      let isSpokenOf = blocks.dropFirst(offset + 1).contains { other in
        other.range.count > name.range.count && page.string(other.range).hasPrefix(text)
      }
      if isSpokenOf || metadata.authors == [text] { return text }
    }
    return nil
  }
}
