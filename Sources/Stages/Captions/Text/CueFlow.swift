import Sluice

/// Writes the words of cues as one text that flows: a space between lines and between cues, an empty line where
/// another voice speaks, where a line looks like the start of a speech, and at long pauses.
struct CueFlow {
  /// A pause behind the end of a sentence that begins a paragraph, in seconds; twice as long, any pause does.
  static let pause = 3.0

  let bytes: Bytes
  let hasOwnSpaces: Bool
  private var builder = TextBuilder()
  private(set) var blocks = Blocks()
  private(set) var cues = Cues()

  private var paragraphStart = 0
  /// Where the row that is open begins in the text, once it has words.
  private var rowStart: Int?
  private var row = Caption()
  private var identifier: String?
  private var speaker: String?
  /// Of the row before.
  private var lastSpeaker: String?
  private var lastEnd: Double?
  /// White space in the source that has not been written, and whether it has a line break.
  private var blank: Range<Int>?
  private var isLineBreak = false

  init(_ bytes: Bytes, hasOwnSpaces: Bool, cueCount: Int) {
    self.bytes = bytes
    self.hasOwnSpaces = hasOwnSpaces
    builder.reserve(bytes.count / 4 * 3, segments: cueCount * 4)
    cues.reserve(cueCount)
  }

  @inline(__always)
  private mutating func append(_ range: Range<Int>) {
    builder.copy(UnsafeBufferPointer(start: bytes.base, count: bytes.count).span, range)
  }

  consuming func finish() -> (text: Text, alignment: Alignment, blocks: Blocks, cues: Cues) {
    endParagraph()
    let (blocks, cues) = (blocks, cues)
    let (text, alignment) = builder.finish()
    return (text, alignment, blocks, cues)
  }
}

// MARK: - Cues

extension CueFlow {
  mutating func begin(_ caption: Caption, speaker: String?) {
    row = caption
    rowStart = nil
    self.speaker = speaker
    if !hasOwnSpaces { blank = nil }
    isLineBreak = false
    let name = caption.identifier.prefix(200)
    identifier = name.isEmpty ? nil : bytes.string(name)
  }

  mutating func end() {
    guard let start = rowStart else { return }
    cues.append(
      TextRange(start, builder.count), start: row.start, end: row.end, identifier: identifier,
      speaker: speaker)
    lastSpeaker = speaker
    lastEnd = row.end ?? lastEnd
    rowStart = nil
  }

  /// Another voice within a cue makes a row of its own.
  mutating func voice(_ name: String) {
    guard name != speaker else { return }
    end()
    speaker = name.isEmpty ? nil : name
  }

  /// A border between two places of the text of one cue.
  mutating func joint() {
    if rowStart != nil, blank == nil, !hasOwnSpaces { blank = row.text.lowerBound..<row.text.lowerBound }
  }
}

// MARK: - Words

extension CueFlow {
  /// Adds source bytes as they stand; white space at their ends is kept only between words.
  @inline(__always)
  mutating func copy(_ range: Range<Int>) {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start].isBlank { start += 1 }
    if start > range.lowerBound { white(range.lowerBound..<start) }
    guard start < end else { return }
    while bytes[end - 1].isBlank { end -= 1 }
    open(at: start, end)
    append(start..<end)
    if end < range.upperBound { white(end..<range.upperBound) }
  }

  /// Adds what a range of the source stands for.
  mutating func decode(_ text: some Collection<UInt8>, from range: Range<Int>) {
    if text.count == 1, let byte = text.first, byte.isBlank { return white(range) }
    open(at: range.lowerBound, range.lowerBound)
    builder.decode(text, from: range)
  }

  /// White space, or markup that stands for it.
  mutating func white(_ range: Range<Int>) {
    if blank == nil { blank = range }
  }

  mutating func lineBreak(_ range: Range<Int>) {
    if blank == nil { blank = range }
    isLineBreak = true
  }

  /// Writes what stands before the words at an offset.
  @inline(__always)
  private mutating func open(at start: Int, _ end: Int) {
    if rowStart == nil {
      openRow(at: start, end)
    } else if let blank {
      if isLineBreak, LineOpening.stands(in: bytes, at: start, end) {
        breakParagraph()
      } else {
        space(blank)
      }
    }
    blank = nil
    isLineBreak = false
  }

  private mutating func openRow(at start: Int, _ end: Int) {
    if builder.count > 0 {
      // Who names voices where they change does not name them in between.
      if speaker == nil, lastSpeaker != nil, !endsSentence { speaker = lastSpeaker }
      if startsParagraph || (!hasOwnSpaces && LineOpening.stands(in: bytes, at: start, end)) {
        breakParagraph()
      } else if hasOwnSpaces {
        if let blank { space(blank) }
      } else {
        builder.insert(ascii: 0x20)
      }
    }
    rowStart = builder.count
  }

  private mutating func space(_ range: Range<Int>) {
    if range.isEmpty {
      builder.insert(ascii: 0x20)
    } else if range.count == 1, bytes[range.lowerBound] == 0x20 {
      append(range)
    } else {
      builder.decode(ascii: 0x20, from: range)
    }
  }

  private var startsParagraph: Bool {
    if speaker != lastSpeaker { return true }
    guard let start = row.start, let lastEnd else { return false }
    let gap = start - lastEnd
    return gap >= 2 * Self.pause || (gap >= Self.pause && endsSentence)
  }

  private var endsSentence: Bool {
    let tail = builder.bytes.suffix(3)
    if tail.elementsEqual([0xE2, 0x80, 0xA6]) || tail.elementsEqual([0xE2, 0x80, 0x9D]) { return true }
    guard let last = tail.last else { return true }
    return [0x2E, 0x3F, 0x21, 0x22, 0x29, 0x5D].contains(last)
  }

  private mutating func breakParagraph() {
    endParagraph()
    builder.insert(ascii: 0x0A)
    builder.insert(ascii: 0x0A)
    paragraphStart = builder.count
  }

  private mutating func endParagraph() {
    if builder.count > paragraphStart {
      blocks.append(.paragraph, TextRange(paragraphStart, builder.count))
    }
  }
}
