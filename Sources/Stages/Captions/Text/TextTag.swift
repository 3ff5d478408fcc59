/// A tag within the text of a cue, and what it means for the text.
struct TextTag {
  enum Kind {
    case lineBreak
    /// `<v Name>`: the name.
    case voice(Range<Int>)
    /// Text that is marked as such, CDATA.
    case characters(Range<Int>)
    case other
  }

  var kind = Kind.other
  /// Offset behind the tag.
  var end: Int

  /// - Returns: `nil` when the angle bracket at the offset is text.
  ///
  /// - Parameter close: offset of the first closing bracket behind it.
  init?(_ bytes: Bytes, at index: Int, end: Int, close: Int?, isXML: Bool, isStrict: Bool) {
    let start = index + 1
    if isXML, start < end, bytes[start] == UInt8(ascii: "!") {
      if bytes.has("![CDATA[", at: start, before: end) {
        let close = bytes.first("]]>", in: start..<end) ?? end
        kind = .characters(min(start + 8, close)..<close)
        self.end = min(close + 3, end)
        return
      }
      let isComment = bytes.has("!--", at: start, before: end)
      let close =
        isComment ? bytes.first("-->", in: start..<end).map { $0 + 2 } : bytes.first(0x3E, in: start..<end)
      self.end = close.map { $0 + 1 } ?? end
      return
    }
    if isStrict {
      self.end = close.map { $0 + 1 } ?? end
    } else {
      // `<3`, `< 5` and an angle that nothing closes are what somebody wrote.
      guard let close, start < close, Self.isTag(bytes, start..<close) else { return nil }
      self.end = close + 1
    }
    let tag = start..<(close ?? end)
    var stop = start
    while stop < tag.upperBound, !bytes[stop].isBlank, bytes[stop] != UInt8(ascii: "."), bytes[stop] != 0x2F {
      stop += 1
    }
    if bytes.equals(start..<stop, "br") || bytes.equals(start..<stop, "BR")
      || (isXML && stop - start > 3 && bytes.has(":br", at: stop - 3, before: stop))
    {
      kind = .lineBreak
    } else if !isXML, bytes.equals(start..<stop, "v") {
      while stop < tag.upperBound, !bytes[stop].isBlank { stop += 1 }
      let annotation = bytes.trimmed(stop..<tag.upperBound)
      if !annotation.isEmpty { kind = .voice(annotation) }
    }
  }

  private static func isTag(_ bytes: Bytes, _ tag: Range<Int>) -> Bool {
    let first = bytes[tag.lowerBound]
    if first == UInt8(ascii: "/") || (first | 0x20).isLower { return true }
    if first == UInt8(ascii: ".") || first == UInt8(ascii: "?") { return true }
    guard first.isDigit, let time = CaptionTime.read(bytes, at: tag.lowerBound, end: tag.upperBound) else {
      return false
    }
    return time.fields > 1 && time.end == tag.upperBound
  }
}
