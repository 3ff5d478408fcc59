import Sluice

/// A text as the search for quotations sees it: tokens, sentences, and who is mentioned where.
struct QuoteContext {
  /// A mention that can speak.
  struct Mention {
    var range: TextRange
    var id: Int32
    var isPerson: Bool
    var isGroup: Bool
  }

  let text: UnsafeBufferPointer<UInt8>
  let tokens: [MatchToken]
  let sentences: [TextRange]
  /// In document order.
  let mentions: [Mention]
  /// Index of the mention that begins or ends at a token's offset.
  private let mentionsByStart: [Int32: Int]
  private let mentionsByEnd: [Int32: Int]
  /// For tokens inside of quotations: where the outermost one begins.
  let spans: [QuoteSpan]

  init(
    _ text: UnsafeBufferPointer<UInt8>, _ tokens: [MatchToken], _ sentences: [TextRange],
    _ entities: Entities?,
    _ spans: [QuoteSpan]
  ) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    self.spans = spans
    var mentions: [Mention] = []
    var byStart: [Int32: Int] = [:]
    var byEnd: [Int32: Int] = [:]
    for row in (entities ?? Entities()).ranges.indices {
      guard let entities, Self.speaks(entities.labels[row]) else { continue }
      byStart[entities.ranges[row].start] = mentions.count
      byEnd[entities.ranges[row].end] = mentions.count
      mentions.append(
        Mention(
          range: entities.ranges[row], id: entities.ids[row], isPerson: entities.labels[row] == .person,
          isGroup: entities.labels[row] == .group))
    }
    self.mentions = mentions
    mentionsByStart = byStart
    mentionsByEnd = byEnd
  }

  /// Dates, amounts and works say nothing; labels of the user's own may.
  private static func speaks(_ label: Entities.Label) -> Bool { !silent.contains(label) }

  private static let silent: Set<Entities.Label> = [
    .date, .time, .money, .percent, .quantity, .cardinal, .ordinal, .workOfArt, .language, .law, .event,
    .location,
  ]

  func mention(startingAt index: Int) -> Mention? {
    mentionsByStart[tokens[index].start].map { mentions[$0] }
  }
  func mention(endingAt index: Int) -> Mention? { mentionsByEnd[tokens[index].end].map { mentions[$0] } }

  /// Index of the first token at or behind an offset.
  func token(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens of the sentence that a token stands in; of its paragraph's rest when no sentence has it.
  func sentence(of index: Int) -> Range<Int> {
    let offset = tokens[index].start
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < sentences.count, sentences[low].start <= offset else { return index..<index + 1 }
    return token(at: Int(sentences[low].start))..<token(at: Int(sentences[low].end))
  }

  func verb(_ index: Int) -> QuoteCues.Verb? {
    tokens[index].isWord ? QuoteCues.verbs[tokens[index].folded] : nil
  }

  func isCapital(_ index: Int) -> Bool {
    let start = Int(tokens[index].start)
    return tokens[index].isWord && (text[start] &- 0x41 < 26 || ByteClass.isCapital(text, start))
  }

  func isOne(of words: Set<UInt64>, _ index: Int) -> Bool { words.contains(tokens[index].folded) }

  /// A quotation mark of any form.
  func isQuotationMark(_ index: Int) -> Bool {
    let start = Int(tokens[index].start)
    switch text[start] {
    case 0x22: return true
    case 0xC2: return text[Int(tokens[index].end) - 1] == 0xAB || text[Int(tokens[index].end) - 1] == 0xBB
    case 0xE2:
      return tokens[index].range.count == 3 && text[start + 1] == 0x80
        && (0x98...0x9F).contains(text[start + 2])
    default: return false
    }
  }

  /// A mark that ends a clause; hyphens and apostrophes inside of words do not.
  func isBreak(_ index: Int) -> Bool {
    guard !tokens[index].isWord else { return false }
    let byte = text[Int(tokens[index].start)]
    switch byte {
    case 0x27, 0x2D, 0x26, 0x2E: return byte == 0x2E && !isAbbreviationDot(index)
    case 0xE2: return text[Int(tokens[index].end) - 1] != 0x99
    default: return true
    }
  }

  /// The full stop of `Mr.`, `U.S.` and `J.`: short capitalised word before, and no sentence ends there.
  func isAbbreviationDot(_ index: Int) -> Bool {
    guard index > 0, tokens[index].start == tokens[index - 1].end, tokens[index - 1].range.count <= 4 else {
      return false
    }
    return isCapital(index - 1) && index + 1 < sentence(of: index).upperBound
  }

  func range(_ first: Int, _ last: Int) -> TextRange {
    TextRange(Int(tokens[first].start), Int(tokens[last].end))
  }

  /// The person that `he` or `she` at a token means: the only one who is named shortly before, outside of quotations.
  func person(before index: Int) -> Int32 {
    let offset = tokens[index].start
    var sentence = sentenceIndex(of: index)
    var at = mentions.lastIndexSorted { $0.range.start < offset } ?? -1
    var only: Int32 = 0
    // Five sentences, and no more mentions than anybody keeps in mind.
    let furthest = max(0, at - 64)
    for _ in 0..<5 where sentence >= 0 {
      while at >= furthest, mentions[at].range.start >= sentences[sentence].start {
        if mentions[at].isPerson, !isQuoted(mentions[at].range) {
          guard only == 0 || only == mentions[at].id else { return 0 }
          only = mentions[at].id
        }
        at -= 1
      }
      if only != 0 { return only }
      sentence -= 1
    }
    return 0
  }

  private func sentenceIndex(of token: Int) -> Int {
    guard token < tokens.count else { return sentences.count - 1 }
    return (sentences.lastIndexSorted { $0.start <= tokens[token].start }) ?? -1
  }

  /// Whether a range stands between quotation marks.
  func isQuoted(_ range: TextRange) -> Bool { span(around: Int(range.start)) != nil }

  /// The outermost quotation around an offset.
  func span(around offset: Int) -> Int? {
    guard var index = spans.lastIndexSorted(where: { $0.open <= offset }) else { return nil }
    while let parent = spans[index].parent { index = parent }
    return spans[index].close > offset ? index : nil
  }
}

extension Array {
  /// Index of the last element for which a condition holds that holds for a prefix of the array.
  func lastIndexSorted(where holds: (Element) -> Bool) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
