import Sluice

/// What a parser left out of a document's text: words of the source that no text stands for.
enum DroppedText {
  struct Stretch {
    let text: String
    let words: Int
  }

  /// The stretches with at least three words, longest first. Tags, comments, scripts and styles count for nothing.
  static func stretches(of document: Document) -> [Stretch] {
    var found: [Stretch] = []
    var last = 0
    let segments =
      document.alignment.segments.map(\.source) + [SourceRange(document.source.count, document.source.count)]
    for source in segments {
      if Int(source.start) > last {
        let text = visibleText(document.source.bytes[last..<Int(source.start)])
        let words = text.split(separator: " ").count
        if words >= 3 { found.append(Stretch(text: text.shortened(to: 80), words: words)) }
      }
      last = max(last, Int(source.end))
    }
    return found.enumerated().sorted { ($1.element.words, $0.offset) < ($0.element.words, $1.offset) }
      .map { $0.element }
  }

  /// The words between the tags of a piece of markup.
  private static func visibleText(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes
    var result: [UInt8] = []
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      result += rest[..<open]
      result.append(0x20)
      rest = rest[open...]
      let end =
        ["<!--": "-->", "<script": "</script", "<style": "</style", "<svg": "</svg"].lazy
        .first { rest.startsIgnoringCase(with: $0.key) }?.value ?? ">"
      guard let close = rest.firstRange(of: end) else {
        rest = []
        break
      }
      rest = rest[close...].dropFirst(end.utf8.count)
      if end.hasPrefix("</") { rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst() }
    }
    // What stands before the first tag may be the end of one that was cut.
    result += rest
    return String(decoding: result, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }
}

extension ArraySlice<UInt8> {
  fileprivate func startsIgnoringCase(with prefix: String) -> Bool {
    self.prefix(prefix.utf8.count).elementsEqual(prefix.utf8) { $0 == $1 || $0 | 0x20 == $1 }
  }

  /// Where a word begins, ignoring case.
  fileprivate func firstRange(of word: String) -> Int? {
    guard let first = word.utf8.first else { return nil }
    return indices.first { (self[$0] == first) && self[$0...].startsIgnoringCase(with: word) }
  }
}
