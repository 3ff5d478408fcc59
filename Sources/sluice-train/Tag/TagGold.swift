import Sluice
import SluiceEntities

/// Tags that are right for a token, as bits.
struct TagBits {
  var low: UInt64 = 0
  var high: UInt64 = 0

  static let outside = TagBits(low: 1)
  static let all = TagBits(low: .max, high: (1 << UInt64(TagSet.count - 64)) - 1)

  mutating func insert(_ tag: UInt8) {
    if tag < 64 { low |= 1 << UInt64(tag) } else { high |= 1 << UInt64(tag - 64) }
  }

  mutating func formUnion(_ other: TagBits) {
    low |= other.low
    high |= other.high
  }
}

/// Turns marked spans into the tags that each token may have.
struct TagGold {
  let corpus: TagCorpus

  private static let determiners: Set<String> = ["the", "The", "THE", "a", "A", "an", "An"]
  private static let types = Dictionary(
    uniqueKeysWithValues: EntityLabel.allCases.enumerated().map { ($1.rawValue, UInt8($0)) })

  /// The tags of a place in a span for a set of labels.
  private static func bits(_ labels: [String], _ place: UInt8) -> TagBits {
    var bits = TagBits()
    for label in labels {
      if let type = types[label] { bits.insert(place + type) }
    }
    return bits
  }

  /// `O` and every tag of what the corpus does not mark.
  private func free(_ labels: some Sequence<String>) -> TagBits {
    var bits = TagBits.outside
    for place in [TagSet.single, TagSet.begin, TagSet.end, TagSet.inside] {
      bits.formUnion(Self.bits(Array(labels), place))
    }
    return bits
  }

  func allowed(_ sentence: TaggerTraining.Sentence, _ record: TagRecord, hasSilver: Bool) -> [TagBits] {
    let count = sentence.tokens.count
    let anything = free(corpus.unmarked)
    // Two taggers see no number there, so there is none; of names they miss more.
    let plain = hasSilver ? free(corpus.unmarked.filter { !TagCorpus.isNumeric($0) }) : anything
    var allowed = Array(repeating: plain, count: count)
    var taken = Array(repeating: false, count: count)
    for span in record.spans {
      if corpus.name == "silver_md", hasSilver { continue }
      mark(span, sentence, record, mapped(span), &allowed, &taken)
    }
    guard hasSilver else { return allowed }
    let all = corpus.name.hasPrefix("silver")
    for span in record.disputed where all || corpus.unmarked.contains(span.labels[0]) {
      guard let range = Self.tokens(span.range, sentence) else { continue }
      for index in range where !taken[index] { allowed[index] = all ? .all : anything }
    }
    for span in record.agreed where all || corpus.unmarked.contains(span.labels[0]) {
      guard let range = Self.tokens(span.range, sentence), !range.contains(where: { taken[$0] }) else {
        continue
      }
      mark(span, sentence, record, span.labels, &allowed, &taken)
    }
    return allowed
  }

  private func mapped(_ span: TagRecord.Span) -> [String] {
    if span.labels == ["?"] { return ["?"] }
    var found: [String] = []
    for label in span.labels.flatMap(corpus.map) where !found.contains(label) { found.append(label) }
    return found
  }

  private func mark(
    _ span: TagRecord.Span, _ sentence: TaggerTraining.Sentence, _ record: TagRecord, _ labels: [String],
    _ allowed: inout [TagBits], _ taken: inout [Bool]
  ) {
    guard !labels.isEmpty, var range = Self.tokens(span.range, sentence) else { return }
    // Handles count as persons in one corpus, and as nothing in others.
    let isHandle = corpus.name == "btc" && range.contains { sentence.isOpaque[$0] }
    if labels == ["?"] || isHandle {
      for index in range where !taken[index] {
        allowed[index] = .all
        taken[index] = true
      }
      return
    }
    range = trim(range, labels, sentence, record.text)
    if range.isEmpty || taken[range.lowerBound] || taken[range.upperBound - 1] { return }
    for index in range {
      let place: UInt8 =
        range.count == 1
        ? TagSet.single
        : (index == range.lowerBound
          ? TagSet.begin : (index == range.upperBound - 1 ? TagSet.end : TagSet.inside))
      allowed[index] = Self.bits(labels, place)
      taken[index] = true
    }
  }

  /// Without determiner and possessive, as the module gives spans.
  private func trim(
    _ range: Range<Int>, _ labels: [String], _ sentence: TaggerTraining.Sentence, _ text: [UInt8]
  ) -> Range<Int> {
    var range = range
    func word(_ index: Int) -> String { String(decoding: text[sentence.tokens[index].bounds], as: UTF8.self) }
    if range.count > 1, Self.determiners.contains(word(range.lowerBound)),
      !labels.allSatisfy(TagCorpus.isNumeric) || word(range.lowerBound).count == 3
    {
      range = range.lowerBound + 1..<range.upperBound
    }
    while range.count > 1, ["'s", "’s", "'", "’", "'S"].contains(word(range.upperBound - 1)) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  /// The tokens that a range touches.
  private static func tokens(_ range: TextRange, _ sentence: TaggerTraining.Sentence) -> Range<Int>? {
    guard let first = sentence.tokens.firstIndex(where: { $0.end > range.start }),
      let last = sentence.tokens.lastIndex(where: { $0.start < range.end }), first <= last
    else { return nil }
    return first..<last + 1
  }
}
