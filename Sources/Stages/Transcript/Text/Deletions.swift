import Sluice

/// Turns stretches of text that must go into edits that leave no stray white space behind.
///
/// What is deleted from the middle of a line takes the space before it, at the start of a line the space after it;
/// where a whole line goes, the smaller of the gaps around it goes too. Stretches with nothing but white space
/// between them count as one.
struct Deletions {
  struct Stretch {
    var range: Range<Int>
    var rule: String
    var kind: EditClass
  }

  let bytes: [UInt8]

  /// - Parameter stretches: in the order of the text, without overlap.
  /// - Returns: one edit for each stretch, but none for one whose loss would join two words.
  func edits(_ stretches: [Stretch]) -> [Edit] {
    var result: [Edit] = []
    result.reserveCapacity(stretches.count)
    var first = 0
    while first < stretches.count {
      var last = first
      while last + 1 < stretches.count,
        isSpace(from: stretches[last].range.upperBound, to: stretches[last + 1].range.lowerBound)
      {
        last += 1
      }
      let hull = stretches[first].range.lowerBound..<stretches[last].range.upperBound
      if let group = widened(hull) {
        for index in first...last {
          let start = index == first ? group.lowerBound : stretches[index].range.lowerBound
          let end = index == last ? group.upperBound : stretches[index + 1].range.lowerBound
          result.append(
            Edit(TextRange(start, end), rule: stretches[index].rule, kind: stretches[index].kind))
        }
      }
      first = last + 1
    }
    return result
  }

  private func isSpace(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end, bytes[index].isSpace { index += 1 }
    return index >= end
  }

  private func widened(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var end = range.upperBound
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    let startsLine = start == 0 || bytes[start - 1] == 0x0A
    let endsLine = end == bytes.count || bytes[end] == 0x0A
    switch (startsLine, endsLine) {
    case (true, true): return wholeLines(start..<end)
    case (true, false), (false, true): return start..<end
    case (false, false):
      let spaceBefore = start < range.lowerBound
      let spaceAfter = end > range.upperBound
      if spaceBefore, spaceAfter { return start..<range.upperBound }
      if spaceBefore || spaceAfter {
        // A sign such as a comma may follow what stays; a word may not lose its space.
        let next = bytes[range.upperBound]
        return spaceBefore && !next.isWordByte && next != 0x28 && next != 0x5B
          ? start..<range.upperBound : range
      }
      let joins = bytes[range.lowerBound - 1].isWordByte && bytes[range.upperBound].isWordByte
      return joins ? nil : range
    }
  }

  private func wholeLines(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start > 0, bytes[start - 1].isSpace { start -= 1 }
    while end < bytes.count, bytes[end].isSpace { end += 1 }
    if start == 0 { return 0..<end }
    if end == bytes.count { return start..<end }
    let before = range.lowerBound - start
    let after = end - range.upperBound
    return before < after ? start..<range.upperBound : range.lowerBound..<end
  }
}
