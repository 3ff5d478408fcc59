import Sluice

/// Finds the blocks of a text that has no markup but its lines.
enum Paragraphs {
  /// Paragraphs at blank lines, without the white space around them.
  ///
  /// - Parameter isMarkdown: whether `#` lines are headings and fences hold code (CommonMark 0.31, sections 4.2
  ///   and 4.5).
  static func blocks(of bytes: [UInt8], isMarkdown: Bool) -> Blocks {
    var finder = Finder(bytes: bytes)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      finder.take(line: start..<end, isMarkdown: isMarkdown)
      start = end + 1
      if start < bytes.count, bytes[end] == 0x0D, bytes[start] == 0x0A { start += 1 }
    }
    finder.finish()
    return finder.blocks
  }

  private struct Finder {
    let bytes: [UInt8]
    var blocks = Blocks()
    /// The paragraph or the code that is not at its end.
    var open: Range<Int>?
    var fence: (mark: UInt8, length: Int)?

    mutating func take(line: Range<Int>, isMarkdown: Bool) {
      var first = line.lowerBound
      var last = line.upperBound
      while first < last, isBlank(bytes[first]) { first += 1 }
      while last > first, isBlank(bytes[last - 1]) { last -= 1 }
      if isMarkdown, takeMarkdown(line, first..<last) { return }
      if first == last {
        close(as: .paragraph)
      } else {
        extend(to: first..<last)
      }
    }

    /// - Returns: whether the line was taken as Markdown.
    private mutating func takeMarkdown(_ line: Range<Int>, _ content: Range<Int>) -> Bool {
      let mark = content.isEmpty ? 0 : bytes[content.lowerBound]
      let length = content.prefix { bytes[$0] == mark }.count
      if let fence {
        if !content.isEmpty { extend(to: line.lowerBound..<content.upperBound) }
        if mark == fence.mark, length >= fence.length, length == content.count {
          close(as: .code)
          self.fence = nil
        }
        return true
      }
      if mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"), length >= 3 {
        close(as: .paragraph)
        fence = (mark, length)
        extend(to: content)
        return true
      }
      if mark == UInt8(ascii: "#"), length <= 6 {
        let next = content.lowerBound + length
        if next == content.upperBound || isBlank(bytes[next]) {
          close(as: .paragraph)
          blocks.append(.heading, level: length, TextRange(content))
          return true
        }
      }
      return false
    }

    private mutating func extend(to range: Range<Int>) {
      open = (open?.lowerBound ?? range.lowerBound)..<range.upperBound
    }

    private mutating func close(as kind: Blocks.Kind) {
      if let open { blocks.append(kind, TextRange(open)) }
      open = nil
    }

    mutating func finish() {
      close(as: fence == nil ? .paragraph : .code)
    }
  }
}
