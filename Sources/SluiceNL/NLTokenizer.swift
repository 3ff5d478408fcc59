internal import Sluice
internal import SluiceSentences

/// Cuts text into words, sentences or paragraphs, with the call shape of the class of that name in Apple's
/// NaturalLanguage, so that code can be shared:
///
/// ```swift
/// #if canImport(NaturalLanguage)
/// import NaturalLanguage
/// #else
/// import SluiceNL
/// #endif
/// ```
///
/// The answers are those of `split.tokens` and `split.sentences`: contractions are two words (`do`, `n't`), and the
/// white space behind a sentence is no part of it.
public final class NLTokenizer {
  /// What a token is made of.
  public struct Attributes: OptionSet, Sendable {
    public let rawValue: UInt

    public init(rawValue: UInt) { self.rawValue = rawValue }

    public static let numeric = Attributes(rawValue: 1)
    public static let symbolic = Attributes(rawValue: 2)
    public static let emoji = Attributes(rawValue: 4)
  }

  public let unit: NLTokenUnit
  /// The text to cut.
  public var string: String? {
    didSet { cache = nil }
  }
  private var language: NLLanguage?
  private var cache: [(range: Range<String.Index>, attributes: Attributes)]?

  public init(unit: NLTokenUnit) {
    self.unit = unit
  }

  /// Sets the language whose rules are followed; English by default.
  public func setLanguage(_ language: NLLanguage) {
    self.language = language
    cache = nil
  }

  /// Calls a block for each token that a range touches, until it returns `false`.
  public func enumerateTokens(
    in range: Range<String.Index>, using block: (Range<String.Index>, Attributes) -> Bool
  ) {
    for token in tokens where token.range.overlaps(range) {
      if !block(token.range, token.attributes) { return }
    }
  }

  /// The tokens that a range touches.
  public func tokens(for range: Range<String.Index>) -> [Range<String.Index>] {
    tokens.map(\.range).filter { $0.overlaps(range) }
  }

  /// The token at a place; an empty range when none stands there.
  public func tokenRange(at index: String.Index) -> Range<String.Index> {
    tokens.first { $0.range.contains(index) }?.range ?? index..<index
  }

  /// The token that holds the beginning of a range, and the token that holds its end, with all between them.
  public func tokenRange(for range: Range<String.Index>) -> Range<String.Index> {
    let touched = tokens(for: range)
    guard let first = touched.first, let last = touched.last else {
      return range.lowerBound..<range.lowerBound
    }
    return first.lowerBound..<last.upperBound
  }

  private var tokens: [(range: Range<String.Index>, attributes: Attributes)] {
    if let cache { return cache }
    guard let string else { return [] }
    let text = PlainText(string)
    let found: [(TextRange, Attributes)]
    switch unit {
    case .word: found = Self.words(text.tokens)
    case .sentence: found = text.sentences(language: language?.rawValue).map { ($0, Attributes()) }
    case .paragraph: found = text.paragraphs.map { ($0, Attributes()) }
    case .document: found = text.bytes.isEmpty ? [] : [(TextRange(0, text.bytes.count), Attributes())]
    }
    let made = found.map { range, attributes in
      let start = string.utf8.index(string.startIndex, offsetBy: Int(range.start))
      return (start..<string.utf8.index(start, offsetBy: range.count), attributes)
    }
    cache = made
    return made
  }

  private static func words(_ tokens: Tokens) -> [(TextRange, Attributes)] {
    zip(tokens.ranges, tokens.flags).compactMap { range, flags in
      switch flags.shape {
      case .punctuation: nil
      case .digits, .number: (range, Attributes.numeric)
      case .symbol: (range, .symbolic)
      case .emoticon: (range, .emoji)
      default: (range, Attributes())
      }
    }
  }
}
