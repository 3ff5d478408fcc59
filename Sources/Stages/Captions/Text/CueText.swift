import Sluice

/// Takes the markup from the text of cues, and hands what is left to the flow of the text.
struct CueText {
  let bytes: Bytes
  /// Tags by the standard; else what is no tag of it is text.
  let isStrict: Bool
  let hasNUL: Bool
  private var lastVoice: (range: Range<Int>, name: String)?

  init(_ bytes: Bytes, isStrict: Bool) {
    self.bytes = bytes
    self.isStrict = isStrict
    hasNUL = bytes.first(0, in: 0..<bytes.count) != nil
  }

  mutating func write(_ range: Range<Int>, _ payload: CaptionTrack.Payload, to flow: inout CueFlow) {
    switch payload {
    case .webVTT, .subRip, .plain: writeLines(range, payload, to: &flow)
    case .xml: writeMarkup(range, isXML: true, hasBraces: false, to: &flow)
    case .json: writeJSON(range, to: &flow)
    case .literal, .lineTwentyOne: copy(range, to: &flow)
    }
  }

  /// Text without markup, but for NUL.
  @inline(__always)
  private func copy(_ range: Range<Int>, to flow: inout CueFlow) {
    guard hasNUL else { return flow.copy(range) }
    var start = range.lowerBound
    while let nul = bytes.first(0, in: start..<range.upperBound) {
      flow.copy(start..<nul)
      start = nul + 1
    }
    flow.copy(start..<range.upperBound)
  }

  private mutating func writeLines(
    _ range: Range<Int>, _ payload: CaptionTrack.Payload, to flow: inout CueFlow
  ) {
    let hasBraces = payload == .subRip && bytes.first(UInt8(ascii: "{"), in: range) != nil
    let isMarked =
      hasBraces || bytes.first(UInt8(ascii: "<"), in: range) != nil
      || bytes.first(UInt8(ascii: "&"), in: range) != nil
    if isMarked { return writeMarkup(range, isXML: false, hasBraces: hasBraces, to: &flow) }
    var start = range.lowerBound
    while let feed = bytes.first(0x0A, in: start..<range.upperBound) {
      writeReturns(start..<feed, to: &flow)
      let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
      flow.lineBreak(end..<feed + 1)
      start = feed + 1
    }
    writeReturns(start..<range.upperBound, to: &flow)
  }

  /// A line in which lone carriage returns may part lines too.
  @inline(__always)
  private func writeReturns(_ range: Range<Int>, to flow: inout CueFlow) {
    var start = range.lowerBound
    while let carriage = bytes.first(0x0D, in: start..<range.upperBound) {
      copy(start..<carriage, to: &flow)
      if carriage + 1 < range.upperBound { flow.lineBreak(carriage..<carriage + 1) }
      start = carriage + 1
    }
    copy(start..<range.upperBound, to: &flow)
  }

  private mutating func writeMarkup(
    _ range: Range<Int>, isXML: Bool, hasBraces: Bool, to flow: inout CueFlow
  ) {
    var index = range.lowerBound
    var start = index
    let end = range.upperBound
    /// The next closing bracket; it is looked for once, however many brackets open before it.
    var close = -1
    /// Writes up to a mark, and goes on behind it.
    func flush(_ next: Int) {
      copy(start..<index, to: &flow)
      start = next
      index = next
    }
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        if close < index { close = bytes.first(UInt8(ascii: ">"), in: index..<end) ?? end }
        guard
          let tag = TextTag(
            bytes, at: index, end: end, close: close < end ? close : nil, isXML: isXML, isStrict: isStrict)
        else {
          index += 1
          continue
        }
        let whole = index..<tag.end
        flush(tag.end)
        take(tag, whole, to: &flow)
      case UInt8(ascii: "&"):
        let rest = UnsafeBufferPointer(start: bytes.base + index, count: min(end - index, 64)).span
        guard let reference = CharacterReferences.decode(rest, at: 0) else {
          index += 1
          continue
        }
        let whole = index..<index + reference.length
        flush(whole.upperBound)
        flow.decode(reference.utf8, from: whole)
      case UInt8(ascii: "{") where hasBraces:
        guard index + 1 < end, bytes[index + 1] == UInt8(ascii: "\\") || isMicro(index, end),
          let close = bytes.first(UInt8(ascii: "}"), in: index..<min(end, index + 200))
        else {
          index += 1
          continue
        }
        flush(close + 1)
      case 0x0A, 0x0D:
        let line = index..<(bytes.has("\r\n", at: index, before: end) ? index + 2 : index + 1)
        flush(line.upperBound)
        if isXML { flow.white(line) } else { flow.lineBreak(line) }
      default:
        index += 1
      }
    }
    copy(start..<end, to: &flow)
  }

  /// `{i}`, `{b}`, `{u}` and `{/i}`, which some programs write.
  private func isMicro(_ index: Int, _ end: Int) -> Bool {
    ["{i}", "{b}", "{u}", "{/i}", "{/b}", "{/u}"].contains { bytes.has($0, at: index, before: end) }
  }

  private mutating func take(_ tag: TextTag, _ range: Range<Int>, to flow: inout CueFlow) {
    switch tag.kind {
    case .lineBreak: flow.lineBreak(range)
    case .characters(let content): flow.copy(content)
    case .voice(let annotation):
      if let lastVoice, bytes.same(lastVoice.range, annotation) { return flow.voice(lastVoice.name) }
      let name = bytes.decoded(annotation.prefix(200), collapsed: true)
      lastVoice = (annotation, name)
      flow.voice(name)
    case .other: break
    }
  }

  private func writeJSON(_ range: Range<Int>, to flow: inout CueFlow) {
    var index = range.lowerBound
    var start = index
    let end = range.upperBound
    guard
      bytes.first(UInt8(ascii: "\\"), in: range) != nil || bytes.first(UInt8(ascii: "&"), in: range) != nil
    else { return copy(range, to: &flow) }
    while index < end {
      if bytes[index] == UInt8(ascii: "\\"), let escape = JSONText.escape(bytes, at: index, end: end) {
        copy(start..<index, to: &flow)
        let whole = index..<index + escape.length
        index = whole.upperBound
        start = index
        if escape.scalar == "\n" || escape.scalar == "\r" {
          flow.lineBreak(whole)
        } else if escape.scalar.value != 0 {
          flow.decode(UTF8.encode(escape.scalar) ?? UTF8.encodedReplacementCharacter, from: whole)
        }
      } else if bytes[index] == UInt8(ascii: "&"),
        let reference = CharacterReferences.decode(
          UnsafeBufferPointer(start: bytes.base + index, count: min(end - index, 64)).span, at: 0)
      {
        copy(start..<index, to: &flow)
        flow.decode(reference.utf8, from: index..<index + reference.length)
        index += reference.length
        start = index
      } else {
        index += 1
      }
    }
    copy(start..<end, to: &flow)
  }

  /// Writes words of line 21 data; an empty range parts rows.
  func write(words: ArraySlice<Range<Int>>, to flow: inout CueFlow) {
    for (index, range) in zip(words.indices, words) {
      guard !range.isEmpty, let word = UInt16(bytes.string(range), radix: 16) else {
        flow.lineBreak(range)
        continue
      }
      var characters = LineTwentyOne.characters(word)
      if index + 1 < words.endIndex, !words[index + 1].isEmpty,
        let next = UInt16(bytes.string(words[index + 1]), radix: 16), LineTwentyOne.replaces(next)
      {
        characters = characters.dropLast()
      }
      var text: [UInt8] = []
      for scalar in characters { text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
      while text.first == 0x20 {
        flow.white(range.lowerBound..<range.lowerBound)
        text.removeFirst()
      }
      let isOpen = text.last == 0x20
      if isOpen { text.removeLast() }
      if !text.isEmpty { flow.decode(text, from: range) }
      if isOpen { flow.white(range.upperBound..<range.upperBound) }
    }
  }
}
