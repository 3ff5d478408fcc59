import Sluice

/// Cuts UTF-8 into tokens: words by UAX 29, with the conventions of English treebanks (Universal Dependencies).
///
/// Contractions are cut (`do|n't`, `we|'ll`), hyphens stand alone but for prefixes, numbers keep their signs
/// (`1,000.50`, `10:25`), addresses, mentions and hashtags are whole, abbreviations keep their full stop.
struct Tokenizer: Sendable {
  var abbreviations = Abbreviations.english
  private var ranges: [TextRange] = []
  private var flags: [Tokens.Flags] = []

  init() {}

  /// The tokens of a text.
  mutating func tokenize(_ bytes: UnsafeBufferPointer<UInt8>) -> Tokens {
    ranges.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    guard let base = bytes.baseAddress else { return Tokens() }
    ByteClass.table.withUnsafeBufferPointer { classes in
      guard let classes = classes.baseAddress else { return }
      let window = Window(base: base, start: 0, end: bytes.count, classes: classes)
      var offset = 0
      while true {
        let start = window.skipSpace(from: offset)
        if start >= bytes.count { break }
        offset = readChunk(window, start)
      }
    }
    return Tokens(ranges: ranges, flags: flags)
  }

  /// Reads what stands between two white spaces; returns its end.
  private mutating func readChunk(_ window: Window, _ start: Int) -> Int {
    let base = window.base, classes = window.classes, limit = window.end
    var end = start
    var letters: UInt8 = 0
    while end < limit, base[end] < 0x80, classes[Int(base[end])] & (ByteClass.lower | ByteClass.upper) != 0 {
      letters |= classes[Int(base[end])]
      end += 1
    }
    // Most chunks are plain words, many with a comma.
    if end > start {
      let after = end < limit ? base[end] : 0x20
      if after == 0x20 || after == 0x0A {
        appendPlain(window, start, end, letters, isFirst: true)
        return end
      }
      if after == UInt8(ascii: ","), end + 1 < limit, base[end + 1] == 0x20 {
        appendPlain(window, start, end, letters, isFirst: true)
        ranges.append(TextRange(end, end + 1))
        flags.append(Self.comma)
        return end + 1
      }
    }
    while end < limit {
      let byte = base[end]
      if classes[Int(byte)] & ByteClass.space != 0 || byte >= 0x80 && window.spaceLength(at: end) > 0 {
        break
      }
      end += 1
    }
    var next = start
    let item = TokenScan.itemEnd(window, start, end)
    if item > start {
      append(window, start, item, .number, isFirst: true)
      return item
    }
    if let whole = TokenScan.address(window, start, end) {
      while next < whole.start { next = readSign(window, next, whole.start, chunk: start) }
      append(window, whole.start, whole.end, whole.shape, isFirst: whole.start == start)
      next = whole.end
    }
    while next < end {
      if TokenScan.isWordByte(window, next) {
        next = readWord(window, next, end, chunk: start)
      } else {
        next = readSign(window, next, end, chunk: start)
      }
    }
    return end
  }

  private static let comma = Tokens.Flags(.punctuation, hasUpper: false, isWide: false, followsSpace: false)

  /// Appends a word of ASCII letters.
  @inline(__always)
  private mutating func appendPlain(
    _ window: Window, _ start: Int, _ end: Int, _ letters: UInt8, isFirst: Bool
  ) {
    let count = end - start
    if count >= 5 && count <= 6, Contraction.cut(window, start, end) < end {
      appendWord(window, start, end, isFirst: isFirst)
      return
    }
    let shape: Tokens.Shape
    if letters == ByteClass.lower {
      shape = .lower
    } else if letters == ByteClass.upper {
      shape = .upper
    } else {
      shape = TokenScan.shape(window, start, end, letters, hasUpper: true)
    }
    ranges.append(TextRange(start, end))
    flags.append(
      Tokens.Flags(
        shape, hasUpper: letters & ByteClass.upper != 0, isWide: false, followsSpace: isFirst && start > 0))
  }

  private mutating func readWord(_ window: Window, _ start: Int, _ end: Int, chunk: Int) -> Int {
    let wordEnd = TokenScan.wordEnd(window, start, end)
    // A full stop belongs to an abbreviation.
    if window[wordEnd] == UInt8(ascii: "."), wordEnd < end,
      window[wordEnd + 1] != UInt8(ascii: ".") || window[wordEnd + 2] != UInt8(ascii: "."),
      keepsStop(window, start, wordEnd, end)
    {
      append(window, start, wordEnd + 1, .abbreviation, isFirst: start == chunk)
      return wordEnd + 1
    }
    appendWord(window, start, wordEnd, isFirst: start == chunk)
    return wordEnd
  }

  private func keepsStop(_ window: Window, _ start: Int, _ wordEnd: Int, _ end: Int) -> Bool {
    let word = Word(window, start, wordEnd)
    switch word.shape {
    case .dottedUpper, .dottedLower, .dottedCapitalized: return true
    case .lowerLetter: return true
    case .upperLetter:
      return window[start] != UInt8(ascii: "I") || start == window.start || !isLast(window, wordEnd + 1)
    case .number, .decimal, .withDigits, .sign, .none, .address: return false
    default: break
    }
    switch abbreviations.kind(word) {
    case .none, .citation: return false
    case .beforeNumber:
      let next = window.skipSpace(from: wordEnd + 1)
      return window.bits(next) & ByteClass.digit != 0 || word.beginsUpper && word.count > 2
    case .always, .beforeName, .either: return true
    }
  }

  /// Whether nothing but signs or a line end follows.
  private func isLast(_ window: Window, _ offset: Int) -> Bool {
    let next = window.skipSpace(from: offset)
    return next >= window.end || window[offset] == 0x0A
  }

  private mutating func readSign(_ window: Window, _ start: Int, _ end: Int, chunk: Int) -> Int {
    let sign = TokenScan.sign(window, start, end)
    append(window, start, sign.end, sign.shape, isFirst: start == chunk)
    return sign.end
  }

  /// Appends a word, cut into its parts when it is a contraction.
  private mutating func appendWord(_ window: Window, _ start: Int, _ end: Int, isFirst: Bool) {
    let cut = Contraction.cut(window, start, end)
    guard cut > start, cut < end else {
      append(window, start, end, nil, isFirst: isFirst)
      return
    }
    append(window, start, cut, nil, isFirst: isFirst)
    append(window, cut, end, .clitic, isFirst: false)
  }

  private mutating func append(
    _ window: Window, _ start: Int, _ end: Int, _ shape: Tokens.Shape?, isFirst: Bool
  ) {
    var all: UInt8 = 0
    var high: UInt8 = 0
    var offset = start
    while offset < end {
      let byte = window.base[offset]
      all |= window.classes[Int(byte)]
      high |= byte
      offset += 1
    }
    let isWide = high >= 0x80
    let hasUpper = all & ByteClass.upper != 0 || isWide && TokenScan.hasWideUpper(window, start, end)
    ranges.append(TextRange(start, end))
    flags.append(
      Tokens.Flags(
        shape ?? TokenScan.shape(window, start, end, all, hasUpper: hasUpper), hasUpper: hasUpper,
        isWide: isWide,
        followsSpace: isFirst && start > 0))
  }
}
