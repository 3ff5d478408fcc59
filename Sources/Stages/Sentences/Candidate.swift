/// A place where a sentence may end, with what stands around it.
struct Candidate {
  /// The marks before the place.
  enum Mark: UInt8 {
    case none, period, exclamation, question, ellipsis, mixed, colon
    /// A full-width or Indic full stop, which nothing else uses.
    case stop
  }

  /// What closes a quotation or bracket behind the marks.
  enum Closer: UInt8 {
    case none, bracket, quote
  }

  /// The white space behind the place.
  enum Gap: UInt8, Comparable {
    case none, space, spaces, line, blank

    static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
  }

  /// What opens the text behind the gap.
  enum Opener: UInt8 {
    case none, quote, bracket, dash
  }

  /// Why the place is a candidate.
  enum Kind: UInt8 {
    /// End marks stand before it.
    case marks
    /// A line ends.
    case line
    /// A footnote mark such as `[12]`.
    case note
    /// An emoticon behind an end mark.
    case emoticon
    /// A web address.
    case address
    /// A time stamp such as `11/27/2000 10:25 AM`.
    case timeStamp
    /// A bracketed number that begins a line.
    case label
    /// A bullet follows.
    case bullet
  }

  /// The most bytes of context that are read on each side.
  static let reach = 64

  /// Behind marks and closers.
  var offset: Int
  var kind: Kind
  /// A footnote mark follows, and belongs to what precedes it.
  var isBeforeNote = false
  /// An emoticon follows.
  var isBeforeEmoticon = false
  /// The marks stand alone in brackets: `[...]`.
  var isBracketed: Bool
  /// Bytes of the marks.
  var markLength: Int
  /// The marks have spaces between them: `. . .`
  var isSpaced = false
  var mark = Mark.none
  var closer = Closer.none
  var gap = Gap.none
  var opener = Opener.none
  /// The word that carries the marks.
  var left = Word()
  /// The word before it.
  var prior = Word()
  var next = Word()
  /// The word behind ``next``.
  var after = Word()
  /// Where the visible text behind the gap begins, openers included.
  var resume: Int
  /// The first byte of the opener, 0 when there is none.
  var openerByte: UInt8 = 0
  /// The sign that follows ``next`` at once, 0 when there is none.
  var tail: UInt8 = 0
  /// Where the line begins in which the place stands.
  var lineStart: Int

  /// - Parameters:
  ///   - marks: the end marks, empty at the end of a line without any.
  ///   - offset: behind the closers.
  init(_ window: Window, _ kind: Kind, marks: Range<Int>, offset: Int, lineStart: Int) {
    self.offset = offset
    self.kind = kind
    markLength = marks.count
    isBracketed =
      !marks.isEmpty && window[marks.lowerBound - 1] == UInt8(ascii: "[")
      && window[marks.upperBound] == UInt8(ascii: "]")
    isSpaced = marks.count > 3 && window[marks.lowerBound + 1] == 0x20
    self.lineStart = lineStart
    mark = Self.mark(window, marks)
    if offset > marks.upperBound {
      let last = window[offset - 1]
      let isBracket = last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last == UInt8(ascii: "}")
      closer = isBracket ? .bracket : .quote
    }
    resume = offset
    readGap(window)
    // A blank line decides alone.
    if gap == .blank { return }
    readLeft(window, end: marks.lowerBound)
    readRight(window)
  }

  private static func mark(_ window: Window, _ marks: Range<Int>) -> Mark {
    guard !marks.isEmpty else { return .none }
    let first = window[marks.lowerBound]
    if first >= 0x80 {
      switch ScalarClass.wideMark(window, at: marks.lowerBound)?.mark {
      case .ellipsis, nil: return .ellipsis
      case .stop: return .stop
      case .exclamation: return .exclamation
      case .question: return .question
      }
    }
    if marks.count == 1 {
      switch first {
      case UInt8(ascii: "."): return .period
      case UInt8(ascii: "!"): return .exclamation
      case UInt8(ascii: "?"): return .question
      default: return .colon
      }
    }
    for offset in marks where window[offset] != first {
      // `. . .` is one ellipsis.
      if window[offset] == 0x20, first == UInt8(ascii: ".") { continue }
      return .mixed
    }
    if first == UInt8(ascii: ".") { return .ellipsis }
    return first == UInt8(ascii: "!") ? .exclamation : .question
  }

  private mutating func readGap(_ window: Window) {
    var next = offset, lines = 0
    while true {
      let length = window.spaceLength(at: next)
      if length == 0 { break }
      if window[next] == 0x0A || (length == 3 && window[next + 2] == 0xA8) { lines += 1 }
      if length == 3, window[next] == 0xE2, window[next + 2] == 0xA9 { lines += 2 }
      next += length
      if next - offset > Self.reach, lines > 1 { break }
    }
    if lines > 0 {
      gap = lines > 1 ? .blank : .line
    } else {
      gap = next == offset ? .none : next == offset + 1 ? .space : .spaces
    }
    resume = next
  }

  private mutating func readLeft(_ window: Window, end: Int) {
    let limit = max(window.start, end - Self.reach)
    var wordEnd = end
    if mark == .none {
      while wordEnd > limit, window.bits(wordEnd - 1) & ByteClass.closer != 0 { wordEnd -= 1 }
    }
    let (start, stop) = Self.word(window, before: wordEnd, limit: limit)
    left = Word(window, start, stop)
    let priorEnd = window.trimSpace(before: start, limit: limit)
    let (first, last) = Self.word(window, before: priorEnd, limit: limit)
    prior = Word(window, first, Self.bareEnd(window, first, last))
  }

  /// The word before an offset.
  static func lastWord(_ window: Window, before offset: Int, limit: Int) -> Word {
    let end = window.trimSpace(before: offset, limit: limit)
    let (start, stop) = word(window, before: end, limit: max(limit, end - reach))
    return Word(window, start, bareEnd(window, start, stop))
  }

  /// The visible stretch that ends at an offset, without opening signs.
  private static func word(_ window: Window, before end: Int, limit: Int) -> (Int, Int) {
    var start = end
    while start > limit {
      let byte = window.base[start - 1]
      if byte < 0x80 {
        if window.classes[Int(byte)] & ByteClass.space != 0 { break }
      } else if window.spaceLength(before: start) > 0 {
        break
      }
      start -= 1
    }
    while start < end {
      let length = ScalarClass.openerLength(window, at: start)
      if length == 0 || start + length > end { break }
      start += length
    }
    return (start, end)
  }

  private mutating func readRight(_ window: Window) {
    let limit = min(window.end, resume + Self.reach)
    var start = resume
    while start < limit {
      let length = ScalarClass.openerLength(window, at: start)
      if length == 0 { break }
      if opener == .none {
        opener = Self.opener(window[start], window[start + 2])
        openerByte = window[start]
      }
      start += length
      if opener == .dash { start = min(limit, window.skipSpace(from: start)) }
    }
    let end = Self.visibleEnd(window, start, limit)
    let bareEnd = Self.bareEnd(window, start, end)
    next = Word(window, start, bareEnd)
    tail = bareEnd < end ? window[bareEnd] : 0
    let second = window.skipSpace(from: end)
    guard second < limit else { return }
    let secondEnd = Self.visibleEnd(window, second, limit)
    after = Word(window, second, Self.bareEnd(window, second, secondEnd))
  }

  private static func opener(_ lead: UInt8, _ third: UInt8) -> Opener {
    switch lead {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): .bracket
    case UInt8(ascii: "-"): .dash
    case 0xE2: (0x98...0x9E).contains(third) ? .quote : .dash
    case 0xC2: .quote
    default: .quote
    }
  }

  private static func visibleEnd(_ window: Window, _ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit {
      let byte = window.base[end]
      if byte < 0x80 {
        if window.classes[Int(byte)] & ByteClass.space != 0 { break }
      } else if window.spaceLength(at: end) > 0 {
        break
      }
      end += 1
    }
    return end
  }

  /// The end of a word without the punctuation that follows it.
  private static func bareEnd(_ window: Window, _ start: Int, _ end: Int) -> Int {
    var bare = end
    while bare > start {
      switch window[bare - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        UInt8(ascii: "}"):
        bare -= 1
      case 0x99, 0x9D:
        guard bare - 3 >= start, window[bare - 3] == 0xE2, window[bare - 2] == 0x80 else { return bare }
        bare -= 3
      default:
        return bare
      }
    }
    return bare
  }
}
