import Sluice

/// Takes the marks off the text of a block (CommonMark 0.31, section 6): emphasis, links, code, tags of HTML,
/// escapes and character references. Only texts are left: of links and images what is read, not where they lead.
struct MarkdownInline {
  enum Piece {
    case copy(Range<Int>)
    case decode([UInt8], Range<Int>)
    case insert([UInt8])

    var hasInk: Bool {
      switch self {
      case .copy(let range): !range.isEmpty
      case .decode(let text, _): text.contains { $0 > 0x20 }
      case .insert: false
      }
    }
  }

  private(set) var pieces: [Piece] = []

  private let bytes: UnsafeBufferPointer<UInt8>
  private let labels: Set<String>
  /// The block's bytes without what stands in front of its lines, and where each comes from.
  private var text: [UInt8] = []
  private var origin: [Int] = []
  /// What becomes of each byte.
  private var isDropped: [Bool] = []
  private var delimiters: [Delimiter] = []
  private var brackets: [Int] = []
  private static let mostMarks = 4000

  private struct Delimiter {
    var sign: UInt8
    var start: Int
    var count: Int
    var opens: Bool
    var closes: Bool
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lines: [Range<Int>], breaks: Set<Int>, labels: Set<String>
  ) {
    self.bytes = bytes
    self.labels = labels
    var hardBreaks: Set<Int> = []
    for (index, line) in lines.enumerated() {
      for offset in line {
        text.append(bytes[offset])
        origin.append(offset)
      }
      guard index + 1 < lines.count else { continue }
      if breaks.contains(index) { hardBreaks.insert(text.count) }
      text.append(0x0A)
      origin.append(line.upperBound)
    }
    isDropped = [Bool](repeating: false, count: text.count)
    scan(&hardBreaks)
    resolveEmphasis()
    write(hardBreaks)
  }

  private mutating func drop(_ range: Range<Int>) {
    for index in range where index < isDropped.count { isDropped[index] = true }
  }

  private func find(_ sign: UInt8, from start: Int, limit: Int = 2000) -> Int? {
    text[min(start, text.count)..<min(text.count, start + limit)].firstIndex(of: sign)
  }
}

// MARK: - Marks

extension MarkdownInline {
  private mutating func scan(_ hardBreaks: inout Set<Int>) {
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"): index = escape(index, &hardBreaks)
      case UInt8(ascii: "`"): index = codeSpan(index)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): index = delimiter(index)
      case UInt8(ascii: "!") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "["):
        // An image; its sign goes with the bracket.
        brackets.append(index)
        index += 2
      case UInt8(ascii: "["):
        brackets.append(index)
        index += 1
      case UInt8(ascii: "]"): index = closeBracket(index)
      case UInt8(ascii: "<"): index = angle(index, &hardBreaks)
      default: index += 1
      }
      if brackets.count > Self.mostMarks { brackets.removeFirst(Self.mostMarks / 2) }
    }
  }

  private mutating func escape(_ index: Int, _ hardBreaks: inout Set<Int>) -> Int {
    guard index + 1 < text.count else { return index + 1 }
    let next = text[index + 1]
    if next == 0x0A {
      hardBreaks.insert(index + 1)
      drop(index..<index + 1)
    } else if (0x21...0x2F).contains(next) || (0x3A...0x40).contains(next) || (0x5B...0x60).contains(next)
      || (0x7B...0x7E).contains(next)
    {
      drop(index..<index + 1)
    }
    return index + 2
  }

  private mutating func codeSpan(_ index: Int) -> Int {
    var end = index
    while end < text.count, text[end] == UInt8(ascii: "`") { end += 1 }
    let length = end - index
    var at = end
    let limit = min(text.count, end + 4000)
    while at < limit {
      guard text[at] == UInt8(ascii: "`") else {
        at += 1
        continue
      }
      var close = at
      while close < text.count, text[close] == UInt8(ascii: "`") { close += 1 }
      if close - at == length {
        drop(index..<end)
        drop(at..<close)
        return close
      }
      at = close
    }
    return end
  }

  private mutating func delimiter(_ index: Int) -> Int {
    let sign = text[index]
    var end = index
    while end < text.count, text[end] == sign { end += 1 }
    let before = index == 0 ? 0x20 : text[index - 1]
    let after = end < text.count ? text[end] : 0x20
    let (blankBefore, blankAfter) = (isBlank(before), isBlank(after))
    let (signBefore, signAfter) = (isSign(before), isSign(after))
    let left = !blankAfter && (!signAfter || blankBefore || signBefore)
    let right = !blankBefore && (!signBefore || blankAfter || signAfter)
    let isUnderscore = sign == UInt8(ascii: "_")
    guard delimiters.count < Self.mostMarks, sign != UInt8(ascii: "~") || end - index == 2 else { return end }
    delimiters.append(
      Delimiter(
        sign: sign, start: index, count: end - index, opens: left && (!isUnderscore || !right || signBefore),
        closes: right && (!isUnderscore || !left || signAfter)))
    return end
  }

  private func isSign(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// Pairs the runs of marks; those without a partner are text.
  private mutating func resolveEmphasis() {
    var open: [Int] = []
    for index in delimiters.indices {
      if delimiters[index].closes {
        var steps = 0
        while delimiters[index].count > 0, steps < 64,
          let place = open.lastIndex(where: { delimiters[$0].sign == delimiters[index].sign })
        {
          steps += 1
          let opener = open[place]
          let used = min(2, delimiters[opener].count, delimiters[index].count)
          let openEnd = delimiters[opener].start + delimiters[opener].count
          drop(openEnd - used..<openEnd)
          drop(delimiters[index].start..<delimiters[index].start + used)
          delimiters[opener].count -= used
          delimiters[index].start += used
          delimiters[index].count -= used
          open.removeSubrange((place + 1)...)
          if delimiters[opener].count == 0 { open.removeLast() }
        }
      }
      if delimiters[index].opens, delimiters[index].count > 0 {
        open.append(index)
        if open.count > 256 { open.removeFirst(128) }
      }
    }
  }

  /// `[text](address)`, `[text][label]`, `[label]`, and the same with `!`.
  private mutating func closeBracket(_ index: Int) -> Int {
    guard let open = brackets.popLast() else { return index + 1 }
    let isImage = text[open] == UInt8(ascii: "!")
    let start = open + (isImage ? 2 : 1)
    var end = index + 1
    if start < index, text[start] == UInt8(ascii: "^") {
      // The mark of a footnote.
      drop(open..<end)
      return end
    }
    if end < text.count, text[end] == UInt8(ascii: "("), let close = addressEnd(end + 1) {
      end = close
    } else if end < text.count, text[end] == UInt8(ascii: "["),
      let close = find(UInt8(ascii: "]"), from: end + 1)
    {
      let label = MarkdownText.label(close > end + 1 ? text[end + 1..<close] : text[start..<index])
      guard labels.contains(label) else { return index + 1 }
      end = close + 1
    } else if !labels.contains(MarkdownText.label(text[start..<index])) {
      return index + 1
    }
    drop(open..<start)
    drop(index..<end)
    return end
  }

  /// Behind the bracket that closes an address, which may hold balanced ones.
  private func addressEnd(_ start: Int) -> Int? {
    var depth = 1
    var index = start
    var quote: UInt8?
    while index < text.count, index - start < 4000 {
      let byte = text[index]
      if byte == UInt8(ascii: "\\") {
        index += 1
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\""), index > start, isBlank(text[index - 1]) {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      index += 1
    }
    return nil
  }

  /// `<https://…>` keeps its address; tags and comments go, and `<br>` breaks the line.
  private mutating func angle(_ index: Int, _ hardBreaks: inout Set<Int>) -> Int {
    guard let close = find(UInt8(ascii: ">"), from: index), index + 1 < close else { return index + 1 }
    let inner = text[index + 1..<close]
    let first = inner.first ?? 0
    let isAddress =
      !inner.contains(0x20) && (inner.contains(UInt8(ascii: ":")) || inner.contains(UInt8(ascii: "@")))
      && (0x61...0x7A).contains(first | 0x20)
    if isAddress, !inner.contains(UInt8(ascii: "=")) || inner.starts(with: Array("http".utf8)) {
      drop(index..<index + 1)
      drop(close..<close + 1)
      return close + 1
    }
    guard (0x61...0x7A).contains(first | 0x20) || first == UInt8(ascii: "/") || first == UInt8(ascii: "!")
    else {
      return index + 1
    }
    if inner.prefix(2).map({ $0 | 0x20 }) == Array("br".utf8) {
      drop(index..<close)
      hardBreaks.insert(close)
    } else {
      drop(index..<close + 1)
    }
    return close + 1
  }
}

// MARK: - Writing

extension MarkdownInline {
  private mutating func write(_ hardBreaks: Set<Int>) {
    var index = 0
    while index < text.count {
      if hardBreaks.contains(index) {
        pieces.append(.insert([0x0A]))
        index += 1
        while index < text.count, isBlank(text[index]) { index += 1 }
      } else if isDropped[index] {
        index += 1
      } else if text[index] == 0x0A {
        // A line that goes on; the white space around its end is one blank.
        let end = index + 1 < origin.count ? max(origin[index] + 1, origin[index + 1]) : origin[index] + 1
        let isPlain = bytes[origin[index]..<min(end, bytes.count)].allSatisfy { isBlank($0) }
        pieces.append(isPlain ? .decode([0x20], origin[index]..<end) : .insert([0x20]))
        index += 1
      } else if text[index] == UInt8(ascii: "&"), let reference = reference(index) {
        pieces.append(.decode(reference.utf8, origin[index]..<origin[index] + reference.length))
        index += reference.length
      } else {
        var end = index + 1
        while end < text.count, !isDropped[end], !hardBreaks.contains(end), text[end] != 0x0A,
          text[end] != UInt8(ascii: "&"), origin[end] == origin[end - 1] + 1
        {
          end += 1
        }
        pieces.append(.copy(origin[index]..<origin[end - 1] + 1))
        index = end
      }
    }
  }

  private func reference(_ index: Int) -> CharacterReferences.Reference? {
    guard let found = CharacterReferences.decode(text.span, at: index), found.length > 2,
      text[index + found.length - 1] == UInt8(ascii: ";"), found.first.value >= 0x20
    else { return nil }
    return found
  }
}
