/// The words, numbers and signs of a text, with what later stages ask of each computed once.
public struct Tokens: Layer {
  /// What a token looks like: a shape, and whether it must be folded to compare it without case.
  ///
  /// One byte a token: the low four bits are the ``Shape``, the others are flags.
  @frozen
  public struct Flags: Hashable, Sendable {
    public let rawValue: UInt8

    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable
    public init(_ shape: Shape, hasUpper: Bool, isWide: Bool, followsSpace: Bool) {
      rawValue = shape.rawValue | (hasUpper ? 0x10 : 0) | (isWide ? 0x20 : 0) | (followsSpace ? 0x40 : 0)
    }

    @inlinable public var shape: Shape { Shape(rawValue: rawValue & 0x0F) ?? .other }
    /// It has an upper-case letter: its lower-case form differs from it.
    @inlinable public var hasUpper: Bool { rawValue & 0x10 != 0 }
    /// It has characters outside of ASCII.
    @inlinable public var isWide: Bool { rawValue & 0x20 != 0 }
    /// White space stands before it.
    @inlinable public var followsSpace: Bool { rawValue & 0x40 != 0 }
  }

  /// The outlines of tokens.
  @frozen
  public enum Shape: UInt8, Sendable, CaseIterable {
    case other
    /// `word`
    case lower
    /// `Word`
    case capitalized
    /// `WORD`
    case upper
    /// `McCoy`, `iPhone`
    case mixed
    /// `1984`
    case digits
    /// `3.50`, `10:25`, `1,000`
    case number
    /// `B52`, `3rd`
    case alphanumeric
    /// `U.S.`, `Dr.`, `e.g.`
    case abbreviation
    /// `'s`, `n't`
    case clitic
    /// Web and mail addresses.
    case address
    /// `@name`
    case mention
    /// `#topic`
    case hashtag
    /// `.`, `?!`, `(`
    case punctuation
    /// `$`, `%`, `+`
    case symbol
    /// `:-)`
    case emoticon
  }

  public var ranges: [TextRange] = []
  public private(set) var flags: [Flags] = []

  public init() {}

  /// Makes room for a number of tokens.
  public mutating func reserve(_ count: Int) {
    ranges.reserveCapacity(count)
    flags.reserveCapacity(count)
  }

  public mutating func append(_ range: TextRange, _ flag: Flags) {
    ranges.append(range)
    flags.append(flag)
  }

  /// Takes columns of equal length, as a tokenizer fills them.
  ///
  /// - Precondition: as many flags as ranges.
  public init(ranges: [TextRange], flags: [Flags]) {
    precondition(ranges.count == flags.count, "a token has a range and flags")
    self.ranges = ranges
    self.flags = flags
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    flags.keep(rows)
  }
}

extension LayerKey where Value == Tokens {
  public static var tokens: Self { Self("tokens") }
}

extension LayerID {
  public static let tokens = LayerKey.tokens.id
}
