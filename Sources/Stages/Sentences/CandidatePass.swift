/// One pass over a stretch of text: finds the candidates, asks a judge, and hands it the sentences.
struct CandidatePass<Judge: CandidateJudge> {
  /// What may be read; it can move along with a stream.
  var window: Window
  var judge: Judge
  var state: PassState
  /// Everything before this offset has been looked at.
  var done: Int
  private var sentenceStart: Int
  /// The last number of the list that the line holds.
  private var list: ListMark?

  init(_ window: Window, _ judge: Judge) {
    self.window = window
    self.judge = judge
    done = window.start
    sentenceStart = window.skipSpace(from: window.start)
    state = PassState(lineStart: sentenceStart, previous: sentenceStart)
  }

  /// All that a pass knows, but for the window and the judge.
  struct Memory: Sendable {
    fileprivate var state: PassState
    fileprivate var done: Int
    fileprivate var sentenceStart: Int
    fileprivate var list: ListMark?
  }

  var memory: Memory {
    get { Memory(state: state, done: done, sentenceStart: sentenceStart, list: list) }
    set {
      (state, done, sentenceStart, list) = (
        newValue.state, newValue.done, newValue.sentenceStart, newValue.list
      )
    }
  }

  /// Reads the whole window.
  mutating func run() {
    begin()
    run(from: window.start, to: window.end)
    finish()
  }

  /// Looks at what begins the text.
  mutating func begin() {
    visitLineStart()
  }

  /// Looks at the marks of a stretch of the window.
  mutating func run(from start: Int, to end: Int) {
    CandidateScan.forEachMark(window.base, start..<end, scripts: judge.scripts) { offset in
      if offset >= done { visit(offset) }
    }
  }

  /// The common case, decided without more ado: a plain lower-case word, a mark, a space, a capitalised word.
  private mutating func endsPlainly(at offset: Int) -> Bool {
    let base = window.base
    guard offset - 4 >= window.start, offset + 5 < window.end, base[offset + 1] == 0x20 else { return false }
    let next = base[offset + 2] == 0x20 ? offset + 3 : offset + 2
    guard window.classes[Int(base[next])] == ByteClass.upper else { return false }
    guard endsPlainWord(at: offset) || window.endsPlainBracket(at: offset, before: next) else { return false }
    done = offset + 1
    append(offset + 1)
    sentenceStart = next
    state.previous = offset + 1
    return true
  }

  /// A lower-case word that is no abbreviation.
  private func endsPlainWord(at offset: Int) -> Bool {
    let base = window.base
    var start = offset
    let limit = max(window.start, offset - 24)
    while start > limit, base[start - 1] &- 0x61 < 26 { start -= 1 }
    let length = offset - start
    guard length >= 2, start > window.start else { return false }
    switch base[start - 1] {
    case 0x20, 0x0A: break
    case UInt8(ascii: "-"): if length < 4 { return false }
    default: return false
    }
    return judge.isPlain(WordHash.of(window, start, min(offset, start + WordHash.length)), length: length)
  }

  private mutating func visit(_ offset: Int) {
    switch window.base[offset] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      if !endsPlainly(at: offset) { visitMarks(from: offset) }
    case 0x0A:
      visitLineEnd(offset, length: 1)
    case UInt8(ascii: "("):
      state.depth += 1
      state.parenthesis = offset
    case UInt8(ascii: ")"):
      state.depth = max(0, state.depth - 1)
      if list != nil { visitListItem(offset) }
    case UInt8(ascii: "\""):
      state.quotes = state.quotes == 0 ? 1 : 0
      state.quote = offset
    case UInt8(ascii: ":"):
      visitColon(offset)
    default:
      if window.base[offset] >= 0x80 { visitWide(offset) }
    }
  }

  private mutating func visitWide(_ offset: Int) {
    if ScalarClass.wideMark(window, at: offset) != nil { return visitMarks(from: offset) }
    guard window[offset] == 0xE2, window[offset + 1] == 0x80 else { return }
    switch window[offset + 2] {
    case 0xA8, 0xA9: visitLineEnd(offset, length: 3)
    case 0x9C:
      state.quotes += 1
      state.quote = offset
    case 0x9D: state.quotes = max(0, state.quotes - 1)
    default: break
    }
  }

  /// The next number of a list that stands in one line: `1. The first item 2. The second item`.
  private mutating func visitListItem(_ offset: Int) {
    guard let last = list, let item = last.next(window, endingAt: offset, after: sentenceStart) else {
      return
    }
    let end = window.trimSpace(before: item.start, limit: sentenceStart)
    if end > sentenceStart { append(end) }
    sentenceStart = item.start
    list = item
    done = item.end
    state.previous = end
  }

  private mutating func visitMarks(from start: Int) {
    if list != nil, window[start] == UInt8(ascii: ".") {
      visitListItem(start)
      if done > start { return }
    }
    let marksEnd = window.endOfMarks(from: start)
    var end = marksEnd
    closing: while true {
      switch window[end] {
      case UInt8(ascii: ")"): state.depth = max(0, state.depth - 1)
      case UInt8(ascii: "\""): state.quotes = state.quotes == 0 ? 1 : 0
      case 0x20:
        // A closing quote set apart, as tokenised text has it.
        let next = window[end + 1]
        let isQuote =
          next == UInt8(ascii: "\"") || next == 0xE2 && ScalarClass.closerLength(window, at: end + 1) > 0
        guard isQuote else { break closing }
        let length = ScalarClass.closerLength(window, at: end + 1)
        guard window.spaceLength(at: end + 1 + length) > 0 else { break closing }
        state.quotes = 0
        end += 1 + length
        break closing
      default: break
      }
      let length = ScalarClass.closerLength(window, at: end)
      if length == 0 { break }
      if length == 3, window[end + 2] == 0x9D { state.quotes = max(0, state.quotes - 1) }
      end += length
    }
    done = end
    guard end < window.end else { return }
    if window.spaceLength(at: end) == 0, window.base[start] < 0x80 {
      // Without a gap only what cannot go on a word begins a sentence.
      let byte = window.base[end]
      let bits = window.bits(end)
      guard bits & (ByteClass.upper | ByteClass.opener) != 0 || byte >= 0xC0, byte != UInt8(ascii: "'"),
        byte != UInt8(ascii: "_")
      else {
        if bits & ByteClass.lower != 0, end == start + 1 { visitInnerDot(start) }
        return
      }
    }
    let noteEnd = window.endOfNotes(from: end)
    if noteEnd > end {
      done = noteEnd
      judge(.marks, start..<marksEnd, end, isBeforeNote: true)
      if noteEnd < window.end { judge(.note, start..<marksEnd, noteEnd) }
      return
    }
    let smileEnd = window.endOfEmoticon(from: end)
    if smileEnd > end {
      done = smileEnd
      judge(.marks, start..<marksEnd, end, isBeforeEmoticon: true)
      if smileEnd < window.end { judge(.emoticon, start..<marksEnd, smileEnd) }
      return
    }
    judge(window.isEndBeforeEllipsis(start) ? .label : .marks, start..<marksEnd, end)
  }

  private mutating func visitLineEnd(_ offset: Int, length: Int) {
    let end = window.trimSpace(before: offset, limit: state.lineStart)
    if end > state.lineStart, end > sentenceStart, end > done {
      let last = window[end - 1]
      let hasColon = last == UInt8(ascii: ":") || last == UInt8(ascii: ";")
      judge(.line, (hasColon ? end - 1 : end)..<end, end)
    }
    done = max(done, offset + length)
    state.lineStart = offset + length
    state.depth = 0
    state.quotes = 0
    visitLineStart()
  }

  /// A bracketed number that begins a line, such as the `[9]` of a footnote, stands on its own.
  private mutating func visitLineStart() {
    var start = state.lineStart
    while start - state.lineStart < 16, window[start] == 0x20 || window[start] == 0x09, start < window.end {
      start += 1
    }
    list = ListMark(window, at: start)
    if start == sentenceStart, window[start] == UInt8(ascii: "F") || window[start] == UInt8(ascii: "T") {
      let caption = window.endOfCaption(from: start)
      if caption > start { return judge(.label, caption..<caption, caption) }
    }
    guard window[start] == UInt8(ascii: "["), start == sentenceStart else {
      return
    }
    let end = window.endOfNotes(from: start)
    guard end > start, end < window.end else { return }
    let gap = window.skipSpace(from: end)
    guard window.bits(gap) & (ByteClass.upper | ByteClass.opener) != 0 || window[gap] == 0xE2 else { return }
    judge(.label, end..<end, end)
  }

  /// A full stop inside a word: the end of a web address can end a sentence without a mark.
  private mutating func visitInnerDot(_ offset: Int) {
    var start = offset
    let limit = max(window.start, offset - 24)
    while start > limit, window.bits(start - 1) & ByteClass.space == 0 { start -= 1 }
    while start < offset, window.bits(start) & ByteClass.opener != 0 { start += 1 }
    guard window.hasPrefix("http", at: start) || window.hasPrefix("www.", at: start) else { return }
    var end = offset
    let far = min(window.end, offset + 512)
    while end < far, window.spaceLength(at: end) == 0 { end += 1 }
    var bare = end
    while bare > offset,
      window.bits(bare - 1) & ByteClass.dot != 0 || [0x21, 0x3F].contains(window[bare - 1])
    { bare -= 1 }
    done = max(done, min(end, bare))
    guard bare == end, end < window.end,
      window.bits(end - 1) & (ByteClass.lower | ByteClass.upper | ByteClass.digit) != 0
        || window[end - 1] == UInt8(ascii: "/")
    else { return }
    judge(.address, end..<end, end)
  }

  /// The colon of a time stamp such as `11/27/2000 10:25 AM`, behind which forwarded mail begins.
  private mutating func visitColon(_ offset: Int) {
    guard window.bits(offset - 1) & window.bits(offset + 1) & window.bits(offset + 2) & ByteClass.digit != 0
    else { return }
    var end = offset + 3
    if window[end] == UInt8(ascii: ":") { end += 3 }
    guard window[end] == 0x20, window[end + 1] == UInt8(ascii: "A") || window[end + 1] == UInt8(ascii: "P"),
      window[end + 2] == UInt8(ascii: "M"), window.spaceLength(at: end + 3) > 0
    else { return }
    var day = offset - 1
    while day > window.start, window.bits(day - 1) & ByteClass.digit != 0 { day -= 1 }
    guard window[day - 1] == 0x20, window.bits(day - 2) & window.bits(day - 3) & ByteClass.digit != 0,
      window[day - 4] == UInt8(ascii: "/") || window[day - 6] == UInt8(ascii: "/")
    else { return }
    done = end + 3
    if done < window.end { judge(.timeStamp, done..<done, done) }
  }

  private mutating func judge(
    _ kind: Candidate.Kind, _ marks: Range<Int>, _ offset: Int, isBeforeNote: Bool = false,
    isBeforeEmoticon: Bool = false
  ) {
    if window[offset] == 0x0A, window[offset + 1] == 0x0A {
      // A blank line decides alone.
      append(offset)
      sentenceStart = window.skipSpace(from: offset + 2)
      state.previous = sentenceStart
      return
    }
    var candidate = Candidate(window, kind, marks: marks, offset: offset, lineStart: state.lineStart)
    candidate.isBeforeNote = isBeforeNote
    candidate.isBeforeEmoticon = isBeforeEmoticon
    guard candidate.resume < window.end else { return }
    if judge.isBoundary(candidate, state, window) {
      append(offset)
      sentenceStart = candidate.resume
    }
    if candidate.mark != .none || candidate.closer != .none || candidate.gap >= .line {
      state.previous = offset
    }
  }

  private mutating func append(_ offset: Int) {
    let end = window.trimSpace(before: offset, limit: sentenceStart)
    if end > sentenceStart, window.hasVisible(sentenceStart..<end) { judge.take(sentenceStart, end) }
  }

  /// Ends the last sentence where the window ends.
  mutating func finish() {
    append(window.trimSpace(before: window.end, limit: sentenceStart))
  }
}
