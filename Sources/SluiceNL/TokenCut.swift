internal import Sluice
internal import SluiceSentences

/// A text cut into words, signs and the white space between them, without a gap.
///
/// The cuts are those of `split.tokens`, save that none stands inside a character: marks and joiners that go with
/// the character before stay with it.
struct TokenCut {
  /// The kinds that ``NLTagger/Options`` tells apart.
  enum Kind {
    case word, punctuation, whitespace, other

    var tag: NLTag {
      switch self {
      case .word: .word
      case .punctuation: .punctuation
      case .whitespace: .whitespace
      case .other: .other
      }
    }
  }

  struct Row {
    var range: TextRange
    var kind: Kind
    /// The second half of a contraction: `n't`.
    var isClitic = false
  }

  private(set) var rows: [Row] = []
  private let bytes: [UInt8]

  init(_ text: PlainText) {
    bytes = text.bytes
    let tokens = text.tokens
    rows.reserveCapacity(tokens.ranges.count * 2)
    var end = 0
    for (range, flags) in zip(tokens.ranges, tokens.flags) {
      let start = Int(range.start)
      if start > end { append(Row(range: TextRange(end, start), kind: .whitespace)) }
      append(
        Row(range: range, kind: Self.kind(flags.shape), isClitic: flags.shape == .clitic && start == end))
      end = Int(range.end)
    }
    if end < bytes.count { append(Row(range: TextRange(end, bytes.count), kind: .whitespace)) }
  }

  /// The characters of a range.
  func string(_ range: TextRange) -> String {
    String(decoding: bytes[range.bounds], as: UTF8.self)
  }

  private mutating func append(_ row: Row) {
    guard let last = rows.last,
      isInsideCharacter(Int(row.range.start))
        || isRegionalIndicator(last.range) && isRegionalIndicator(row.range)
    else {
      rows.append(row)
      return
    }
    rows[rows.count - 1].range.end = row.range.end
    if last.kind == .whitespace { rows[rows.count - 1].kind = row.kind }
  }

  /// `true` when an offset parts a mark, a joiner or a skin tone from what it belongs to.
  private func isInsideCharacter(_ offset: Int) -> Bool {
    guard offset > 0, bytes[offset] >= 0x80 || bytes[offset - 1] >= 0x80 else { return false }
    if bytes[offset] >= 0x80, let next = scalar(at: offset),
      next.properties.isGraphemeExtend || next.properties.isEmojiModifier || next == "\u{200D}"
    {
      return true
    }
    return offset >= 3 && bytes[offset - 3] == 0xE2 && bytes[offset - 2] == 0x80 && bytes[offset - 1] == 0x8D
      && scalar(at: offset)?.properties.isEmojiPresentation == true
  }

  /// `true` for one half of a flag.
  private func isRegionalIndicator(_ range: TextRange) -> Bool {
    let start = Int(range.start)
    return range.count == 4 && bytes[start] == 0xF0 && bytes[start + 1] == 0x9F && bytes[start + 2] == 0x87
      && bytes[start + 3] >= 0xA6
  }

  private func scalar(at offset: Int) -> Unicode.Scalar? {
    var decoder = UTF8()
    var rest = bytes[offset..<min(bytes.count, offset + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }

  private static func kind(_ shape: Tokens.Shape) -> Kind {
    switch shape {
    case .punctuation: .punctuation
    case .symbol, .emoticon: .other
    default: .word
    }
  }
}
