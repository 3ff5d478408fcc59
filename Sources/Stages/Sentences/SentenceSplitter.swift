import Sluice

/// Splits UTF-8 into sentences in one pass.
///
/// Places where a sentence could end are found by ``CandidateScan``, read into a ``Candidate``, and judged by
/// ``SentenceRules``. The work is linear in the length of the text: the context of a place is bounded.
struct SentenceSplitter: Sendable {
  var rules: SentenceRules
  private var marks: [Int32] = []

  init(_ rules: SentenceRules) {
    self.rules = rules
  }

  /// Appends the sentences of a stretch of text, each without the white space around it.
  mutating func split(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, into sentences: inout [TextRange]
  ) {
    guard let base = bytes.baseAddress, !range.isEmpty else { return }
    marks.removeAll(keepingCapacity: true)
    CandidateScan.scan(base, range, into: &marks)
    ByteClass.table.withUnsafeBufferPointer { classes in
      guard let classes = classes.baseAddress else { return }
      let window = Window(base: base, start: range.lowerBound, end: range.upperBound, classes: classes)
      var pass = Pass(window: window, rules: rules)
      for mark in marks where Int(mark) >= pass.done { pass.visit(Int(mark)) }
      pass.finish()
      sentences += pass.sentences
    }
  }

  /// The state of one pass over a stretch.
  private struct Pass {
    let window: Window
    let rules: SentenceRules
    var sentences: [TextRange] = []
    /// Everything before this offset has been looked at.
    var done: Int
    private var sentenceStart: Int
    private var lineStart: Int
    private var depth = 0

    init(window: Window, rules: SentenceRules) {
      self.window = window
      self.rules = rules
      done = window.start
      sentenceStart = window.skipSpace(from: window.start)
      lineStart = sentenceStart
    }

    mutating func visit(_ offset: Int) {
      switch window[offset] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        visitMarks(from: offset)
      case 0x0A:
        visitLineEnd(offset)
      case 0xE2:
        visitWide(offset)
      case UInt8(ascii: "("):
        depth += 1
      case UInt8(ascii: ")"):
        depth = max(0, depth - 1)
      default:
        break
      }
    }

    private mutating func visitWide(_ offset: Int) {
      guard window[offset + 1] == 0x80 else { return }
      switch window[offset + 2] {
      case 0xA6: visitMarks(from: offset)
      case 0xA8, 0xA9: visitLineEnd(offset)
      default: break
      }
    }

    private mutating func visitMarks(from start: Int) {
      var end = start
      scan: while true {
        switch window[end] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
          end += 1
        case 0xE2 where window[end + 1] == 0x80 && window[end + 2] == 0xA6:
          end += 3
        case 0x20 where window[end + 1] == UInt8(ascii: ".") && window[end - 1] == UInt8(ascii: "."):
          // The points of `. . .` belong together.
          end += 2
        default:
          break scan
        }
      }
      let marksEnd = end
      while true {
        let length = ScalarClass.closerLength(window, at: end)
        if length == 0 { break }
        if window[end] == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        end += length
      }
      done = end
      guard end < window.end else { return }
      if window.spaceLength(at: end) == 0 {
        // Without a gap only what cannot go on a word begins a sentence.
        let byte = window[end]
        guard
          window.bits(end) & ByteClass.upper != 0 || window.bits(end) & ByteClass.opener != 0 || byte >= 0xC0
        else { return }
      }
      judge(start..<marksEnd, end)
    }

    private mutating func visitLineEnd(_ offset: Int) {
      let end = window.trimSpace(before: offset, limit: lineStart)
      if end > lineStart, end > sentenceStart, end >= done {
        let hasColon = window[end - 1] == UInt8(ascii: ":") || window[end - 1] == UInt8(ascii: ";")
        judge((hasColon ? end - 1 : end)..<end, end)
      }
      done = max(done, offset + 1)
      lineStart = offset + 1
    }

    private mutating func judge(_ marks: Range<Int>, _ offset: Int) {
      let candidate = Candidate(window, marks: marks, offset: offset, lineStart: lineStart)
      guard candidate.resume < window.end else { return }
      if candidate.gap == .blank { depth = 0 }
      guard rules.isBoundary(candidate, window, depth: depth) else { return }
      append(offset)
      sentenceStart = candidate.resume
    }

    private mutating func append(_ end: Int) {
      if end > sentenceStart, hasVisible(sentenceStart..<end) {
        sentences.append(TextRange(sentenceStart, end))
      }
    }

    mutating func finish() {
      append(window.trimSpace(before: window.end, limit: sentenceStart))
    }

    /// `false` for what shows nothing: zero-width characters and byte order marks.
    private func hasVisible(_ range: Range<Int>) -> Bool {
      var offset = range.lowerBound
      while offset < range.upperBound {
        let byte = window[offset]
        if byte < 0x80 {
          if byte > 0x20, byte != 0x7F { return true }
          offset += 1
          continue
        }
        switch ScalarClass.scalar(window, at: offset) {
        case 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0xFEFF, 0x80...0xA0, 0x2000...0x200A,
          0x3000:
          break
        default: return true
        }
        offset += ScalarClass.length(byte)
      }
      return false
    }
  }
}
