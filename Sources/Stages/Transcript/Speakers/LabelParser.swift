/// Reads what may be a label at the start of a line. Bounded work for each line: names are at most
/// ``longestName`` bytes.
struct LabelParser {
  static let longestName = 64
  static let mostWords = 8
  static let longestQualifier = 120
  /// Values of fields, such as a price or a place, are shorter than this.
  static let longestValue = 36

  let bytes: [UInt8]
  let end: Int

  /// - Parameter start: start of a line, or of what stands behind another label.
  func label(at start: Int) -> Label? {
    guard start < end else { return nil }
    switch bytes[start] {
    case 0x30...0x39, 0x41...0x5A, 0x28, 0x2A, 0x3E, 0x5B, 0x5C, 0x5F, 0xC3...0xDF, 0xE0, 0xE1, 0xE3...0xF4:
      break
    // A dash before the name.
    case 0xE2 where bytes.isPunctuationSign(at: start) && start + 4 < end && bytes[start + 3] == 0x20:
      guard bytes[start + 2] == 0x93 || bytes[start + 2] == 0x94, var label = label(at: start + 4),
        label.form == .title || label.form == .capitals
      else { return nil }
      label.range = start..<label.range.upperBound
      return label
    default: return nil
    }
    var index = start
    let emphasis = skipEmphasis(&index)
    var time: TimeMark?
    if let mark = TimeMark(bytes, at: index, end: end) {
      time = mark
      index = mark.end
      while index < end, bytes[index] == 0x20 || bytes[index] == 0x2D { index += 1 }
    }
    var chevrons = 0
    while index < end, bytes[index] == UInt8(ascii: ">"), chevrons < 4 {
      chevrons += 1
      index += 1
    }
    if chevrons == 1 { return nil }
    while index < end, chevrons > 0, bytes[index] == 0x20 { index += 1 }

    var label = questionAnswer(index) ?? bracket(index) ?? record(index) ?? named(index, isTimed: time != nil)
    if chevrons > 0 {
      if label == nil || label?.form == .record || label?.form == .questionAnswer {
        label = Label(form: .chevron, range: start..<index, name: index..<index)
      }
      label?.form = .chevron
    }
    guard var label else { return nil }
    label.time = label.time ?? time?.seconds
    label.isEmphasized = emphasis > 0
    let content = content(from: label.range.upperBound, &label.time)
    label.range = start..<content
    label.precedesSpeech = precedesSpeech(content)
    return label
  }

  @discardableResult
  private func skipEmphasis(_ index: inout Int) -> Int {
    let start = index
    while index < end, index - start < 3,
      bytes[index] == UInt8(ascii: "*") || bytes[index] == UInt8(ascii: "_")
    {
      index += 1
    }
    return index - start
  }

  /// Where speech begins behind a label: past spaces, a time mark, and a line break when nothing else is on the line.
  private func content(from offset: Int, _ time: inout Double?) -> Int {
    var index = offset
    func skipTime() {
      guard let mark = TimeMark(bytes, at: index, end: bytes.count) else { return }
      let isAlone = mark.end >= bytes.count || bytes[mark.end] == 0x0A
      guard isAlone || mark.isBracketed else { return }
      time = time ?? mark.seconds
      index = mark.end
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    skipTime()
    guard index < bytes.count, bytes[index] == 0x0A else { return index }
    while index < bytes.count, bytes[index] == 0x0A { index += 1 }
    let line = index
    skipTime()
    if index > line { while index < bytes.count, bytes[index] == 0x0A { index += 1 } }
    return index
  }

  /// Whether what follows is long, ends as sentences do, or goes on in the next line.
  func precedesSpeech(_ content: Int) -> Bool {
    var index = content
    while index < bytes.count, index - content < Self.longestValue, bytes[index] != 0x0A { index += 1 }
    if index - content >= Self.longestValue { return true }
    var next = index
    while next < bytes.count, next - index < 3, bytes[next] == 0x0A { next += 1 }
    if next < bytes.count, next > index, bytes[next].isLower { return true }
    while index > content, bytes[index - 1] == 0x20 { index -= 1 }
    guard index > content else { return false }
    switch bytes[index - 1] {
    case 0x21, 0x22, 0x29, 0x2C, 0x2D, 0x2E, 0x3F, 0x5D, 0x93...0x9D, 0xA6: return true
    default: return false
    }
  }

  /// `Q:`, `A.`, `Q ` and the words in full.
  private func questionAnswer(_ start: Int) -> Label? {
    guard start + 1 < end else { return nil }
    let first = bytes[start]
    guard first == UInt8(ascii: "Q") || first == UInt8(ascii: "A") else { return nil }
    var index = start + 1
    let isWord =
      bytes.hasText("question", at: start) || bytes.hasText("answer", at: start)
    if isWord {
      index = start + (first == UInt8(ascii: "Q") ? 8 : 6)
    } else {
      while index < end, index - start < 4, bytes[index].isDigit { index += 1 }
    }
    let nameEnd = index
    guard index < end else { return nil }
    let separator = bytes[index]
    switch separator {
    case UInt8(ascii: ":"), UInt8(ascii: "."):
      index += 1
      skipEmphasis(&index)
      guard index >= end || bytes[index] == 0x20, !isWord || separator == UInt8(ascii: ":") else {
        return nil
      }
    case 0x20:
      // Without a mark only a question that begins as sentences do.
      guard first == UInt8(ascii: "Q"), !isWord, index + 1 < end, nameEnd == start + 1 else { return nil }
      let next = bytes[index + 1]
      guard next.isUpper || next == 0x22 || next == 0x28 || next == 0x5B || next == 0x5C || next >= 0x80
      else {
        return nil
      }
    default: return nil
    }
    var label = Label(form: .questionAnswer, range: start..<index, name: start..<nameEnd)
    label.separator = separator
    label.isQuestion = first == UInt8(ascii: "Q")
    return label
  }

  /// `[Jane Smith]`, perhaps with a colon.
  private func bracket(_ start: Int) -> Label? {
    var open = start
    if bytes[open..<end].first == UInt8(ascii: "\\") { open += 1 }
    guard open < end, bytes[open] == UInt8(ascii: "["),
      var name = LabelName(bytes, at: open + 1, end: end)
    else { return nil }
    var index = name.end
    if index < end, bytes[index] == UInt8(ascii: "\\") { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: "]") else { return nil }
    index += 1
    if index < end, bytes[index] == UInt8(ascii: ":") { index += 1 }
    guard index == end || bytes[index] == 0x20 else { return nil }
    name.end = index
    return name.label(.bracket, from: start)
  }

  /// `Mr. SMITH of Ohio. ` and `The PRESIDING OFFICER. `
  private func record(_ start: Int) -> Label? {
    guard let name = RecordName(bytes, at: start, end: end) else { return nil }
    var label = Label(form: .record, range: start..<name.end, name: name.range)
    label.qualifier = name.qualifier
    return label
  }

  /// A name before a colon, or before a time mark at the end of the line.
  private func named(_ start: Int, isTimed: Bool) -> Label? {
    guard isTimed || mayBeNamed(start), var name = LabelName(bytes, at: start, end: end)
    else { return nil }
    var index = name.end
    skipEmphasis(&index)
    while index < end, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ",") { index += 1 }
    let mark = TimeMark(bytes, at: index, end: end)
    if let mark { index = mark.end }
    if index < end, mark == nil, index > name.end, bytes[index - 1] == UInt8(ascii: ",") { return nil }
    if index < end, bytes[index] == UInt8(ascii: ":") {
      index += 1
      skipEmphasis(&index)
      guard index >= end || bytes[index] == 0x20 else { return nil }
      name.end = index
      var label = name.label(name.isCapitals ? .capitals : .title, from: start)
      label.time = mark?.seconds
      return label
    }
    if index < end, mark == nil, bytes.hasText("\u{FF1A}", at: index) {
      name.end = index + 3
      return name.label(.title, from: start)
    }
    guard index >= end, mark != nil || isTimed || isTimeBelow(index) else { return nil }
    name.end = index
    var label = name.label(.timed, from: start)
    label.time = mark?.seconds
    return label
  }

  /// Whether there is a colon, also a wide one, or a time below: nearly all lines have none.
  private func mayBeNamed(_ start: Int) -> Bool {
    let line = start..<max(start, end)
    return bytes.first(UInt8(ascii: ":"), in: line) != nil || bytes.first(0xEF, in: line) != nil
      || isTimeBelow(end)
  }

  /// Whether a time stands on the next line, alone.
  private func isTimeBelow(_ lineEnd: Int) -> Bool {
    guard lineEnd + 5 < bytes.count, bytes[lineEnd] == 0x0A,
      let mark = TimeMark(
        bytes, at: lineEnd + (bytes[lineEnd + 1] == 0x0A ? 2 : 1), end: bytes.count)
    else { return false }
    return mark.end < bytes.count && bytes[mark.end] == 0x0A
  }
}
