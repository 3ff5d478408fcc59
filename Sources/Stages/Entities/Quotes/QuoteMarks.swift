import Sluice

/// A stretch of text between quotation marks.
struct QuoteSpan {
  /// Offset of the opening mark.
  var open: Int
  /// What stands between the marks.
  var start: Int
  var end: Int
  /// Offset behind the closing mark.
  var close: Int
  /// How many others it stands in.
  var depth = 0
  /// Index of the one that it stands in.
  var parent: Int?
}

/// Pairs quotation marks: curly and straight ones, double and single, low and high, and guillemets.
///
/// A quotation ends in its paragraph, unless the next one begins with the same opening mark, as printers do where
/// somebody speaks for several paragraphs. Apostrophes are told from marks by the letters around them. Marks without
/// a partner say nothing.
struct QuoteMarks {
  private enum Mark { case curly, low, single, guillemet, straight, straightSingle }

  private struct Opening {
    var mark: Mark
    var open: Int
    var start: Int
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var stack: [Opening] = []
  private var spans: [QuoteSpan] = []
  /// What goes on behind the mark that is read next.
  private var pending: Opening?

  /// The pairs by their opening marks, in time linear in the text.
  static func spans(in text: UnsafeBufferPointer<UInt8>, paragraphs: [Int]) -> [QuoteSpan] {
    var marks = QuoteMarks(text: text)
    marks.read(paragraphs)
    return nested(marks.spans)
  }

  private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private static func nested(_ spans: [QuoteSpan]) -> [QuoteSpan] {
    var spans = spans.sorted { $0.open < $1.open }
    var outer: [Int] = []
    for index in spans.indices {
      while let last = outer.last, spans[last].close <= spans[index].open { outer.removeLast() }
      spans[index].depth = outer.count
      spans[index].parent = outer.last
      outer.append(index)
    }
    return spans
  }

  private mutating func read(_ paragraphs: [Int]) {
    var next = 0
    var index = 0
    while index < text.count {
      while next < paragraphs.count, paragraphs[next] < index { next += 1 }
      if next < paragraphs.count, paragraphs[next] == index { openParagraph(at: index) }
      let byte = text[index]
      let width = ByteClass.width(text, index)
      switch byte {
      case 0x22: straight(index)
      case 0x27: straightSingle(index)
      case 0xC2 where width == 2 && index + 1 < text.count:
        if text[index + 1] == 0xAB { push(.guillemet, index, width) }
        if text[index + 1] == 0xBB { pop(.guillemet, index, width) }
      case 0xE2 where width == 3 && text[index + 1] == 0x80: curly(index)
      default: break
      }
      index += width
    }
  }

  private mutating func curly(_ index: Int) {
    switch text[index + 2] {
    // „…“: what opens elsewhere closes here.
    case 0x9E: push(.low, index, 3)
    case 0x9C: if stack.last?.mark == .low { pop(.low, index, 3) } else { push(.curly, index, 3) }
    case 0x9D: pop(stack.last?.mark == .low ? .low : .curly, index, 3)
    case 0x98: push(.single, index, 3)
    case 0x99 where !isWord(at: index + 3): pop(.single, index, 3)
    default: break
    }
  }

  private mutating func straight(_ index: Int) {
    let isOpen = stack.contains { $0.mark == .straight }
    let spaceBehind = index + 1 >= text.count || ByteClass.isSpace(text, index + 1)
    if isOpen, index > 0, !isSpace(before: index) || spaceBehind {
      pop(.straight, index, 1)
    } else if !isOpen, !spaceBehind, canOpen(index) {
      push(.straight, index, 1)
    }
  }

  private mutating func straightSingle(_ index: Int) {
    if stack.contains(where: { $0.mark == .straightSingle }), !isSpace(before: index), !isWord(at: index + 1)
    {
      pop(.straightSingle, index, 1)
    } else if canOpen(index), isWord(at: index + 1), text[index + 1] &- 0x30 >= 10 {
      push(.straightSingle, index, 1)
    }
  }

  private func isWord(at index: Int) -> Bool {
    guard index < text.count else { return false }
    return text[index] &- 0x30 < 10 || ByteClass.isLetter(text, index)
  }

  private func isSpace(before index: Int) -> Bool {
    guard index > 0 else { return true }
    if text[index - 1] <= 0x20 { return true }
    return index > 1 && text[index - 2] == 0xC2 && text[index - 1] == 0xA0
  }

  /// Whether white space, a bracket, a dash or another mark stands before.
  private func canOpen(_ index: Int) -> Bool {
    if isSpace(before: index) { return true }
    let before = text[index - 1]
    if before < 0x80 { return [0x28, 0x5B, 0x2D, 0x22, 0x27].contains(before) }
    return index > 2 && text[index - 3] == 0xE2 && text[index - 2] == 0x80
      && [0x93, 0x94, 0x98, 0x9C].contains(before)
  }

  private mutating func push(_ mark: Mark, _ index: Int, _ width: Int) {
    if let older = pending {
      pending = nil
      if older.mark == mark { return stack.append(older) }
    }
    guard stack.count < 8 else { return }
    stack.append(Opening(mark: mark, open: index, start: index + width))
  }

  private mutating func pop(_ mark: Mark, _ index: Int, _ width: Int) {
    guard let place = stack.lastIndex(where: { $0.mark == mark }) else { return }
    let opening = stack[place]
    stack.removeSubrange(place...)
    guard opening.start < index else { return }
    spans.append(
      QuoteSpan(open: opening.open, start: opening.start, end: index, close: index + width))
  }

  /// Only what the paragraph opens with again stays open; that mark opens nothing new.
  private mutating func openParagraph(at index: Int) {
    guard let outer = stack.first else { return }
    let width = outer.start - outer.open
    let repeats =
      index + width <= text.count
      && (0..<width).allSatisfy { text[index + $0] == text[outer.open + $0] }
    stack.removeAll(keepingCapacity: true)
    pending = repeats ? outer : nil
  }
}
